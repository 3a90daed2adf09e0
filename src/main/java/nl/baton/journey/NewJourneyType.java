package nl.baton.journey;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goal that customers have.
 *
 * @param rhythm how often the customer is to hear something at least, in calendar time
 * @param plannedPasses passes that belong to the plan, so that a returning one is no ping-pong
 */
public record NewJourneyType(
        String code, String name, @Nullable Duration rhythm, List<PlannedPass> plannedPasses) {

    /** Two department codes. */
    public record PlannedPass(String from, String to) {}
}
