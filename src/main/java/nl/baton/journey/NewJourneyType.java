package nl.baton.journey;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goal that customers have, as the company defines it.
 *
 * @param rhythm how often the customer is to hear something at least, in calendar time
 * @param plannedPasses passes that belong to the plan, so that a returning one is no ping-pong
 * @param stages what each department promised to need, in the order in which they are to work on it
 * @param contactGap how long a gap contacts without a case number may have within one journey
 */
public record NewJourneyType(
        String code,
        String name,
        @Nullable Duration rhythm,
        List<PlannedPass> plannedPasses,
        List<Stage> stages,
        Duration contactGap) {

    /** One that promises nothing of its departments. */
    public NewJourneyType(String code, String name, @Nullable Duration rhythm, List<PlannedPass> plannedPasses) {
        this(code, name, rhythm, plannedPasses, List.of(), JourneyType.USUAL_CONTACT_GAP);
    }

    /** Two department codes. */
    public record PlannedPass(String from, String to) {}

    /** A department's code, and the time in which it promised to do its part. */
    public record Stage(String department, Duration promised, JourneyType.Clock clock) {}
}
