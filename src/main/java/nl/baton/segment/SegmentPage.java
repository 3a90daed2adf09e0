package nl.baton.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it was last taken down.
 *
 * @param figures null until it has been taken, which happens within seconds of its making
 * @param current whether the figures are of the condition that it has now
 * @param sizes how many belonged, by day
 * @param stability null without a day to compare with
 * @param overlaps with the other segments that the asker sees, the largest first
 * @param currency the company's, of all amounts
 */
public record SegmentPage(
        Segment segment,
        @Nullable SegmentFigures figures,
        boolean current,
        Map<LocalDate, Long> sizes,
        @Nullable Stability stability,
        List<Overlap> overlaps,
        String currency) {

    public SegmentPage {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * Who stayed.
     *
     * @param since the day it is compared with, about thirty days before
     * @param then how many belonged on that day, of whom {@code stayed} still do
     * @param entered how many belong now and did not then
     * @param redescribed whether the segment was described anew in between
     */
    public record Stability(LocalDate since, long then, long stayed, long entered, boolean redescribed) {}

    /** How many are in another one too. */
    public record Overlap(long segment, String name, long customers, long common) {}
}
