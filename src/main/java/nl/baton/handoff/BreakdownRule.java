package nl.baton.handoff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Days;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneyType;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which a handoff is judged broken. Pure: the same journey in the same circumstances always gives the same
 * findings. What a rule finds may be found at once; from when on it counts in a rate, its window says.
 */
public interface BreakdownRule {

    /** The rule's code, such as LATE_PICKUP: at most 20 characters, kept for ever. */
    String code();

    /** When it is known for good. */
    default Window window() {
        return Window.OF_LEG;
    }

    /** The evidence that the handoff is broken; empty when it is not. */
    Optional<Evidence> judge(Handoff handoff, Circumstances circumstances);

    /**
     * When its window for this handoff closes, where that is not the end of the leg; empty when it cannot judge this
     * handoff, which then is not counted among those that it could find broken.
     */
    default Optional<Instant> closes(Handoff handoff, Circumstances circumstances) {
        return Optional.of(circumstances.daysAfter(handoff.pickedUpAt(), window().days()));
    }

    /**
     * What a rule may look at besides the handoff itself.
     *
     * @param relay the whole journey
     * @param terms what was agreed when the wait began
     * @param receiver the opening hours of the receiving department
     * @param zone the company's
     */
    record Circumstances(
            Relay relay,
            JourneyType type,
            Terms terms,
            OpeningHours receiver,
            Surroundings around,
            Instant now,
            ZoneId zone) {

        /** The same clock time so many calendar days later. */
        public Instant daysAfter(Instant moment, int days) {
            return Days.plusDays(moment, days, zone);
        }

        /** Whether the moment has come. */
        public boolean isPast(Instant moment) {
            return !moment.isAfter(now);
        }
    }

    /**
     * Why a handoff is broken.
     *
     * @param touchpoints ids of the touchpoints that show it, the first fifty of them
     * @param measured the number found; milliseconds where it is a time
     * @param allowed the number it was compared with, in the same unit
     * @param subject what it was about, where the rule needs a word for it; at most 120 characters are kept
     */
    record Evidence(
            List<Long> touchpoints,
            @Nullable Long measured,
            @Nullable Long allowed,
            @Nullable String subject) {

        private static final int MOST_TOUCHPOINTS = 50;
        private static final int LONGEST_SUBJECT = 120;

        public Evidence {
            touchpoints = touchpoints.stream().limit(MOST_TOUCHPOINTS).toList();
            subject = subject == null || subject.length() <= LONGEST_SUBJECT
                    ? subject
                    : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
        }

        public static Evidence of(List<Long> touchpoints, long measured, long allowed) {
            return new Evidence(touchpoints, measured, allowed, null);
        }
    }
}
