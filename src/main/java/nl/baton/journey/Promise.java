package nl.baton.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.baton.base.Days;
import org.jspecify.annotations.Nullable;

/**
 * A promise made to a customer, and what has become of it by now.
 *
 * @param from with it, it is an appointment
 * @param due by when it is to be kept
 * @param madeBy the department that made it; null when none is known
 * @param settled how it was last settled, whenever that was; null as long as nobody has said
 */
public record Promise(
        long id,
        long journeyId,
        String text,
        @Nullable Instant from,
        Instant due,
        boolean chosenByCustomer,
        Instant madeAt,
        @Nullable Long madeBy,
        State state,
        Settlement.@Nullable State settled,
        @Nullable Instant settledAt) {

    /** Kept at the due moment is kept; kept later, broken or unsettled by then is not; withdrawn by then is neither. */
    public enum State {
        /** Not settled, and not to be kept before the day after tomorrow. */
        MADE,
        /** Not settled, and to be kept today or tomorrow. */
        DUE,
        KEPT,
        BROKEN,
        WITHDRAWN
    }

    /**
     * The state at a moment.
     *
     * @param byDue how it was last settled up to its due moment; null when it was not
     */
    static State state(Instant due, Settlement.@Nullable State byDue, Instant now, ZoneId zone) {
        if (byDue != null) {
            return switch (byDue) {
                case KEPT -> State.KEPT;
                case BROKEN -> State.BROKEN;
                case WITHDRAWN -> State.WITHDRAWN;
            };
        }
        if (now.isAfter(due)) {
            return State.BROKEN;
        }
        LocalDate tomorrow = Days.dayOf(now, zone).plusDays(1);
        return due.isAfter(Days.endOf(tomorrow, zone)) ? State.MADE : State.DUE;
    }

    /** Whether somebody still has to do something, or to say what was done. */
    public boolean unsettled() {
        return settled == null;
    }

    /** The day on which it is to be kept: one that is due at midnight is due on the day before. */
    public LocalDate dueDay(ZoneId zone) {
        return Days.dayOf(due.minusNanos(1), zone);
    }

    /** Whether it is due at a clock time, and not in the course of a day. */
    public boolean dueAtATime(ZoneId zone) {
        return !Days.endOf(dueDay(zone), zone).equals(due);
    }
}
