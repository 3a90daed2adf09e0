package nl.baton.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.DepartmentPacts.AgreedLane;
import nl.baton.handoff.DepartmentPacts.Standing;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.ui.LaneScreen;

/** What was agreed, beside what was seen; each leads to its lane, where pacts are made. */
final class PactsPart extends Div {

    private static final long serialVersionUID = 1;

    private final transient HandoffWords words;
    private final transient ZoneId zone;

    PactsPart(List<AgreedLane> pacts, HandoffWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        addClassName("pact-lines");
        if (pacts.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workspace.pacts.none"));
            none.addClassName("answer");
            add(none);
        }
        pacts.forEach(pact -> add(line(pact)));
    }

    private Component line(AgreedLane agreed) {
        Div line = new Div(LaneScreen.link(
                BreaksPart.lane(agreed.from(), agreed.to()),
                agreed.from().id(),
                agreed.to().id()));
        line.addClassName("pact-line");
        if (agreed.standing() == Standing.TO_BE_SIGNED_BY_US) {
            line.add(new StateLabel(StateLabel.State.AT_RISK, standing(agreed)));
        } else {
            Span standing = new Span(standing(agreed));
            standing.addClassNames("small", "quiet");
            line.add(standing);
        }
        line.add(small(agreement(agreed)));
        BreakdownRate inTime = agreed.inTime();
        if (inTime != null) {
            line.add(small(getTranslation("workspace.pacts.in-time", BreaksPart.rate(inTime, this))));
        }
        BreakdownRate complete = agreed.complete();
        if (complete != null) {
            line.add(small(getTranslation("workspace.pacts.complete", BreaksPart.rate(complete, this))));
        }
        return line;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("small");
        return small;
    }

    private String standing(AgreedLane agreed) {
        return getTranslation(
                "workspace.pacts." + agreed.standing().name(),
                Formats.of(getLocale()).date(Days.dayOf(agreed.pact().since(), zone)));
    }

    private String agreement(AgreedLane agreed) {
        Locale locale = getLocale();
        String pickUp = words.wait(locale, agreed.pact().pickUp(), agreed.receiver());
        List<String> facts = agreed.pact().requiredFacts();
        return getTranslation("workspace.pacts.agreed", pickUp, agreed.pact().maxReturns())
                + (facts.isEmpty() ? "" : " " + getTranslation("workspace.pacts.facts", String.join(", ", facts)));
    }
}
