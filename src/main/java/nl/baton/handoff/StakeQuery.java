package nl.baton.handoff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.handoff.RiskDifference.Stratum;
import nl.baton.handoff.StakeTable.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is at stake. What was computed stays as it is until the next valuation, so that it is added up once. */
@Component
class StakeQuery {

    private static final int FILTERS_KEPT = 400;

    private final JdbcClient jdbc;
    private final Cache<Key, Map<Part, Stake>> cache =
            Caffeine.newBuilder().maximumSize(FILTERS_KEPT).build();

    StakeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Run(int run, LocalDate asOf, String currency) {}

    /** Of all parts, where none is named. */
    private record Key(
            Run run,
            @Nullable Long journeyType,
            @Nullable Period period,
            @Nullable Part part) {}

    private record Sums(long customers, long unvalued, BigDecimal potential) {}

    /** Which rows of {@code stake_day} a question counts. */
    private record Where(String sql, List<Object> parameters) {

        static Where of(int run, LaneFilter filter) {
            var sql = new StringBuilder("run = ?");
            var parameters = new ArrayList<Object>(List.of(run));
            String previous = "previous_day";
            if (filter.journeyType() != null) {
                sql.append(" AND journey_type_id = ?");
                parameters.add(filter.journeyType());
                previous = "previous_of_type";
            }
            Period period = filter.period();
            if (period == null) {
                sql.append(" AND ").append(previous).append(" IS NULL");
            } else {
                sql.append(" AND pickup_day BETWEEN ? AND ? AND (%1$s IS NULL OR %1$s < ?)".formatted(previous));
                parameters.addAll(List.of(period.from(), period.to(), period.from()));
            }
            return new Where(sql.toString(), parameters);
        }
    }

    /**
     * By lane, by department, and of all lanes; empty before the first valuation, and where it is not defined: between teams,
     * and of one rule.
     */
    Map<Part, Stake> of(LaneFilter filter) {
        return defined(filter).map(run -> of(run, filter, null)).orElse(Map.of());
    }

    /** Of one part, without looking at any other. */
    Optional<Stake> of(LaneFilter filter, Part part) {
        return defined(filter).map(run -> {
            Map<Part, Stake> all = cache.getIfPresent(new Key(run, filter.journeyType(), filter.period(), null));
            return (all == null ? of(run, filter, part) : all).get(part);
        });
    }

    private Map<Part, Stake> of(Run run, LaneFilter filter, @Nullable Part part) {
        return cache.get(
                new Key(run, filter.journeyType(), filter.period(), part), key -> compute(key.run, filter, part));
    }

    private Optional<Run> defined(LaneFilter filter) {
        return filter.grain() != Grain.DEPARTMENT || filter.rule() != null ? Optional.empty() : shown();
    }

    private Optional<Run> shown() {
        return jdbc.sql("SELECT run, as_of, currency FROM stake_run WHERE state = 'LIVE'")
                .query((row, n) -> new Run(row.getInt(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .optional();
    }

    private Map<Part, Stake> compute(Run run, LaneFilter filter, @Nullable Part only) {
        Map<Part, List<Stratum>> strata = strata(run.run, filter.journeyType());
        Where where = Where.of(run.run, filter);
        var parameters = new ArrayList<>(where.parameters);
        if (only != null) {
            parameters.addAll(List.of(only.from(), only.to()));
        }
        Map<Part, Stake> stakes = new HashMap<>();
        jdbc.sql("SELECT from_id, to_id, COUNT(*), COUNT(potential), SUM(potential) FROM stake_day WHERE " + where.sql
                        + (only == null ? "" : " AND from_id = ? AND to_id = ?") + " GROUP BY from_id, to_id")
                .params(parameters)
                .query(row -> {
                    var part = new Part(row.getLong(1), row.getLong(2));
                    BigDecimal potential = row.getBigDecimal(5);
                    stakes.put(
                            part,
                            new Stake(
                                    run.asOf,
                                    run.currency,
                                    row.getLong(3),
                                    row.getLong(3) - row.getLong(4),
                                    potential == null ? BigDecimal.ZERO : potential,
                                    RiskDifference.of(strata.getOrDefault(part, List.of()))
                                            .orElse(null)));
                });
        return stakes;
    }

    private Map<Part, List<Stratum>> strata(int run, @Nullable Long journeyType) {
        var parameters = new ArrayList<Object>(List.of(run));
        if (journeyType != null) {
            parameters.add(journeyType);
        }
        Map<Part, List<Stratum>> strata = new HashMap<>();
        jdbc.sql("SELECT from_id, to_id, broken, broken_lost, whole, whole_lost FROM stake_stratum WHERE run = ?"
                        + (journeyType == null ? "" : " AND journey_type_id = ?"))
                .params(parameters)
                .query(row -> {
                    strata.computeIfAbsent(new Part(row.getLong(1), row.getLong(2)), part -> new ArrayList<>())
                            .add(new Stratum(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
                });
        return strata;
    }

    /** Of each of the customers the handoff that broke first in the period, the last one first. */
    Page<Long> handoffs(LaneFilter filter, Part part, int generation, int offset, int limit) {
        Stake stake = of(filter, part).orElse(null);
        Run run = shown().orElse(null);
        if (stake == null || run == null) {
            return Page.empty();
        }
        Where where = Where.of(run.run, filter);
        var parameters =
                new ArrayList<Object>(List.of(generation, part.from(), part.from(), part.to(), part.to(), part.from()));
        parameters.addAll(where.parameters);
        parameters.addAll(List.of(part.from(), part.to(), limit, offset));
        return new Page<>(
                stake.customers(),
                jdbc
                        .sql("""
                        SELECT (
                            SELECT MIN(h.id) FROM handoff h JOIN lane l ON l.id = h.lane_id
                            WHERE h.journey_id = s.journey_id AND h.generation = ? AND h.grain = 'DEPARTMENT'
                                AND h.pickup_day = s.pickup_day AND h.broken = TRUE
                                AND (? = 0 OR l.from_id = ? AND (l.to_id = ? OR ? = 0) OR l.to_id = ? AND s.to_id = 0))
                        FROM stake_day s WHERE %s AND from_id = ? AND to_id = ?
                        ORDER BY pickup_day DESC, customer_id LIMIT ? OFFSET ?""".formatted(where.sql))
                        .params(parameters)
                        .query((row, n) -> row.getObject(1, Long.class))
                        .list()
                        .stream()
                        .filter(id -> id != null)
                        .toList());
    }
}
