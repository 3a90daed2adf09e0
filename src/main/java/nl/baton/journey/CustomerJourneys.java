package nl.baton.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.OneLook;
import nl.baton.department.Departments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads a customer's journeys, within one look once for all who ask. */
@Component
class CustomerJourneys {

    /** Nobody has more journeys than this to look back on; of who does, the last ones. */
    private static final int MOST = 5_000;

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;
    private final JourneySight sight;

    CustomerJourneys(NamedParameterJdbcTemplate named, Departments departments, JourneySight sight) {
        this.named = named;
        this.departments = departments;
        this.sight = sight;
    }

    /**
     * A journey, and what it is to the asker's home department.
     *
     * @param work whether it is open and that department took part, or is to
     */
    record Row(JourneySummary journey, boolean work) {}

    private record Asked(
            long customer, @Nullable Long own, @Nullable Long home) {}

    /**
     * The one with the last contact first.
     *
     * @param own the one department whose journeys are asked for; null for all
     */
    List<Row> of(long customer, @Nullable Long own) {
        Long home = sight.homeDepartment();
        return OneLook.once(new Asked(customer, own, home), () -> read(customer, own, home));
    }

    private List<Row> read(long customer, @Nullable Long own, @Nullable Long home) {
        Map<String, Object> parameters = sight.parameters(Map.of("customer", customer), own);
        parameters.put(
                "home", home == null ? Set.of(0L) : departments.survivors().readAs(home));
        return named.query(
                """
                SELECT j.*, y.name AS type_name, y.rhythm AS type_rhythm, CASE WHEN j.closed_at IS NULL
                    AND EXISTS (SELECT 1 FROM journey_case k JOIN touchpoint o ON o.case_id = k.id
                        WHERE k.journey_id = j.id
                            AND (o.department_id IN (:home) OR o.handed_to_department_id IN (:home)))
                    THEN TRUE ELSE FALSE END AS work
                FROM journey j JOIN journey_type y ON y.id = j.journey_type_id
                WHERE j.customer_id = :customer AND\s""" + JourneySight.SEEN + " ORDER BY j.last_at DESC, j.id DESC LIMIT " + MOST,
                parameters,
                (row, n) -> new Row(Journeys.summary(row, n), row.getBoolean("work")));
    }
}
