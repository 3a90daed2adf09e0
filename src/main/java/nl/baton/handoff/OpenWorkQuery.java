package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.OneLook;
import nl.baton.base.UtcTime;
import nl.baton.customer.OpenWork;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has the open journeys of some customers, in three statements. Which ones the asker sees is for {@link Journeys}. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
class OpenWorkQuery implements OpenWork {

    /** Of what was silent for longer nobody knows whether it is open. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final NamedParameterJdbcTemplate named;
    private final Journeys journeys;
    private final Departments departments;
    private final Clock clock;

    OpenWorkQuery(NamedParameterJdbcTemplate named, Journeys journeys, Departments departments, Clock clock) {
        this.named = named;
        this.journeys = journeys;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Holder> of(Collection<Long> customers) {
        return OneLook.at(() -> read(customers));
    }

    private Map<Long, Holder> read(Collection<Long> customers) {
        Instant now = clock.instant();
        List<JourneySummary> open = journeys.open(customers, now.minus(LATELY));
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<Long, Holder> byJourney =
                holders(open.stream().map(JourneySummary::id).toList(), now);
        Map<Long, Holder> byCustomer = new LinkedHashMap<>();
        for (JourneySummary journey : open) {
            Holder holder = byJourney.get(journey.id());
            if (holder != null) {
                byCustomer.merge(
                        journey.customerId(), holder, (last, older) -> older.broken() && !last.broken() ? older : last);
            }
        }
        return byCustomer;
    }

    private Map<Long, Holder> holders(List<Long> of, Instant now) {
        Survivors survivors = departments.survivors();
        Map<Long, Department> byId =
                departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        Map<Long, Holder> holders = new HashMap<>();
        named.query("""
                SELECT j.id,
                    (SELECT MAX(l.to_id) FROM pending_pass p
                        JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                        JOIN lane l ON l.id = p.lane_id
                        WHERE p.journey_id = j.id AND p.grain = 'DEPARTMENT' AND p.cancelled = FALSE) AS waits_for,
                    (SELECT t.department_id FROM journey_case c JOIN touchpoint t ON t.case_id = c.id
                        WHERE c.journey_id = j.id AND t.department_id IS NOT NULL
                        ORDER BY t.started_at DESC, t.id DESC LIMIT 1) AS had_last,
                    (SELECT COUNT(*) FROM handoff h
                        JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                        WHERE h.journey_id = j.id AND h.grain = 'DEPARTMENT' AND h.marked = TRUE)
                    + (SELECT COUNT(*) FROM pending_pass p
                        JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                        WHERE p.journey_id = j.id AND p.grain = 'DEPARTMENT' AND p.cancelled = FALSE AND p.overdue_at < :now) AS broken
                FROM journey j WHERE j.id IN (:journeys)""", Map.of("journeys", of, "now", UtcTime.of(now)), row -> {
            boolean waits = row.getLong("waits_for") > 0;
            Department department =
                    byId.get(survivors.department(waits ? row.getLong("waits_for") : row.getLong("had_last")));
            if (department != null) {
                holders.put(row.getLong("id"), new Holder(department.name(), waits, row.getInt("broken") > 0));
            }
        });
        return holders;
    }
}
