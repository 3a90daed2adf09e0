package nl.baton.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads whole journeys as they are stored, for work that looks at many of them and changes none. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class JourneyReading {

    private final NamedParameterJdbcTemplate named;
    private final TouchpointTable touchpoints;
    private final Departments departments;

    JourneyReading(NamedParameterJdbcTemplate named, TouchpointTable touchpoints, Departments departments) {
        this.named = named;
        this.touchpoints = touchpoints;
        this.departments = departments;
    }

    /** Those that there are, with their touchpoints in order. */
    public List<AssembledJourney> read(Collection<Long> journeys) {
        if (journeys.isEmpty()) {
            return List.of();
        }
        Survivors survivors = departments.survivors();
        Map<Long, List<Touchpoint>> byJourney = new HashMap<>();
        named.query("""
                SELECT c.journey_id, t.* FROM journey_case c JOIN touchpoint t ON t.case_id = c.id
                WHERE c.journey_id IN (:journeys)""", Map.of("journeys", journeys), row -> {
            byJourney
                    .computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                    .add(touchpoints.read(row, 0).withoutText().readAs(survivors));
        });
        byJourney.values().forEach(all -> all.sort(Touchpoint.ORDER));
        return named.query(
                """
                SELECT j.id, j.journey_type_id, j.customer_id, CASE WHEN u.kind = 'ANONYMOUS' THEN FALSE ELSE TRUE END
                FROM journey j JOIN customer u ON u.id = j.customer_id WHERE j.id IN (:journeys) ORDER BY j.id""",
                Map.of("journeys", journeys),
                (row, n) -> new AssembledJourney(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        false,
                        byJourney.getOrDefault(row.getLong(1), List.of())));
    }
}
