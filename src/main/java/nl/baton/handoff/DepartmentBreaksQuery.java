package nl.baton.handoff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the judged handoffs of some lanes that some rules found broken, once for each rule. */
@Component
class DepartmentBreaksQuery {

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final LaneQuery lanes;
    private final BatonProperties properties;

    DepartmentBreaksQuery(
            NamedParameterJdbcTemplate named, Generations generations, LaneQuery lanes, BatonProperties properties) {
        this.named = named;
        this.generations = generations;
        this.lanes = lanes;
        this.properties = properties;
    }

    /** What one rule found on one lane. */
    record Wanted(long lane, String rule) {}

    /** Each with the one finding that it is listed for; the last picked up first. */
    List<StoredHandoff> page(Collection<Wanted> wanted, Period period, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("generation", generations.live());
        parameters.put("from", UtcTime.of(period.start(properties.zone())));
        parameters.put("to", UtcTime.of(period.end(properties.zone())));
        parameters.put("elapsed", UtcTime.of(lanes.elapsedBefore()));
        parameters.put("lanes", wanted.stream().map(Wanted::lane).collect(Collectors.toSet()));
        Map<String, List<Long>> byRule = wanted.stream()
                .collect(Collectors.groupingBy(Wanted::rule, Collectors.mapping(Wanted::lane, Collectors.toList())));
        List<String> rules = byRule.keySet().stream().sorted().toList();
        String found = IntStream.range(0, rules.size())
                .mapToObj(i -> {
                    parameters.put("rule" + i, rules.get(i));
                    parameters.put("lanes" + i, byRule.get(rules.get(i)));
                    return "(f.rule = :rule" + i + " AND h.lane_id IN (:lanes" + i + "))";
                })
                .collect(Collectors.joining(" OR "));
        return named.query(
                """
                SELECT f.rule, f.known, f.dismissed, f.touchpoints, f.measured, f.allowed, f.subject, h.*
                FROM handoff h JOIN finding f ON f.handoff_id = h.id
                WHERE h.lane_id IN (:lanes) AND h.generation = :generation AND h.picked_up_at >= :from
                    AND h.picked_up_at < :to AND h.marked = TRUE AND f.dismissed = FALSE
                    AND (h.leg_ended_at IS NOT NULL OR h.picked_up_at <= :elapsed) AND (%s)
                ORDER BY h.picked_up_at DESC, h.id DESC, f.rule LIMIT %d OFFSET %d""".formatted(found, limit, offset),
                parameters,
                (row, n) -> HandoffTable.read(row, List.of(HandoffTable.finding(row))));
    }
}
