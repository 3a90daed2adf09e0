package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The filters of a screen in one row, right of its title; on a phone they scroll sideways. */
public final class FilterRow extends Div {

    public FilterRow(Component... filters) {
        super(filters);
        addClassName("filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("shell.filters"));
    }
}
