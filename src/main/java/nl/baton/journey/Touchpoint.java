package nl.baton.journey;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stored touchpoint: one dated contact or piece of work.
 *
 * @param teamId the team, or the department's nameless one; null only without a department
 * @param handedToTeamId null when the pass names a department only
 */
public record Touchpoint(
        long id,
        long journeyId,
        String source,
        String externalId,
        long position,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable Long departmentId,
        @Nullable Long teamId,
        @Nullable String agent,
        @Nullable Direction direction,
        @Nullable String channel,
        @Nullable HandledBy handledBy,
        @Nullable Boolean answered,
        @Nullable Purpose purpose,
        @Nullable String activity,
        @Nullable String topic,
        @Nullable String text,
        @Nullable Visibility visibility,
        @Nullable String language,
        @Nullable Outcome outcome,
        @Nullable Party by,
        @Nullable Long handedToDepartmentId,
        @Nullable Long handedToTeamId) {

    /** The order of a journey: by time, then by place in the own file or batch, then by source and external id. */
    public static final Comparator<Touchpoint> ORDER = Comparator.comparing(Touchpoint::at)
            .thenComparingLong(Touchpoint::position)
            .thenComparing(Touchpoint::source)
            .thenComparing(Touchpoint::externalId);

    /** When it was over: its end if it states one, else its moment. */
    public Instant end() {
        return endedAt == null ? at : endedAt;
    }

    /** Whether the customer saw it; see {@link Visibility}. */
    public boolean visibleToCustomer() {
        return visibility == null
                ? direction == Direction.INBOUND || direction == Direction.OUTBOUND
                : visibility == Visibility.CUSTOMER;
    }

    /** The same for who may not read what was written. */
    Touchpoint withoutText() {
        return new Touchpoint(
                id,
                journeyId,
                source,
                externalId,
                position,
                at,
                endedAt,
                departmentId,
                teamId,
                agent,
                direction,
                channel,
                handledBy,
                answered,
                purpose,
                activity,
                topic,
                null,
                visibility,
                language,
                outcome,
                by,
                handedToDepartmentId,
                handedToTeamId);
    }
}
