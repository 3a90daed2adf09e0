package nl.baton.handoff;

import java.time.LocalDate;
import java.util.List;
import nl.baton.base.Interval;
import nl.baton.journey.JourneyType;
import org.jspecify.annotations.Nullable;

/**
 * How the journeys of a type went along its stages. Journeys without a department are in none of it but their own count.
 *
 * @param open journeys that are not closed; the others closed in the period
 * @param follows went through all stages in order and nowhere else, or, while open, through the first of them
 * @param exits where they left the stages, the most frequent first
 * @param lastClosed the day on which one closed last, whatever the period; null without any
 */
public record CourseFigures(
        JourneyType type,
        long journeys,
        long open,
        long withoutDepartment,
        Share follows,
        List<StageFigures> stages,
        List<Exit> exits,
        Spent spent,
        @Nullable LocalDate lastClosed) {

    /** So many of so many. */
    public record Share(long count, long of) {

        /** 0 to 1; null of none. */
        public @Nullable Double share() {
            return of == 0 ? null : (double) count / of;
        }

        /** The 95 % Wilson interval, which treats journeys as independent; null of none. */
        public @Nullable Interval interval() {
            return Interval.wilson(count, of).orElse(null);
        }
    }

    /**
     * One stage.
     *
     * @param place from 1 on
     * @param reached journeys that came to it in order; each goes on, leaves, ends, or is there still
     * @param here open journeys that have come as far as this
     * @param overran legs that used more than promised, of those that are over
     * @param used time that those legs used, in the stage's clock
     * @param waited calendar time of the pass that led to it, of all that reached it
     * @param exits where journeys went after it instead of going on
     */
    public record StageFigures(
            int place,
            JourneyType.Stage stage,
            Unit department,
            long reached,
            long here,
            Share overran,
            Waits used,
            Waits waited,
            List<Exit> exits) {}

    /**
     * Where journeys left the stages.
     *
     * @param after the stage they were in last, from 1 on; 0 before the first
     * @param to null for those that ended there
     */
    public record Exit(int after, @Nullable Unit to, long journeys) {}

    /**
     * Where the time went.
     *
     * @param journeys over which legs and waits are measured; {@code asked} of them silence too
     * @param hours the time from their beginnings to their ends, or up to now, together
     */
    public record Spent(
            long journeys,
            double hours,
            @Nullable Portion legs,
            @Nullable Portion waits,
            long asked,
            @Nullable Portion silence) {}

    /** A share of time, 0 to 1, with its 95 % interval. */
    public record Portion(double share, double low, double high) {}
}
