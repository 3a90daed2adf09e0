package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.Consent;
import nl.baton.customer.Preference;
import nl.baton.customer.Preference.Kind;
import nl.baton.customer.Preferences;
import nl.baton.customer.StatedWishes;
import nl.baton.customer.Wishes;
import nl.baton.customer.Wishes.Agreed;
import nl.baton.customer.Wishes.Change;
import nl.baton.customer.Wishes.Held;
import nl.baton.department.OpeningHours;
import org.jspecify.annotations.Nullable;

/** What one customer wishes and agreed to, with a way to change each, and what was changed. */
final class WishesPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int CHANGES = 20;
    private static final String CONSENT = "consent:";

    private final long customer;
    private final transient Preferences preferences;
    private final transient StatedWishes stated;
    private final transient BatonProperties properties;

    WishesPart(long customer, Preferences preferences, StatedWishes stated, BatonProperties properties) {
        this.customer = customer;
        this.preferences = preferences;
        this.stated = stated;
        this.properties = properties;
        addClassName("trust-panel");
        show();
    }

    private void show() {
        removeAll();
        Wishes wishes = preferences.of(customer).orElse(null);
        if (wishes == null) {
            return;
        }
        boolean changes = stated.mayChange(customer);
        Paragraph sentence = new Paragraph(sentence(wishes));
        sentence.addClassName("answer");
        Div held = new Div();
        held.addClassName("trust-lines");
        held.add(
                line(Kind.CHANNEL, one(wishes.channel()), changes),
                line(Kind.HOURS, one(wishes.hours()), changes),
                line(Kind.LANGUAGE, one(wishes.language()), changes),
                line(Kind.TOPIC, wishes.topics(), changes));
        add(sentence, held, head("customer.consents", changes ? addConsent() : null), consents(changes));
        List<Change> history = stated.changes(customer, 0, CHANGES).items();
        if (!history.isEmpty()) {
            Div lines = new Div();
            lines.addClassName("trust-lines");
            history.forEach(change -> lines.add(change(change)));
            add(head("customer.wishes.history", null), lines);
        }
    }

    private String sentence(Wishes wishes) {
        String now = getTranslation("customer.wishes.now." + wishes.moment());
        return wishes.doNotCall() ? getTranslation("customer.wishes.do-not-call") + " " + now : now;
    }

    private static List<Held> one(@Nullable Held held) {
        return held == null ? List.of() : List.of(held);
    }

    private Div head(String key, @Nullable Component beside) {
        Div head = new Div(new H3(getTranslation(key)));
        head.addClassName("section-head");
        if (beside != null) {
            head.add(beside);
        }
        return head;
    }

    private Div line(Kind kind, List<Held> held, boolean changes) {
        String label = getTranslation("customer.wish." + kind);
        Span name = new Span(label);
        name.addClassName("quiet");
        Span what = new Span(
                held.isEmpty()
                        ? getTranslation("customer.wishes.unknown")
                        : held.stream().map(wish -> value(kind, wish.value())).collect(Collectors.joining(", ")));
        what.addClassName(held.isEmpty() ? "quiet" : "what");
        Span from = new Span(held.isEmpty() ? "" : origin(held.getFirst()));
        from.addClassNames("quiet", "small");
        Div line = new Div(name, what, from);
        line.addClassName("trust-line");
        if (changes) {
            String before = held.stream()
                    .filter(wish -> wish.origin() == Preference.Origin.STATED)
                    .map(Held::value)
                    .collect(Collectors.joining(", "));
            Button change = new Button(
                    getTranslation("customer.wishes.change"),
                    click -> new WishDialog(
                                    label,
                                    getTranslation("customer.wish.help." + kind),
                                    before,
                                    value -> stated.prefer(customer, kind, value),
                                    this::show)
                            .open());
            change.addClassName("small");
            change.setAriaLabel(getTranslation("customer.wishes.change.which", label));
            line.add(change);
        }
        return line;
    }

    private String value(Kind kind, String value) {
        return switch (kind) {
            case LANGUAGE -> Locale.of(value).getDisplayLanguage(getLocale());
            case HOURS -> hours(value);
            case CHANNEL, TOPIC -> value;
        };
    }

    /** As the source wrote them where they cannot be read. */
    private String hours(String value) {
        try {
            OpeningHours open = OpeningHours.parse(value, properties.zone());
            return open.isAlways() ? getTranslation("customer.wish.always") : HoursWords.of(open, getLocale());
        } catch (OpeningHours.Unreadable asWritten) {
            return value;
        }
    }

    private String origin(Held held) {
        String source = held.source();
        Instant since = held.since();
        if (source == null || since == null) {
            return getTranslation("customer.wishes.observed");
        }
        return getTranslation(
                held.origin() == Preference.Origin.STATED ? "customer.wishes.stated" : "customer.wishes.observed-by",
                source,
                day(since));
    }

    private Button addConsent() {
        Button add = new Button(
                getTranslation("customer.consent.add"),
                click -> new ConsentDialog("", this::agree, properties.zone(), this::show).open());
        add.addClassName("small");
        return add;
    }

    private void agree(String purpose, boolean granted, @Nullable Instant expiresAt) {
        stated.agree(customer, purpose, granted, expiresAt);
    }

    private Div consents(boolean changes) {
        Div lines = new Div();
        lines.addClassName("trust-lines");
        List<Agreed> all = preferences.consents(customer);
        if (all.isEmpty()) {
            Span none = new Span(getTranslation("customer.consents.none"));
            none.addClassName("quiet");
            lines.add(none);
        }
        for (Agreed agreed : all) {
            Consent consent = agreed.consent();
            Span from = new Span(getTranslation("customer.wishes.stated", consent.source(), day(consent.at()))
                    + (consent.expiresAt() == null
                            ? ""
                            : getTranslation(
                                    agreed.expired() ? "customer.consent.expired" : "customer.consent.until",
                                    day(consent.expiresAt()))));
            from.addClassNames("quiet", "small");
            Div line = new Div(new Span(consent.purpose()), state(agreed), from);
            line.addClassName("trust-line");
            if (changes) {
                Button change = new Button(
                        getTranslation("customer.wishes.change"),
                        click -> new ConsentDialog(consent.purpose(), this::agree, properties.zone(), this::show)
                                .open());
                change.addClassName("small");
                change.setAriaLabel(getTranslation("customer.wishes.change.which", consent.purpose()));
                line.add(change);
            }
            lines.add(line);
        }
        return lines;
    }

    private StateLabel state(Agreed agreed) {
        if (agreed.expired()) {
            return new StateLabel(StateLabel.State.UNKNOWN, getTranslation("customer.consent.over"));
        }
        return agreed.consent().granted()
                ? new StateLabel(StateLabel.State.FINE, getTranslation("customer.consent.GRANTED"))
                : new StateLabel(StateLabel.State.AT_RISK, getTranslation("customer.consent.WITHHELD"));
    }

    private Div change(Change change) {
        boolean consent = change.field().startsWith(CONSENT);
        Span name = new Span(
                consent
                        ? change.field().substring(CONSENT.length())
                        : getTranslation("customer.wish." + change.field()));
        name.addClassName("quiet");
        Span what = new Span(getTranslation(
                "customer.wishes.from-to",
                words(change.field(), change.before()),
                words(change.field(), change.after())));
        Span who = new Span(change.by() + ", " + Formats.of(getLocale()).dateTime(change.at(), properties.zone()));
        who.addClassNames("quiet", "small");
        Div line = new Div(name, what, who);
        line.addClassName("trust-line");
        return line;
    }

    private String words(String field, @Nullable String value) {
        if (value == null) {
            return getTranslation("customer.wishes.nothing");
        }
        if (!field.startsWith(CONSENT)) {
            return Arrays.stream(value.split("\n"))
                    .map(one -> value(Kind.valueOf(field), one))
                    .collect(Collectors.joining(", "));
        }
        String[] parts = value.split(" ");
        return getTranslation("customer.consent." + parts[0])
                + (parts.length > 1 ? getTranslation("customer.consent.until", day(Instant.parse(parts[1]))) : "");
    }

    private String day(Instant moment) {
        return Formats.of(getLocale()).date(Days.dayOf(moment, properties.zone()));
    }
}
