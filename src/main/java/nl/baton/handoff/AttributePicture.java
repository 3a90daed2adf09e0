package nl.baton.handoff;

import java.util.List;
import nl.baton.base.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute that is a yes or a no goes with the number of handoffs, over all journeys of a type with a leg.
 *
 * @param steps one for each {@link HandoffBand}, in order, those without a journey too
 */
public record AttributePicture(String attribute, List<Step> steps) {

    /** With fewer journeys nothing can be said. */
    public static final long FEW = 10;

    public AttributePicture {
        steps = List.copyOf(steps);
    }

    /** Journeys that were handed over so often, by their answer. */
    public record Step(HandoffBand band, long yes, long no) {

        public long journeys() {
            return yes + no;
        }

        /** How many of them have this answer. */
        public long with(boolean answer) {
            return answer ? yes : no;
        }

        /** Whether there are so few that there is no share to be shown. */
        public boolean tooFew() {
            return journeys() < FEW;
        }

        /** Null without a journey. */
        public @Nullable Double share(boolean answer) {
            return journeys() == 0 ? null : (double) with(answer) / journeys();
        }

        /** The 95 % Wilson interval of the share. */
        public @Nullable Interval interval(boolean answer) {
            return Interval.wilson(with(answer), journeys()).orElse(null);
        }
    }

    public long journeys() {
        return steps.stream().mapToLong(Step::journeys).sum();
    }

    /** Of all journeys together; null without any. */
    public @Nullable Double share(boolean answer) {
        long all = journeys();
        return all == 0
                ? null
                : (double) steps.stream().mapToLong(step -> step.with(answer)).sum() / all;
    }
}
