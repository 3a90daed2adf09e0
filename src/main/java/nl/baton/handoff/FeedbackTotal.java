package nl.baton.handoff;

import nl.baton.base.Interval;
import nl.baton.feedback.FeedbackKind;
import org.jspecify.annotations.Nullable;

/**
 * How much was said of one kind, and how good it was.
 *
 * @param scored those with a score
 * @param good NPS 9 and 10, CSAT 4 and 5, CES 5 to 7; 0 for kinds that have no such measure
 * @param bad NPS 0 to 6
 */
public record FeedbackTotal(FeedbackKind kind, long n, long scored, long good, long bad) {

    /** NPS from −1 to 1, else the share of the satisfied from 0 to 1; null without a score, or without a measure. */
    public @Nullable Double value() {
        if (scored == 0) {
            return null;
        }
        return switch (kind) {
            case NPS -> (double) (good - bad) / scored;
            case CSAT, CES -> (double) good / scored;
            default -> null;
        };
    }

    /** Of the value. */
    public @Nullable Interval interval() {
        return switch (kind) {
            case NPS -> Interval.difference(good, bad, scored).orElse(null);
            case CSAT, CES -> Interval.wilson(good, scored).orElse(null);
            default -> null;
        };
    }
}
