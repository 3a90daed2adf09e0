package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Period;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.StateLabel;
import nl.baton.department.Department;
import nl.baton.journey.LinkProposal.State;
import nl.baton.journey.ProposedJourneys.Side;
import nl.baton.journey.ui.CasesReading.Row;

/** Two journeys side by side, why they may be one, and the question. */
final class ProposalPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient Row row;
    private final transient CasesReading reading;
    private final SerializableConsumer<State> decide;

    ProposalPanel(Row row, CasesReading reading, SerializableConsumer<State> decide, SerializableRunnable close) {
        this.row = row;
        this.reading = reading;
        this.decide = decide;
        addClassNames("panel", "proposal-panel");
        setAriaLabel(row.customer());
        List<Side> sides = reading.sides(row.proposal());
        add(head(close), why());
        if (sides.size() == 2) {
            Map<Long, Department> departments = reading.departments();
            Div both = new Div();
            both.addClassName("sides");
            sides.forEach(side -> both.add(side(side, departments)));
            add(both, actions(), keys());
        } else {
            Paragraph gone = new Paragraph(getTranslation("journey.cases.gone"));
            gone.addClassName("quiet");
            add(gone);
        }
    }

    boolean shows(Row other) {
        return row.equals(other);
    }

    private Component head(SerializableRunnable closed) {
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("journey.cases.close"));
        H2 name = new H2(reading.screen().link(row.customer(), row.proposal().customerId(), null));
        Div head = new Div(name, close);
        head.addClassName("panel-head");
        return head;
    }

    private Component why() {
        Paragraph why = new Paragraph(getTranslation(
                "journey.cases.why.same", ProposalWords.why(row.proposal().reasons(), this)));
        why.addClassName("answer");
        return why;
    }

    private Component side(Side side, Map<Long, Department> departments) {
        ZoneId zone = reading.properties().zone();
        Formats formats = Formats.of(getLocale());
        H3 title = new H3();
        title.add(reading.screen()
                .link(
                        side.contact()
                                ? getTranslation("journey.cases.contact", side.typeName())
                                : side.typeName() + " " + side.number(),
                        row.proposal().customerId(),
                        side.journey()));
        Div part = new Div(
                title,
                new Span(formats.period(new Period(Days.dayOf(side.from(), zone), Days.dayOf(side.to(), zone)))),
                quiet(getTranslation(
                        "journey.cases.size",
                        side.touchpoints(),
                        side.cases(),
                        side.departments().size())),
                quiet(getTranslation("journey.cases.source", side.source())));
        Div took = new Div();
        took.addClassName("took-part");
        side.departments().stream()
                .map(departments::get)
                .filter(department -> department != null)
                .forEach(department -> took.add(new DepartmentLabel(department.name(), department.slot())));
        part.add(took);
        part.addClassName("side");
        return part;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassNames("quiet", "small");
        return span;
    }

    private Component actions() {
        State state = row.proposal().state();
        Div actions = new Div();
        actions.addClassName("actions");
        if (state == State.OPEN) {
            Button one = button(State.CONFIRMED, "journey.cases.one");
            one.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(one, button(State.DECLINED, "journey.cases.two"));
        } else {
            actions.add(
                    new StateLabel(
                            state == State.CONFIRMED ? StateLabel.State.FINE : StateLabel.State.UNKNOWN,
                            getTranslation("journey.cases.is." + state.name().toLowerCase(Locale.ROOT))),
                    button(State.OPEN, "journey.cases.take-back"));
        }
        Paragraph then = new Paragraph(
                getTranslation("journey.cases.then." + state.name().toLowerCase(Locale.ROOT)));
        then.addClassName("quiet");
        return new Div(then, actions);
    }

    private Button button(State decision, String key) {
        return new Button(getTranslation(key), click -> decide.accept(decision));
    }

    private Component keys() {
        Div keys = new Div();
        keys.addClassName("keys");
        for (String key : List.of("arrows", "one", "two", "undo")) {
            Span cap = new Span(getTranslation("journey.cases.key." + key));
            cap.addClassName("key");
            keys.add(new Span(cap, new Span(getTranslation("journey.cases.key." + key + ".does"))));
        }
        return keys;
    }
}
