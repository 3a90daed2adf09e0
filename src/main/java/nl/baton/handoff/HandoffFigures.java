package nl.baton.handoff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.Page;
import nl.baton.handoff.LaneComputation.Figures;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.StakeTable.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What there is to say of all handoffs under a filter. An agent and a lead get the lanes with their own department at
 * either end; a steward the totals only.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_TOTALS)
public class HandoffFigures {

    /** Rates also move with the clock, as thirty days go by: nothing is older than this. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int FILTERS_KEPT = 60;

    private final LaneComputation computation;
    private final LaneQuery query;
    private final FiguresVersion version;
    private final StakeQuery stakes;
    private final LanesSeen seen;
    private final HandoffAccess access;
    private final Cache<Key, Figures> cache = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(FILTERS_KEPT)
            .build();

    HandoffFigures(
            LaneComputation computation,
            LaneQuery query,
            FiguresVersion version,
            StakeQuery stakes,
            LanesSeen seen,
            HandoffAccess access) {
        this.computation = computation;
        this.query = query;
        this.version = version;
        this.stakes = stakes;
        this.seen = seen;
        this.access = access;
    }

    private record Key(Scope scope, long version, boolean stakes) {}

    /** How lanes can be sorted. */
    public enum Sort {
        /** As they are ranked: by what is at stake, else by excess. */
        RANK,
        EXCESS,
        HANDOFFS,
        RATE,
        WAIT
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public HandoffSummary summary(LaneFilter filter) {
        return figures(filter, access.departmentOfTotals()).summary();
    }

    /** The day of the last pick-up there is, so that a screen can say where to look; empty without handoffs. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<LocalDate> lastDay() {
        return query.lastDay();
    }

    /** All lanes, those to mend first. */
    @PreAuthorize(HandoffAccess.SEES_LANES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LaneRanking ranking(LaneFilter filter) {
        return figures(filter, access.departmentOfLanes()).ranking();
    }

    /**
     * A page of the lanes.
     *
     * @param part of the name of either end; empty for all lanes
     */
    @PreAuthorize(HandoffAccess.SEES_LANES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<LaneFigures> lanes(
            LaneFilter filter, String part, Sort sort, boolean ascending, int offset, int limit) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        List<LaneFigures> ranked = figures(filter, access.departmentOfLanes()).ranking().lanes().stream()
                .filter(lane -> wanted.isEmpty()
                        || lane.from().name().toLowerCase(Locale.ROOT).contains(wanted)
                        || lane.to().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        Comparator<LaneFigures> order = order(sort);
        List<LaneFigures> page = (order == null
                        ? (ascending ? ranked.reversed() : ranked).stream()
                        : ranked.stream().sorted(ascending ? order : order.reversed()))
                .skip(offset)
                .limit(limit)
                .toList();
        return new Page<>(ranked.size(), page);
    }

    /** One lane; empty when it has no handoff under the filter, or is not the asker's to see. */
    @PreAuthorize(HandoffAccess.SEES_LANES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<LaneFigures> lane(LaneFilter filter, long fromUnit, long toUnit) {
        var scope = new Scope(filter, access.departmentOfLanes());
        Figures all = cache.getIfPresent(key(scope));
        if (all != null) {
            return all.ranking().lanes().stream()
                    .filter(lane -> lane.from().id() == fromUnit && lane.to().id() == toUnit)
                    .findFirst();
        }
        Stake stake = access.seesStakes()
                ? stakes.of(filter, new Part(fromUnit, toUnit)).orElse(null)
                : null;
        return seen.find(filter.grain(), fromUnit, toUnit).flatMap(lane -> computation.lane(scope, lane.id(), stake));
    }

    private static @Nullable Comparator<LaneFigures> order(Sort sort) {
        return switch (sort) {
            case RANK -> null;
            case EXCESS -> Comparator.comparing(LaneFigures::excess);
            case HANDOFFS -> Comparator.comparing(LaneFigures::handoffs);
            case RATE ->
                Comparator.comparing(lane -> {
                    Double share = lane.rate().share();
                    return share == null ? -1 : share;
                });
            case WAIT ->
                Comparator.comparing(lane -> {
                    Double wait = lane.waits().p50();
                    return wait == null ? -1 : wait;
                });
        };
    }

    private Figures figures(LaneFilter filter, @Nullable Long department) {
        var scope = new Scope(filter, department);
        return cache.get(key(scope), key -> computation.compute(scope, stakesSeen(filter)));
    }

    private Key key(Scope scope) {
        return new Key(scope, version.now(), access.seesStakes());
    }

    private Map<Part, Stake> stakesSeen(LaneFilter filter) {
        return access.seesStakes() ? stakes.of(filter) : Map.of();
    }
}
