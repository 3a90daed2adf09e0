package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Formats;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.Glyph;
import nl.baton.department.Department;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Fact;
import nl.baton.journey.Promised;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;

/** One touchpoint: when, what, how and by whom, and under it what was asked, told and promised, as facts. */
final class TouchpointRow extends Div {

    private static final long serialVersionUID = 1;

    TouchpointRow(
            Touchpoint touchpoint, Map<Long, Department> departments, ZoneId zone, Locale locale, Component says) {
        addClassName("touchpoint-row");
        Span when = quiet(Formats.of(locale).time(touchpoint.at(), zone), "when");
        Div what = new Div(new Span(TouchpointWords.what(touchpoint)));
        what.addClassName("what");
        Span how = quiet(TouchpointWords.how(touchpoint, says), "how");
        Glyph glyph = new Glyph(
                "channel-" + ChannelKind.of(touchpoint.channel()).name().toLowerCase(Locale.ROOT));
        if (!touchpoint.visibleToCustomer()) {
            addClassName("internal");
            Span internal = new Span(says.getTranslation("journey.touchpoints.internal"));
            internal.addClassName("internal-mark");
            what.addComponentAsFirst(internal);
            glyph = new Glyph(Glyph.NOTE);
        }
        Div facts = facts(touchpoint, zone, locale, says);
        if (facts.getComponentCount() > 0) {
            what.add(facts);
        }
        add(when, glyph, what, how, by(touchpoint, departments, says));
    }

    private static Div by(Touchpoint touchpoint, Map<Long, Department> departments, Component says) {
        Long id = touchpoint.departmentId();
        Department department = id == null ? null : departments.get(id);
        Div by = new Div(
                department == null
                        ? new DepartmentLabel(says.getTranslation("journey.no-department"), 0)
                        : new DepartmentLabel(department.name(), department.slot()));
        if (touchpoint.agent() != null) {
            by.add(quiet(touchpoint.agent(), "agent"));
        }
        by.addClassName("by");
        return by;
    }

    private static Div facts(Touchpoint touchpoint, ZoneId zone, Locale locale, Component says) {
        Div facts = new Div();
        facts.addClassName("facts");
        for (Fact fact : touchpoint.details().facts()) {
            String value = fact.value();
            facts.add(fact(
                    says.getTranslation("journey.fact." + fact.act().name()),
                    value == null ? fact.key() : fact.key() + ": " + value));
        }
        for (Promised promised : touchpoint.details().promises()) {
            facts.add(fact(
                    says.getTranslation("journey.promised"),
                    promised.text() + ", " + PromiseWords.due(promised.due(), zone, locale, says)));
        }
        for (Settlement settlement : touchpoint.details().settles()) {
            facts.add(fact(
                    says.getTranslation("journey.settled"),
                    says.getTranslation("journey.settled." + settlement.state().name())));
        }
        if (touchpoint.outcome() != null) {
            facts.add(fact(
                    says.getTranslation("journey.outcome"),
                    says.getTranslation(
                            "journey.outcome." + touchpoint.outcome().name())));
        }
        return facts;
    }

    private static Span fact(String label, String value) {
        Span name = quiet(label, "fact-label");
        Span fact = new Span(name, new Span(value));
        fact.addClassName("fact");
        return fact;
    }

    private static Span quiet(String text, String name) {
        Span span = new Span(text);
        span.addClassNames("quiet", name);
        return span;
    }
}
