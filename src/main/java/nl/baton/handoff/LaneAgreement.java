package nl.baton.handoff;

import nl.baton.handoff.LaneFigures.RuleCount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How a lane does against what its departments agreed, each handoff by what was in force when its wait began. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD')")
public class LaneAgreement {

    private static final String LATE = "LATE_PICKUP";
    private static final String INCOMPLETE = "LOST_CONTEXT";
    private static final String RETURNED = "RETURNED";

    private final HandoffFigures figures;
    private final LaneEvidenceQuery query;
    private final AgreedTerms terms;

    LaneAgreement(HandoffFigures figures, LaneEvidenceQuery query, AgreedTerms terms) {
        this.figures = figures;
        this.query = query;
        this.terms = terms;
    }

    /**
     * What was observed of one lane.
     *
     * @param waits in the receiver's opening hours
     * @param returns handoffs that came back by way of others, allowed or not
     * @param late picked up later than agreed; null while the rule is switched off, as with the next two
     * @param incomplete passed on without a fact that was agreed
     * @param returned came back oftener than agreed
     */
    public record Observed(
            long handoffs,
            Waits waits,
            long returns,
            @Nullable RuleCount late,
            @Nullable RuleCount incomplete,
            @Nullable RuleCount returned) {}

    /** Of a lane that the asker sees; nothing of any other. Which rule the filter names makes no difference. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Observed observed(LaneFilter filter, LaneFigures lane) {
        var anyRule = new LaneFilter(filter.grain(), filter.journeyType(), filter.period(), null);
        return figures.lane(anyRule, lane.from().id(), lane.to().id())
                .map(seen -> new Observed(
                        seen.handoffs(),
                        waits(anyRule, seen),
                        seen.returns(),
                        count(seen, LATE),
                        count(seen, INCOMPLETE),
                        count(seen, RETURNED)))
                .orElseGet(() -> new Observed(0, Waits.exactly(new long[0], 0), 0, null, null, null));
    }

    private Waits waits(LaneFilter filter, LaneFigures lane) {
        return lane.handoffs() <= LaneWaits.EXACT_UP_TO
                ? Waits.exactly(query.businessWaits(filter, lane.laneId()), 0)
                : Waits.fromBuckets(query.businessWaitBuckets(filter, lane.laneId()), 0);
    }

    /** A rule that found nothing is not among what broke, but was kept by all that could be judged. */
    private @Nullable RuleCount count(LaneFigures lane, String rule) {
        return terms.now().rulesOff().contains(rule)
                ? null
                : lane.breakdowns().stream()
                        .filter(count -> count.rule().equals(rule))
                        .findFirst()
                        .orElseGet(() -> new RuleCount(
                                rule, 0, 0, BreakdownRate.of(0, lane.rate().judged())));
    }
}
