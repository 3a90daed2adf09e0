package nl.baton.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note, or a contact with the customer, as staff write it down.
 *
 * @param key names it, so that it is stored once however often it is sent
 * @param journey null for a customer without one
 * @param direction null for a note, which only staff see
 * @param at null means now
 * @param by who cancelled; null unless it was cancelled
 */
public record HandContact(
        UUID key,
        long customer,
        @Nullable Long journey,
        @Nullable Direction direction,
        @Nullable Instant at,
        @Nullable String channel,
        @Nullable String topic,
        @Nullable String text,
        List<Fact> facts,
        @Nullable Outcome outcome,
        @Nullable Party by,
        @Nullable HandPromise promise) {

    /**
     * What was promised.
     *
     * @param day null where none was given, which is refused
     * @param time null means in the course of that day
     */
    public record HandPromise(
            String text, @Nullable LocalDate day, @Nullable LocalTime time, boolean chosenByCustomer) {}

    public HandContact {
        facts = List.copyOf(facts);
    }

    /** A note. */
    public static HandContact note(UUID key, long customer, @Nullable Long journey, String text) {
        return new HandContact(key, customer, journey, null, null, null, null, text, List.of(), null, null, null);
    }

    /** The same with a promise. */
    public HandContact promising(HandPromise made) {
        return new HandContact(key, customer, journey, direction, at, channel, topic, text, facts, outcome, by, made);
    }

    boolean isNote() {
        return direction == null || direction == Direction.INTERNAL;
    }
}
