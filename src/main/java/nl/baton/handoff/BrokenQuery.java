package nl.baton.handoff;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.OneLook;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what is broken of some journeys, in one statement; within one look once. */
@Component
class BrokenQuery {

    private final NamedParameterJdbcTemplate named;

    BrokenQuery(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    private record Asked(List<Long> journeys) {}

    /** By journey, passes that are not picked up in time included; journeys of which nothing is broken are left out. */
    Map<Long, Integer> broken(List<Long> journeys, Instant now) {
        return journeys.isEmpty() ? Map.of() : OneLook.once(new Asked(journeys), () -> read(journeys, now));
    }

    private Map<Long, Integer> read(List<Long> journeys, Instant now) {
        Map<Long, Integer> broken = new HashMap<>();
        named.query("""
                SELECT h.journey_id, COUNT(*) FROM handoff h
                    JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                WHERE h.journey_id IN (:journeys) AND h.grain = 'DEPARTMENT' AND h.broken = TRUE GROUP BY h.journey_id
                UNION ALL SELECT p.journey_id, COUNT(*) FROM pending_pass p
                    JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                WHERE p.journey_id IN (:journeys) AND p.grain = 'DEPARTMENT' AND p.overdue_at < :now
                GROUP BY p.journey_id""", Map.of("journeys", journeys, "now", UtcTime.of(now)), row -> {
            broken.merge(row.getLong(1), row.getInt(2), Integer::sum);
        });
        return broken;
    }
}
