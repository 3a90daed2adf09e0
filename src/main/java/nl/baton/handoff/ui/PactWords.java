package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.Pact;
import nl.baton.handoff.Pact.Signature;
import nl.baton.handoff.Terms;
import org.jspecify.annotations.Nullable;

/** Agreements in words, in the language of the component that says them. */
record PactWords(Component says, Locale locale, String from, String to, ZoneId zone) {

    private static final long MINUTES = 60;

    PactWords(Component says, Locale locale, LaneFigures lane, ZoneId zone) {
        this(says, locale, lane.from().name(), lane.to().name(), zone);
    }

    private Formats formats() {
        return Formats.of(locale);
    }

    String text(String key, Object... values) {
        return says.getTranslation(key, values);
    }

    /** "4 hours 30 minutes". */
    static String time(Component says, Formats formats, Duration time) {
        long minutes = Math.round(time.toSeconds() / (double) MINUTES);
        var parts = new ArrayList<String>();
        if (minutes >= MINUTES) {
            long hours = minutes / MINUTES;
            parts.add(says.getTranslation("wait.hours.calendar", formats.number(hours), hours == 1 ? 1 : 2));
        }
        if (minutes % MINUTES > 0) {
            long rest = minutes % MINUTES;
            parts.add(says.getTranslation("wait.minutes", formats.number(rest), rest == 1 ? 1 : 2));
        }
        return parts.isEmpty() ? says.getTranslation("wait.none") : String.join(" ", parts);
    }

    String time(Duration time) {
        return time(says, formats(), time);
    }

    /** "picked up within 4 hours; meter number told; nothing comes back". */
    String terms(Terms terms) {
        var parts = new ArrayList<String>();
        parts.add(text("pact.terms.pick-up", time(terms.pickUp())));
        if (!terms.requiredFacts().isEmpty()) {
            parts.add(text("pact.terms.facts", String.join(", ", terms.requiredFacts())));
        }
        parts.add(text("pact.terms.returns", terms.maxReturns()));
        return String.join("; ", parts);
    }

    String day(Instant moment) {
        return formats().longDate(Days.dayOf(moment, zone));
    }

    /** Who signed for which department, and when; also who has still to. */
    List<String> signatures(Pact pact) {
        return List.of(signature(from, pact.signedFrom()), signature(to, pact.signedTo()));
    }

    private String signature(String department, @Nullable Signature signature) {
        return signature == null
                ? text("pact.unsigned", department)
                : text("pact.signed", signature.name(), department, day(signature.at()));
    }

    String version(Pact pact) {
        return text(
                "pact.version." + pact.state().name(),
                formats().number(pact.version()),
                pact.proposedBy(),
                day(pact.proposedAt()),
                day(pact.since()));
    }
}
