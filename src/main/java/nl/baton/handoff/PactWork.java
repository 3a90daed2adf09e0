package nl.baton.handoff;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.journey.ChangedCases;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Has those handoffs judged again for which something else was agreed than they were judged by. */
@Component
class PactWork {

    private static final int AT_ONCE = 1_000;

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;
    private final ChangedCases changedCases;

    PactWork(NamedParameterJdbcTemplate named, Departments departments, ChangedCases changedCases) {
        this.named = named;
        this.departments = departments;
        this.changedCases = changedCases;
    }

    /** In the caller's transaction; waits that began before the pact was in force are not touched. */
    void judgeAgain(Pact pact) {
        Survivors survivors = departments.survivors();
        Map<String, Object> parameters = Map.of(
                "from",
                survivors.readAs(pact.fromDepartment()),
                "to",
                survivors.readAs(pact.toDepartment()),
                "since",
                UtcTime.of(pact.since()));
        List<Long> lanes = named.queryForList(
                "SELECT id FROM lane WHERE from_department_id IN (:from) AND to_department_id IN (:to)",
                parameters,
                Long.class);
        if (lanes.isEmpty()) {
            return;
        }
        Map<String, Object> ofLanes = Map.of("lanes", lanes, "since", UtcTime.of(pact.since()));
        Set<Long> journeys = new HashSet<>(named.queryForList("""
                SELECT h.journey_id FROM handoff h
                WHERE h.lane_id IN (:lanes) AND h.picked_up_at >= :since AND h.passed_at >= :since""", ofLanes, Long.class));
        journeys.addAll(named.queryForList(
                "SELECT p.journey_id FROM pending_pass p WHERE p.lane_id IN (:lanes) AND p.passed_at >= :since",
                ofLanes,
                Long.class));
        List<Long> all = journeys.stream().sorted().toList();
        SystemWork.run(() -> {
            for (int i = 0; i < all.size(); i += AT_ONCE) {
                changedCases.addJourneys(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
            }
        });
    }
}
