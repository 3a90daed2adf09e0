package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.baton.base.Page;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneEvidenceQuery.PendingRow;
import nl.baton.handoff.StakeTable.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** One lane closer by: how long it took, how it went over time, and the very handoffs that its figures count. */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class LaneEvidence {

    private final LanesSeen seen;
    private final LaneQuery lanes;
    private final LaneEvidenceQuery query;
    private final LaneTotals totals;
    private final EvidenceAssembly assembly;
    private final AgreedTerms terms;
    private final StakeQuery stakes;
    private final Generations generations;
    private final HandoffAccess access;
    private final Clock clock;

    LaneEvidence(
            LanesSeen seen,
            LaneQuery lanes,
            LaneEvidenceQuery query,
            LaneTotals totals,
            EvidenceAssembly assembly,
            AgreedTerms terms,
            StakeQuery stakes,
            Generations generations,
            HandoffAccess access,
            Clock clock) {
        this.seen = seen;
        this.lanes = lanes;
        this.query = query;
        this.totals = totals;
        this.assembly = assembly;
        this.terms = terms;
        this.stakes = stakes;
        this.generations = generations;
        this.access = access;
        this.clock = clock;
    }

    /** Which of a lane's handoffs. */
    public sealed interface Which {

        /** Every handoff that the filter counts. */
        record All() implements Which {}

        /** Those that the rate counts as broken: judged, and broken by the filter's rule or by any. */
        record Broken() implements Which {}

        /** Those that went straight back, by plan or not. */
        record PingPongs() implements Which {}

        /** Those that came back by way of others. */
        record Returns() implements Which {}

        /** Passes of this moment that nobody has begun in time, whatever the period. */
        record NotPickedUp() implements Which {}

        /** Those of which a lead dismissed what one rule had found. */
        record Dismissed(String rule) implements Which {}

        /** Those that the lane's analysis counts together; of one lane only. */
        record Slice(LaneSlice slice) implements Which {}

        /** Of each customer that what is at stake counts, the handoff that broke first. */
        record AtStake() implements Which {}

        /** Those that one rule finds broken, judged or not yet. */
        record ByRule(String rule) implements Which {}
    }

    /** Waits and trend of a lane; totals, so that a marketer sees them too. */
    @PreAuthorize(HandoffAccess.SEES_LANES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LaneDetails details(LaneFilter filter, LaneFigures lane) {
        return seen.find(filter, lane)
                .map(known -> {
                    WaitHistogram waits = waits(filter, known.id());
                    Duration allowed = terms.now()
                            .of(known.fromDepartment(), known.toDepartment(), clock.instant())
                            .pickUp();
                    return new LaneDetails(
                            waits.bins(allowed.toMillis()),
                            WaitHistogram.hours(allowed.toMillis()),
                            waits.longerThan(allowed.toMillis()),
                            waits.isExact(),
                            WeeklyTrend.of(totals.history(filter, known.id())));
                })
                .orElseGet(() -> new LaneDetails(
                        List.of(),
                        WaitHistogram.hours(terms.now().usual().pickUp().toMillis()),
                        0,
                        true,
                        List.of()));
    }

    private WaitHistogram waits(LaneFilter filter, long lane) {
        long handoffs = lanes.lanes(lanes.read(new Scope(filter, null, lane))).stream()
                .mapToLong(LaneSums::handoffs)
                .sum();
        return handoffs <= LaneWaits.EXACT_UP_TO
                ? WaitHistogram.exactly(query.businessWaits(filter, lane))
                : WaitHistogram.fromBuckets(query.businessWaitBuckets(filter, lane));
    }

    /**
     * Whether the asker may see every record behind a figure: with several roles one may see the figures of the whole
     * company, and the records of the own department only. A figure leads to all that it counts, or nowhere.
     *
     * @param lane null for the figures of all lanes
     */
    public boolean covers(@Nullable LaneFigures lane) {
        Long own = access.departmentOfEvidence();
        return own == null || (lane == null ? own.equals(access.departmentOfTotals()) : isEndOf(lane, own));
    }

    private static boolean isEndOf(LaneFigures lane, long department) {
        return lane.from().departmentId() == department || lane.to().departmentId() == department;
    }

    /**
     * The handoffs themselves, the last picked up first; passes that are not picked up, the oldest first.
     *
     * @param lane null for all lanes that the asker may see evidence of
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<HandoffEvidence> handoffs(
            LaneFilter filter, @Nullable LaneFigures lane, Which which, int offset, int limit) {
        Long own = access.departmentOfEvidence();
        Long laneId = lane == null ? null : laneSeen(filter, lane, own);
        if (laneId == null && (lane != null || which instanceof Which.Slice)) {
            return Page.empty();
        }
        if (which instanceof Which.NotPickedUp) {
            Page<PendingRow> rows = query.pending(filter, laneId, own, clock.instant(), offset, limit);
            return new Page<>(rows.total(), assembly.pending(filter.grain(), rows.items(), clock.instant()));
        }
        Page<HandoffTable.Row> rows = which instanceof Which.AtStake
                ? atStake(filter, lane, own, offset, limit)
                : query.handoffs(filter, laneId, own, which, offset, limit);
        return new Page<>(
                rows.total(),
                assembly.handoffs(
                        filter.grain(),
                        rows.items().stream().map(HandoffTable.Row::handoff).toList()));
    }

    private Page<HandoffTable.Row> atStake(
            LaneFilter filter, @Nullable LaneFigures lane, @Nullable Long own, int offset, int limit) {
        if (!access.seesStakes()) {
            throw new AccessDeniedException("An agent is told no sums");
        }
        Part all = own == null ? Part.ALL : Part.ofDepartment(own);
        Part part = lane == null ? all : new Part(lane.from().id(), lane.to().id());
        Page<Long> ids = stakes.handoffs(filter, part, generations.live(), offset, limit);
        return new Page<>(ids.total(), query.byIds(ids.items()));
    }

    private @Nullable Long laneSeen(LaneFilter filter, LaneFigures lane, @Nullable Long own) {
        return seen.find(filter, lane)
                .filter(known -> own == null || known.isEndOf(own))
                .map(LanesSeen.Seen::id)
                .orElse(null);
    }
}
