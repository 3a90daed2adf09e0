package nl.baton.base.ui;

import com.vaadin.flow.component.html.Span;

/** Two departments and the arrow between them. */
public final class LaneLabel extends Span {

    public LaneLabel(DepartmentLabel from, DepartmentLabel to) {
        addClassName("lane");
        Span arrow = new Span("→");
        arrow.addClassName("arrow");
        arrow.getElement().setAttribute("role", "img");
        arrow.getElement().setAttribute("aria-label", getTranslation("shell.lane.to"));
        add(from, arrow, to);
    }
}
