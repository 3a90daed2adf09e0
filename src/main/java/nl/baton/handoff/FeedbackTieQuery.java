package nl.baton.handoff;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.feedback.FeedbackTie;
import nl.baton.feedback.FeedbackTies;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the last handoff between departments that was picked up before something was said of its journey. */
@Component
class FeedbackTieQuery implements FeedbackTies {

    private static final String FOLLOWED = """
            SELECT f.id, h.id, h.journey_id, l.from_department_id, l.to_department_id, h.passed_at, h.picked_up_at, h.broken
            FROM feedback f
                JOIN journey_type y ON y.code = f.journey_type
                JOIN journey_case c ON c.journey_type_id = y.id AND c.source = f.journey_source
                    AND c.case_number = f.journey_case AND c.contact = FALSE
                JOIN figures_generation g ON g.state = 'LIVE'
                JOIN handoff h ON h.journey_id = c.journey_id AND h.generation = g.generation AND h.grain = 'DEPARTMENT'
                    AND h.picked_up_at <= f.received_at
                LEFT JOIN handoff n ON n.journey_id = h.journey_id AND n.generation = h.generation AND n.grain = h.grain
                    AND n.sequence_number = h.sequence_number + 1
                JOIN lane l ON l.id = h.lane_id
            WHERE f.id IN (:feedback) AND (n.id IS NULL OR n.picked_up_at > f.received_at)""";

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;

    FeedbackTieQuery(NamedParameterJdbcTemplate named, Departments departments) {
        this.named = named;
        this.departments = departments;
    }

    @Override
    public Map<Long, FeedbackTie> of(Collection<Long> feedback) {
        Map<Long, FeedbackTie> ties = new HashMap<>();
        if (!feedback.isEmpty()) {
            Survivors survivors = departments.survivors();
            named.query(FOLLOWED, Map.of("feedback", feedback), row -> {
                ties.put(
                        row.getLong(1),
                        new FeedbackTie(
                                row.getLong(2),
                                row.getLong(3),
                                survivors.department(row.getLong(4)),
                                survivors.department(row.getLong(5)),
                                UtcTime.instant(row.getObject(6, LocalDateTime.class)),
                                UtcTime.instant(row.getObject(7, LocalDateTime.class)),
                                row.getBoolean(8)));
            });
        }
        return ties;
    }
}
