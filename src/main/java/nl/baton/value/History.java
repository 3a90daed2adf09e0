package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.baton.value.model.Dealings;
import org.jspecify.annotations.Nullable;

/**
 * All that a customer bought, gave back and has contracts for, up to a day.
 *
 * @param anonymous whether nothing but a case number stands for the customer
 */
record History(long customer, boolean anonymous, List<Line> purchases, List<Term> contracts) {

    /** A sale or a return, on a day of the company's. */
    record Line(
            String source,
            String externalId,
            int day,
            BigDecimal amount,
            @Nullable BigDecimal margin,
            String currency,
            NewPurchase.Kind kind,
            @Nullable String refersTo) {}

    /** A contract that has begun; paid in advance on its first day, and on the same day of each month after it. */
    record Term(
            BigDecimal margin,
            String currency,
            LocalDate start,
            @Nullable LocalDate end) {

        boolean runsOn(LocalDate day) {
            return !start.isAfter(day) && (end == null || !end.isBefore(day));
        }

        boolean endedBefore(LocalDate day) {
            return end != null && end.isBefore(day);
        }

        /** How many of its due days lie up to that day. */
        int dueUntil(LocalDate day) {
            LocalDate last = end != null && end.isBefore(day) ? end : day;
            if (last.isBefore(start)) {
                return 0;
            }
            int months = (int) start.until(last).toTotalMonths();
            // the 31st is due on the last day of a shorter month
            return start.plusMonths(months + 1L).isAfter(last) ? months + 1 : months + 2;
        }

        int lastDay() {
            return end == null ? Dealings.RUNS_ON : (int) end.toEpochDay();
        }
    }

    boolean isEmpty() {
        return purchases.isEmpty() && contracts.isEmpty();
    }
}
