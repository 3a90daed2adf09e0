package nl.baton.handoff;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.handoff.RelayStory.PassCount;
import nl.baton.journey.Timelines.Stretch;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what was computed of some journeys' handoffs; which journeys those are, the asker's rights have decided. */
@Component
class RelayQuery {

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final Departments departments;

    RelayQuery(NamedParameterJdbcTemplate named, Generations generations, Departments departments) {
        this.named = named;
        this.generations = generations;
        this.departments = departments;
    }

    /** The handoffs passed in a stretch, counted by lane, bin and whether they are broken. */
    List<PassCount> passes(Collection<Long> journeys, Stretch stretch, Duration bin) {
        if (journeys.isEmpty()) {
            return List.of();
        }
        Survivors survivors = departments.survivors();
        Map<String, Object> parameters = parameters(journeys);
        parameters.put("from", UtcTime.of(stretch.from()));
        parameters.put("to", UtcTime.of(stretch.to()));
        return named.query(
                """
                SELECT l.from_id, l.to_id, x.marked, x.passes, x.first_at, x.last_at, h.journey_id, h.pickup_touchpoint_id
                FROM (SELECT y.lane_id, y.bin, y.marked, COUNT(*) AS passes, MIN(y.passed_at) AS first_at,
                        MAX(y.passed_at) AS last_at, MIN(y.id) AS id
                    FROM (SELECT h.id, h.lane_id, h.marked, h.passed_at,
                            FLOOR(TIMESTAMPDIFF(SECOND, :from, h.passed_at) / %d.0) AS bin
                        FROM handoff h
                        WHERE h.journey_id IN (:journeys) AND h.generation = :generation AND h.grain = 'DEPARTMENT'
                            AND h.passed_at >= :from AND h.passed_at < :to) y
                    GROUP BY y.lane_id, y.bin, y.marked) x
                    JOIN handoff h ON h.id = x.id JOIN lane l ON l.id = x.lane_id
                ORDER BY x.first_at""".formatted(bin.toSeconds()),
                parameters,
                (row, n) -> new PassCount(
                        survivors.department(row.getLong(1)),
                        survivors.department(row.getLong(2)),
                        row.getBoolean(3),
                        row.getLong(4),
                        UtcTime.instant(row.getObject(5, LocalDateTime.class)),
                        UtcTime.instant(row.getObject(6, LocalDateTime.class)),
                        row.getLong(7),
                        row.getLong(8)));
    }

    private Map<String, Object> parameters(Collection<Long> journeys) {
        return new HashMap<>(Map.of("journeys", journeys, "generation", generations.live()));
    }
}
