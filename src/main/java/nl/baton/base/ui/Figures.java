package nl.baton.base.ui;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** Figures in one line, without boxes. */
public final class Figures extends DescriptionList {

    private final List<Figure> all;

    public Figures(Figure... figures) {
        all = List.of(figures);
        addClassName("figures");
        for (Figure figure : figures) {
            // A div groups term and description; HTML allows it within dl, the component's own add does not offer it.
            getElement().appendChild(figure.getElement());
        }
    }

    /** Shows what others show, in place; they have to be as many, in the same order. */
    public void takeOver(Figures fresh) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).takeOver(fresh.all.get(i));
        }
    }
}
