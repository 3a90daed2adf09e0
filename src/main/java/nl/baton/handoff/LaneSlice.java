package nl.baton.handoff;

import java.time.DayOfWeek;
import nl.baton.journey.ChannelKind;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Some of a lane's handoffs that can be judged, as its analysis counts them: all of those, or the broken ones. */
public sealed interface LaneSlice {

    /** So many hours of a day are counted together. */
    int HOURS = 2;

    /** Passed on on this day of the week, within two hours from this one, in the company's time zone. */
    record Hours(DayOfWeek day, int from, boolean broken) implements LaneSlice {}

    /** The customer's last contact before the pass was of this kind; null where none is known. */
    record Channel(@Nullable ChannelKind kind, boolean broken) implements LaneSlice {}

    /** The first topic known of the journey, as topics are compared; null where none is. */
    record About(@Nullable String topic, boolean broken) implements LaneSlice {}

    /** Of customers who are of this value tier now; null for who never bought, and whom no valuation has seen. */
    record OfTier(@Nullable Tier tier, boolean broken) implements LaneSlice {}

    /** Those of which both legs have ended, so that their time can be split; judged or not. */
    record Ended() implements LaneSlice {}
}
