package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serializable;
import nl.baton.base.ui.Figure;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.CourseList.Kind;

/** Figures as links to exactly the journeys that they count, for who may see all of those; else as text. */
final class ListLinks implements Serializable {

    private static final long serialVersionUID = 1;

    private final transient TypesState state;
    private final boolean leads;

    ListLinks(TypesState state, boolean leads) {
        this.state = state;
        this.leads = leads;
    }

    static CourseList list(Exit exit) {
        return exit.to() == null
                ? CourseList.of(Kind.STOPPED, exit.after())
                : new CourseList(Kind.LEFT, exit.after(), exit.to().id());
    }

    /** Text where there is nothing to see. */
    Component to(CourseList list, String text, long journeys) {
        if (!leads || journeys == 0) {
            return new Span(text);
        }
        RouterLink link = new RouterLink(text, JourneyTypesView.class);
        link.setQueryParameters(state.showing(list).query());
        return link;
    }

    Figure lead(Figure figure, CourseList list, long journeys) {
        return leads && journeys > 0
                ? figure.leadingTo(
                        JourneyTypesView.class,
                        RouteParameters.empty(),
                        state.showing(list).query())
                : figure;
    }
}
