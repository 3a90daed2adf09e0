package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.OneLook;
import nl.baton.base.UtcTime;
import nl.baton.handoff.rule.NotPickedUp;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what stands found of some journeys, in one statement; within one look no journey is read twice. */
@Component
class FindingsQuery {

    private final NamedParameterJdbcTemplate named;

    FindingsQuery(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /** A pass that nobody has begun: what was agreed for it, and when that is exceeded. */
    record Waiting(Duration agreed, Instant overdueAt) {}

    /**
     * What stands found of a journey at one grain.
     *
     * @param findings by the touchpoint that picked up
     * @param waiting by the touchpoint that passed
     */
    record Found(Map<Long, List<Finding>> findings, Map<Long, Waiting> waiting) {

        private Found() {
            this(new HashMap<>(), new HashMap<>());
        }

        /** How many handoffs are broken, passes that are not picked up in time included. */
        int broken(Instant now) {
            return findings.size()
                    + (int) waiting.values().stream()
                            .filter(pass -> pass.overdueAt.isBefore(now))
                            .count();
        }
    }

    private record Asked(Grain grain, long journey) {}

    private record LookedUp(Map<Asked, Found> known) {}

    /** How many are broken by journey, of departments; journeys of which nothing is broken are left out. */
    Map<Long, Integer> broken(Collection<Long> journeys, Instant now) {
        Map<Long, Integer> broken = new HashMap<>();
        of(Grain.DEPARTMENT, journeys).forEach((journey, found) -> {
            int count = found.broken(now);
            if (count > 0) {
                broken.put(journey, count);
            }
        });
        return broken;
    }

    /** By journey; each of them is there. */
    Map<Long, Found> of(Grain grain, Collection<Long> journeys) {
        Map<Asked, Found> known =
                OneLook.once(FindingsQuery.class, () -> new LookedUp(new ConcurrentHashMap<>())).known;
        Collection<Long> missing = new TreeSet<>(journeys);
        missing.removeIf(journey -> known.containsKey(new Asked(grain, journey)));
        if (!missing.isEmpty()) {
            read(grain, missing).forEach((journey, found) -> known.put(new Asked(grain, journey), found));
        }
        Map<Long, Found> asked = new HashMap<>();
        journeys.forEach(journey -> asked.put(journey, Objects.requireNonNull(known.get(new Asked(grain, journey)))));
        return asked;
    }

    private Map<Long, Found> read(Grain grain, Collection<Long> journeys) {
        Map<Long, Found> found = new HashMap<>();
        journeys.forEach(journey -> found.put(journey, new Found()));
        named.query("""
                SELECT h.journey_id, h.pickup_touchpoint_id AS touchpoint, f.rule, f.known, f.dismissed, f.touchpoints,
                    f.measured, f.allowed, f.subject, CAST(NULL AS DATETIME(6)) AS overdue_at
                FROM handoff h JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                    JOIN finding f ON f.handoff_id = h.id AND f.dismissed = FALSE
                WHERE h.journey_id IN (:journeys) AND h.grain = :grain AND h.marked = TRUE
                UNION ALL
                SELECT p.journey_id, p.passing_touchpoint_id, :waits, 'L', FALSE, '', NULL, p.agreed_ms, NULL, p.overdue_at
                FROM pending_pass p JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                WHERE p.journey_id IN (:journeys) AND p.grain = :grain AND p.cancelled = FALSE
                ORDER BY 1, 2, 3""", Map.of("journeys", journeys, "grain", grain.name(), "waits", NotPickedUp.CODE), row -> {
            take(Objects.requireNonNull(found.get(row.getLong(1))), row);
        });
        return found;
    }

    private static void take(Found found, ResultSet row) throws SQLException {
        LocalDateTime overdueAt = row.getObject("overdue_at", LocalDateTime.class);
        if (overdueAt == null) {
            found.findings
                    .computeIfAbsent(row.getLong("touchpoint"), any -> new ArrayList<>())
                    .add(HandoffTable.finding(row));
        } else {
            found.waiting.put(
                    row.getLong("touchpoint"),
                    new Waiting(Duration.ofMillis(row.getLong("allowed")), UtcTime.instant(overdueAt)));
        }
    }
}
