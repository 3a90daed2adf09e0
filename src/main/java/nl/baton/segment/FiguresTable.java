package nl.baton.segment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.segment.SegmentFigures.Pain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is known of each segment's members on its last day. */
@Component
class FiguresTable {

    private final JdbcClient jdbc;
    private final FiguresQuery query;
    private final Departments departments;
    private final JsonMapper json;

    FiguresTable(JdbcClient jdbc, FiguresQuery query, Departments departments, JsonMapper json) {
        this.jdbc = jdbc;
        this.query = query;
        this.departments = departments;
        this.json = json;
    }

    /** As they were taken down; {@code version} of the segment's condition. */
    record Taken(int version, SegmentFigures figures) {}

    Optional<Taken> of(long segment) {
        return jdbc.sql("SELECT version, body FROM segment_figures WHERE segment_id = ?")
                .param(segment)
                .query((row, n) -> new Taken(row.getInt(1), json.readValue(row.getString(2), SegmentFigures.class)))
                .optional();
    }

    /** Of all at once: what is known of customers is gone through only once. */
    void take(Map<Segment, CustomerSet> taken, Moment moment, LocalDate day) {
        if (taken.isEmpty()) {
            return;
        }
        Map<Segment, FiguresTally> tallies = new LinkedHashMap<>();
        taken.forEach((segment, members) -> tallies.put(segment, new FiguresTally(members.size())));
        var everyone = new FiguresTally(0);
        FiguresQuery.Concerned concerned = (customer, tally) -> {
            tally.accept(everyone);
            taken.forEach((segment, members) -> {
                if (members.contains(customer)) {
                    tally.accept(tallies.get(segment));
                }
            });
        };
        Survivors survivors = departments.survivors();
        query.values(moment, concerned);
        query.handoffs(moment, day, survivors, concerned);
        query.feedback(moment, day, concerned);
        query.contacts(moment, day, concerned);
        Pain all = everyone.pain();
        tallies.forEach((segment, tally) -> put(segment, tally.figures(day, all), moment));
    }

    private void put(Segment segment, SegmentFigures figures, Moment moment) {
        jdbc.sql("""
                        INSERT INTO segment_figures (segment_id, version, of_day, body, taken_at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE version = VALUES(version), of_day = VALUES(of_day), body = VALUES(body),
                            taken_at = VALUES(taken_at)""")
                .params(
                        segment.id(),
                        segment.version(),
                        figures.day(),
                        json.writeValueAsString(figures),
                        UtcTime.of(moment.now()))
                .update();
    }
}
