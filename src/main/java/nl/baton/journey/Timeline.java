package nl.baton.journey;

import java.util.List;
import java.util.Map;
import nl.baton.base.Page;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's touchpoints over all journeys and departments, the last first; as much of them as the asker may see. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class Timeline {

    private static final String FROM = """
             FROM journey j JOIN journey_case c ON c.journey_id = j.id JOIN touchpoint t ON t.case_id = c.id
            WHERE\s""";

    private static final String LAST_FIRST = " ORDER BY t.started_at DESC, t.id DESC";

    private final NamedParameterJdbcTemplate named;
    private final TouchpointTable table;
    private final Departments departments;
    private final JourneySight sight;

    Timeline(NamedParameterJdbcTemplate named, TouchpointTable table, Departments departments, JourneySight sight) {
        this.named = named;
        this.table = table;
        this.departments = departments;
        this.sight = sight;
    }

    /** Some of them, and how many there are in all. */
    @Transactional(readOnly = true)
    public Page<Touchpoint> page(TimelineFilter filter, int offset, int limit) {
        Survivors survivors = departments.survivors();
        TimelineConditions conditions = TimelineConditions.of(filter, survivors);
        Map<String, Object> parameters = sight.parameters(conditions.parameters());
        Long total = named.queryForObject("SELECT COUNT(*)" + FROM + conditions.sql(), parameters, Long.class);
        return new Page<>(total == null ? 0 : total, read(conditions, parameters, survivors, offset, limit));
    }

    /** The latest of them, without counting the rest. */
    @Transactional(readOnly = true)
    public List<Touchpoint> latest(TimelineFilter filter, int most) {
        Survivors survivors = departments.survivors();
        TimelineConditions conditions = TimelineConditions.of(filter, survivors);
        return read(conditions, sight.parameters(conditions.parameters()), survivors, 0, most);
    }

    /** Which they are is found in indexes; only those that are shown are read in full. */
    private List<Touchpoint> read(
            TimelineConditions conditions, Map<String, Object> parameters, Survivors survivors, int offset, int limit) {
        return named
                .query(
                        "SELECT t.* FROM touchpoint t JOIN (SELECT t.id" + FROM + conditions.sql() + LAST_FIRST
                                + " LIMIT " + limit + " OFFSET " + offset + ") shown ON shown.id = t.id" + LAST_FIRST,
                        parameters,
                        table::read)
                .stream()
                .map(touchpoint -> sight.shown(touchpoint, survivors))
                .toList();
    }
}
