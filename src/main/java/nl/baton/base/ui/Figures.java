package nl.baton.base.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** Figures in one line, without boxes. */
public final class Figures extends DescriptionList {

    public Figures(Figure... figures) {
        addClassName("figures");
        for (Figure figure : figures) {
            // A div groups term and description; HTML allows it within dl, the component's own add does not offer it.
            getElement().appendChild(figure.getElement());
        }
    }
}
