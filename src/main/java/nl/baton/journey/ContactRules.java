package nl.baton.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import nl.baton.base.Days;
import nl.baton.journey.ContactRefused.Reason;
import nl.baton.journey.HandContact.HandPromise;
import org.jspecify.annotations.Nullable;

/** What staff may write down; the same measures as for what other systems send. */
final class ContactRules {

    private static final int TEXT = 4_000;
    private static final int SENTENCE = 1_000;
    private static final int NAME = 120;
    private static final int CHANNEL = 40;
    private static final int FACTS = 50;

    /** A clock may be a little fast. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 10;

    private ContactRules() {}

    static void check(HandContact contact, Instant now, ZoneId zone) {
        HandPromise promise = contact.promise();
        boolean says = hasText(contact.text()) || !contact.isNote() && hasText(contact.topic());
        refuseUnless(says || promise != null || !contact.facts().isEmpty(), Reason.TEXT_EMPTY);
        refuseUnless(fits(contact.text(), TEXT), Reason.TEXT_LONG);
        refuseUnless(fits(contact.topic(), NAME), Reason.TOPIC_LONG);
        refuseUnless(contact.isNote() || hasText(contact.channel()), Reason.CHANNEL_EMPTY);
        refuseUnless(fits(contact.channel(), CHANNEL), Reason.CHANNEL_LONG);
        Instant at = contact.at();
        if (at != null) {
            refuseUnless(!at.isAfter(now.plus(LEEWAY)), Reason.AT_AHEAD);
            refuseUnless(at.isAfter(years(now, zone, -YEARS_BACK)), Reason.AT_EARLY);
        }
        refuseUnless(contact.facts().size() <= FACTS, Reason.FACTS_MANY);
        for (Fact fact : contact.facts()) {
            refuseUnless(hasText(fact.key()), Reason.FACT_EMPTY);
            refuseUnless(fits(fact.key(), NAME) && fits(fact.value(), SENTENCE), Reason.FACT_LONG);
        }
        refuseUnless(contact.outcome() != Outcome.CANCELLED || contact.by() != null, Reason.BY_EMPTY);
        if (promise != null) {
            check(promise, now, zone);
        }
    }

    private static void check(HandPromise promise, Instant now, ZoneId zone) {
        refuseUnless(hasText(promise.text()), Reason.PROMISE_EMPTY);
        refuseUnless(fits(promise.text(), SENTENCE), Reason.PROMISE_LONG);
        refuseUnless(promise.day() != null, Reason.PROMISE_NO_DAY);
        Instant due = due(promise, zone);
        refuseUnless(due.isAfter(now), Reason.PROMISE_PAST);
        refuseUnless(due.isBefore(years(now, zone, YEARS_AHEAD)), Reason.PROMISE_FAR);
    }

    /** A day without a time is that day's end. */
    static Instant due(HandPromise promise, ZoneId zone) {
        LocalTime time = promise.time();
        if (promise.day() == null) {
            throw new ContactRefused(Reason.PROMISE_NO_DAY);
        }
        return time == null
                ? Days.endOf(promise.day(), zone)
                : ZonedDateTime.of(promise.day(), time, zone).toInstant();
    }

    private static Instant years(Instant now, ZoneId zone, int years) {
        return now.atZone(zone).plusYears(years).toInstant();
    }

    static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    static boolean fits(@Nullable String text, int most) {
        return text == null || text.strip().length() <= most;
    }

    /** Blank is as good as nothing. */
    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void refuseUnless(boolean sound, Reason reason) {
        if (!sound) {
            throw new ContactRefused(reason);
        }
    }
}
