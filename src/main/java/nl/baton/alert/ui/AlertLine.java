package nl.baton.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import nl.baton.alert.AlertKind;
import nl.baton.alert.AlertList.End;
import nl.baton.alert.AlertList.Told;
import nl.baton.base.Formats;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.ui.LaneScreen;

/** One alert with its context: what it is, who waits how long, what was agreed, and the way there. */
final class AlertLine extends Div {

    private static final long serialVersionUID = 1;

    AlertLine(Told told, CustomerScreen screen, ZoneId zone, Runnable opened, Runnable toggled) {
        addClassName("alert-line");
        setClassName("open", told.needsSomebody());
        Div what = new Div();
        what.addClassName("what");
        what.add(new StateLabel(state(told), told.title()));
        Span sentence = new Span((told.sentence() + " " + told.agreed()).strip());
        what.add(sentence);
        Span when = new Span(Formats.of(getLocale()).dateTime(told.raisedAt(), zone));
        when.addClassNames("quiet", "small");
        Div where = new Div(lane(told), about(told, screen, opened), when);
        where.addClassName("where");
        NativeButton toggle =
                new NativeButton(getTranslation(told.read() ? "alert.unread" : "alert.read"), click -> toggled.run());
        toggle.addClassName("text-button");
        add(what, where, toggle);
    }

    private static State state(Told told) {
        if (told.settled()) {
            return State.FINE;
        }
        return told.kind() == AlertKind.WORSENED ? State.AT_RISK : State.BROKEN;
    }

    private Component lane(Told told) {
        return LaneScreen.link(
                new LaneLabel(label(told.from()), label(told.to())),
                told.from().id(),
                told.to().id());
    }

    private static DepartmentLabel label(End end) {
        return new DepartmentLabel(end.name(), end.slot());
    }

    /** To the journey, for who may open it; whoever goes there has read it. */
    private Component about(Told told, CustomerScreen screen, Runnable opened) {
        Long customer = told.customer();
        Long journey = told.journeyId();
        if (customer == null || journey == null) {
            return new Span(told.journey());
        }
        Component link = screen.link(told.journey(), customer, journey);
        link.getElement().addEventListener("click", click -> opened.run());
        return link;
    }
}
