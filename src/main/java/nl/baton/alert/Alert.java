package nl.baton.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told of.
 *
 * @param about what it is about within its kind: there is never another one of the same
 * @param touchpoint the one that passed, or that picked up; null where it is about a lane
 * @param measured the time that it took, in milliseconds
 * @param allowed the time that was agreed, in milliseconds
 * @param shares how the lane changed; null where it is about one handoff
 */
record Alert(
        AlertKind kind,
        String about,
        long fromDepartment,
        long toDepartment,
        @Nullable Long touchpoint,
        @Nullable String rule,
        @Nullable Instant passedAt,
        @Nullable Long measured,
        @Nullable Long allowed,
        @Nullable String subject,
        @Nullable Shares shares) {

    /** Broken and judged handoffs, now and before. */
    record Shares(long brokenNow, long judgedNow, long brokenBefore, long judgedBefore) {}

    /** About one handoff or pass. */
    static Alert of(
            AlertKind kind,
            String about,
            long from,
            long to,
            long touchpoint,
            String rule,
            Instant passedAt,
            @Nullable Long measured,
            @Nullable Long allowed,
            @Nullable String subject) {
        return new Alert(kind, about, from, to, touchpoint, rule, passedAt, measured, allowed, subject, null);
    }
}
