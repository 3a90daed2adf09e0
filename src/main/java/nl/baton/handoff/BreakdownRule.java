package nl.baton.handoff;

import java.util.List;
import java.util.Optional;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneyType;
import org.jspecify.annotations.Nullable;

/** A rule by which a handoff is judged broken. Pure: the same journey always gives the same findings. */
public interface BreakdownRule {

    /** The rule's code, such as LATE_PICKUP: at most 20 characters, kept for ever. */
    String code();

    /** The evidence that the handoff is broken; empty when it is not. */
    Optional<Evidence> judge(Handoff handoff, Circumstances circumstances);

    /**
     * What a rule may look at besides the handoff itself.
     *
     * @param relay the whole journey
     * @param receiver the opening hours of the receiving department
     */
    record Circumstances(Relay relay, JourneyType type, Thresholds thresholds, OpeningHours receiver) {}

    /**
     * Why a handoff is broken.
     *
     * @param touchpoints ids of the touchpoints that show it, the first fifty of them
     * @param measured the number found; milliseconds where it is a time
     * @param allowed the number it was compared with, in the same unit
     * @param subject what it was about, where the rule needs a word for it
     */
    record Evidence(
            List<Long> touchpoints,
            @Nullable Long measured,
            @Nullable Long allowed,
            @Nullable String subject) {

        private static final int MOST_TOUCHPOINTS = 50;

        public Evidence {
            touchpoints = touchpoints.stream().limit(MOST_TOUCHPOINTS).toList();
        }

        public static Evidence of(List<Long> touchpoints, long measured, long allowed) {
            return new Evidence(touchpoints, measured, allowed, null);
        }
    }
}
