package nl.baton.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All journeys one after the other, some at a time, for a log to be written from. An executive and a token get all of them,
 * a lead those that the own department took part in. Agents, who see every journey, see them one by one; the log as a
 * whole is for who answers for it.
 */
@Service
@PreAuthorize(JourneyLog.READS)
public class JourneyLog {

    /** Who may have the log. */
    public static final String READS = "hasAnyRole('EXECUTIVE', 'LEAD') or hasAuthority('SCOPE_handoffs:read')";

    private static final int JOURNEYS_AT_ONCE = 500;
    private static final int TOUCHPOINTS_AT_ONCE = 5_000;

    private final NamedParameterJdbcTemplate named;
    private final TouchpointTable table;
    private final JourneyTypes types;
    private final Departments departments;
    private final JourneySight sight;
    private final CurrentUserProvider users;

    JourneyLog(
            NamedParameterJdbcTemplate named,
            TouchpointTable table,
            JourneyTypes types,
            Departments departments,
            JourneySight sight,
            CurrentUserProvider users) {
        this.named = named;
        this.table = table;
        this.types = types;
        this.departments = departments;
        this.sight = sight;
        this.users = users;
    }

    /**
     * Which journeys.
     *
     * @param type null for all
     * @param from those whose last touchpoint is not before this; null for all
     * @param until those whose first touchpoint is before this; null for all
     */
    public record Wanted(
            @Nullable Long type,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * Whether who asks may know whose journeys these are, by their case numbers and by who did the work: not an executive,
     * who sees evidence with masked names, and not another system.
     */
    public boolean masked() {
        CurrentUser user = users.get();
        return !user.has(Role.AGENT) && !user.has(Role.STEWARD) && (!user.has(Role.LEAD) || user.has(Role.EXECUTIVE));
    }

    /** The next journeys by id; none after the last. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<LoggedJourney> after(long journey, Wanted wanted) {
        List<JourneySummary> next = next(journey, wanted);
        Map<Long, List<Touchpoint>> touchpoints = touchpoints(next);
        return next.stream()
                .map(summary -> new LoggedJourney(
                        summary,
                        types.code(summary.typeId()),
                        touchpoints.getOrDefault(summary.id(), List.of()).stream()
                                .sorted(Touchpoint.ORDER)
                                .toList()))
                .toList();
    }

    /** As many as hold a bounded number of touchpoints together, and at least one. */
    private List<JourneySummary> next(long journey, Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>(Map.of("after", journey, "most", JOURNEYS_AT_ONCE));
        String which = "";
        if (wanted.type != null) {
            which += " AND j.journey_type_id = :type";
            parameters.put("type", wanted.type);
        }
        if (wanted.from != null) {
            which += " AND j.last_at >= :from";
            parameters.put("from", UtcTime.of(wanted.from));
        }
        if (wanted.until != null) {
            which += " AND j.opened_at < :until";
            parameters.put("until", UtcTime.of(wanted.until));
        }
        List<JourneySummary> found = named.query(
                """
                SELECT j.*, y.name AS type_name, y.rhythm AS type_rhythm FROM journey j JOIN journey_type y ON y.id = j.journey_type_id
                WHERE j.id > :after%s AND %s ORDER BY j.id LIMIT :most""".formatted(which, JourneySight.SEEN),
                sight.parameters(parameters, ownDepartment()),
                Journeys::summary);
        var next = new ArrayList<JourneySummary>();
        int size = 0;
        for (JourneySummary summary : found) {
            size += summary.touchpoints();
            if (size > TOUCHPOINTS_AT_ONCE && !next.isEmpty()) {
                break;
            }
            next.add(summary);
        }
        return next;
    }

    private @Nullable Long ownDepartment() {
        CurrentUser user = users.get();
        return user.has(Role.EXECUTIVE) || user.hasScope("handoffs:read") ? null : sight.ownDepartment();
    }

    private Map<Long, List<Touchpoint>> touchpoints(List<JourneySummary> journeys) {
        Map<Long, Long> journeyByCase = new HashMap<>();
        Map<Long, List<Touchpoint>> byJourney = new HashMap<>();
        if (journeys.isEmpty()) {
            return byJourney;
        }
        named.query(
                "SELECT id, journey_id FROM journey_case WHERE journey_id IN (:journeys)",
                Map.of("journeys", journeys.stream().map(JourneySummary::id).toList()),
                row -> {
                    journeyByCase.put(row.getLong(1), row.getLong(2));
                });
        Survivors survivors = departments.survivors();
        for (Touchpoint touchpoint : table.ofCases(journeyByCase.keySet())) {
            byJourney
                    .computeIfAbsent(journeyByCase.get(touchpoint.caseId()), id -> new ArrayList<>())
                    .add(touchpoint.readAs(survivors));
        }
        return byJourney;
    }
}
