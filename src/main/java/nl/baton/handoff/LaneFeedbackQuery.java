package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackSight;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was said of journeys while a handoff of the lane was their last: by the few handoffs that know of any. */
@Component
class LaneFeedbackQuery {

    private static final String SAID = """
             FROM handoff h
                LEFT JOIN handoff n ON n.journey_id = h.journey_id AND n.generation = h.generation AND n.grain = h.grain
                    AND n.sequence_number = h.sequence_number + 1
                JOIN journey_case c ON c.journey_id = h.journey_id
                JOIN journey_type y ON y.id = c.journey_type_id
                JOIN feedback f ON f.journey_case = c.case_number AND f.journey_type = y.code
                    AND f.journey_source = c.source
            WHERE %s AND h.feedbacks > 0 AND c.contact = FALSE AND f.received_at >= h.picked_up_at
                AND (n.picked_up_at IS NULL OR f.received_at < n.picked_up_at) AND %s\s""";

    private final JdbcClient jdbc;
    private final LaneConditions lanes;

    LaneFeedbackQuery(JdbcClient jdbc, LaneConditions lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    /** Feedback, and the journey it was about. */
    record Found(long feedback, long journey) {}

    private record From(String sql, List<Object> parameters) {}

    private From from(Reading reading, FeedbackSight.Condition sight) {
        Condition where = lanes.handoffs(reading);
        var parameters = new ArrayList<>(where.parameters());
        parameters.addAll(sight.parameters());
        return new From(SAID.formatted(where.sql(), sight.sql()), parameters);
    }

    /** The last first. */
    List<Found> page(Reading reading, FeedbackSight.Condition sight, int offset, int limit) {
        From from = from(reading, sight);
        from.parameters.addAll(List.of(limit, offset));
        return jdbc.sql("SELECT f.id, h.journey_id" + from.sql
                        + "ORDER BY f.received_at DESC, f.id DESC LIMIT ? OFFSET ?")
                .params(from.parameters)
                .query((row, n) -> new Found(row.getLong(1), row.getLong(2)))
                .list();
    }

    long count(Reading reading, FeedbackSight.Condition sight) {
        From from = from(reading, sight);
        return jdbc.sql("SELECT COUNT(*)" + from.sql)
                .params(from.parameters)
                .query(Long.class)
                .single();
    }

    /** By kind. */
    List<FeedbackTotal> totals(Reading reading, FeedbackSight.Condition sight) {
        From from = from(reading, sight);
        return jdbc.sql("""
                SELECT f.kind, COUNT(*), COUNT(f.score),
                    SUM(CASE WHEN (f.kind = 'NPS' AND f.score >= 9) OR (f.kind = 'CSAT' AND f.score >= 4)
                        OR (f.kind = 'CES' AND f.score >= 5) THEN 1 ELSE 0 END),
                    SUM(CASE WHEN f.kind = 'NPS' AND f.score <= 6 THEN 1 ELSE 0 END)""" + from.sql + "GROUP BY f.kind ORDER BY f.kind")
                .params(from.parameters)
                .query((row, n) -> new FeedbackTotal(
                        FeedbackKind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }
}
