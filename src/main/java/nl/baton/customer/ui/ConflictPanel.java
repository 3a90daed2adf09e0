package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.time.ZoneId;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.IdentityConflict.Decision;
import nl.baton.customer.IdentityConflict.Side;
import nl.baton.customer.IdentityConflict.State;
import nl.baton.customer.IdentityConflict.Whole;
import org.jspecify.annotations.Nullable;

/** The customers who go by one identity side by side, with where they have it from, and the question whose it is. */
final class ConflictPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient Whole whole;
    private final transient CustomerScreen screen;
    private final transient ZoneId zone;
    private final SerializableBiConsumer<State, @Nullable Long> decide;

    ConflictPanel(
            String title,
            Whole whole,
            CustomerScreen screen,
            ZoneId zone,
            SerializableBiConsumer<State, @Nullable Long> decide,
            SerializableRunnable closed) {
        this.whole = whole;
        this.screen = screen;
        this.zone = zone;
        this.decide = decide;
        addClassNames("panel", "conflict-panel");
        setAriaLabel(title);
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("customer.conflicts.close"));
        Div head = new Div(new H2(title), close);
        head.addClassName("panel-head");
        Paragraph why = new Paragraph(
                getTranslation("customer.conflicts.why", whole.conflict().verified()));
        why.addClassName("answer");
        Div sides = new Div();
        sides.addClassName("sides");
        whole.sides().forEach(side -> sides.add(side(side)));
        Paragraph then = new Paragraph(getTranslation("customer.conflicts.then"));
        then.addClassName("quiet");
        add(head, why, sides);
        int more = whole.conflict().claimants()
                - (int) whole.sides().stream().map(Side::customer).distinct().count();
        if (more > 0) {
            add(quiet(getTranslation("customer.conflicts.more", more)));
        }
        add(then, actions());
        if (!whole.history().isEmpty()) {
            add(history());
        }
    }

    private Component side(Side side) {
        String name = side.name();
        H3 title = new H3(screen.link(name == null ? side.number() : name, side.customer(), null));
        Instant verifiedAt = side.verifiedAt();
        Div part = new Div(
                title,
                new Span(getTranslation("customer.conflicts.written", side.written())),
                quiet(getTranslation(
                        "customer.conflicts.from", side.source() + " " + side.number(), day(side.statedAt()))),
                verifiedAt == null
                        ? quiet(getTranslation("customer.conflicts.unchecked"))
                        : new StateLabel(
                                StateLabel.State.FINE, getTranslation("customer.conflicts.checked", day(verifiedAt))));
        Long owner = whole.conflict().owner();
        if (owner != null && owner == side.customer()) {
            part.add(new StateLabel(StateLabel.State.FINE, getTranslation("customer.conflicts.is-own")));
        } else {
            Button own = new Button(
                    getTranslation("customer.conflicts.own"), click -> decide.accept(State.OWNER, side.customer()));
            own.setAriaLabel(getTranslation("customer.conflicts.own") + ": " + (name == null ? side.number() : name));
            part.add(own);
        }
        part.addClassName("side");
        return part;
    }

    private Component actions() {
        Div actions = new Div();
        actions.addClassName("actions");
        State state = whole.conflict().state();
        if (state == State.SHARED) {
            actions.add(new StateLabel(StateLabel.State.FINE, getTranslation("customer.conflicts.is-shared")));
        } else {
            actions.add(
                    new Button(getTranslation("customer.conflicts.share"), click -> decide.accept(State.SHARED, null)));
        }
        if (state != State.OPEN) {
            actions.add(new Button(
                    getTranslation("customer.conflicts.take-back"), click -> decide.accept(State.OPEN, null)));
        }
        return actions;
    }

    private Component history() {
        Div lines = new Div(new H3(getTranslation("customer.conflicts.history")));
        lines.addClassName("history");
        for (Decision decision : whole.history()) {
            String by = decision.by() == null ? getTranslation("customer.conflicts.history.baton") : decision.by();
            lines.add(new Span(getTranslation(
                    "customer.conflicts.history." + decision.state(),
                    by,
                    Formats.of(getLocale()).dateTime(decision.at(), zone),
                    owner(decision.owner()))));
        }
        return lines;
    }

    private String owner(@Nullable Long owner) {
        return owner == null
                ? ""
                : whole.sides().stream()
                        .filter(side -> side.customer() == owner)
                        .map(side -> side.name() == null ? side.number() : side.name())
                        .findFirst()
                        .orElse(Long.toString(owner));
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassNames("quiet", "small");
        return span;
    }

    private String day(Instant moment) {
        return Formats.of(getLocale()).date(Days.dayOf(moment, zone));
    }
}
