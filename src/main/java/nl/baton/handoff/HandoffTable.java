package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows behind a journey's handoffs, findings, pending passes and days. */
@Repository
class HandoffTable {

    private static final int MORE_COLUMNS = 35;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Ids ids;

    HandoffTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, Ids ids) {
        this.jdbc = jdbc;
        this.named = named;
        this.ids = ids;
    }

    /** A handoff with the id under which it is stored. */
    record Row(long id, StoredHandoff handoff) {}

    /** The stored handoffs of some journeys in one generation of the figures. */
    List<Row> handoffs(int generation, Collection<Long> journeys) {
        Map<Long, List<Finding>> findings = new HashMap<>();
        List<Row> rows = named.query(
                "SELECT * FROM handoff WHERE journey_id IN (:journeys) AND generation = :generation",
                Map.of("journeys", journeys, "generation", generation),
                (row, n) -> {
                    long id = row.getLong("id");
                    List<Finding> found = row.getBoolean("marked") || row.getBoolean("dismissed")
                            ? findings.computeIfAbsent(id, any -> new ArrayList<>())
                            : List.of();
                    return new Row(id, read(row, found));
                });
        readFindings(findings);
        return rows;
    }

    /** By handoff, which the database finds in their order; asked by journey it would read all findings there are. */
    private void readFindings(Map<Long, List<Finding>> findings) {
        if (!findings.isEmpty()) {
            named.query(
                    "SELECT * FROM finding WHERE handoff_id IN (:handoffs) ORDER BY rule",
                    Map.of("handoffs", findings.keySet()),
                    row -> {
                        Objects.requireNonNull(findings.get(row.getLong("handoff_id")))
                                .add(finding(row));
                    });
        }
    }

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule"),
                Window.Kind.of(row.getString("known")),
                row.getBoolean("dismissed"),
                new Evidence(
                        Arrays.stream(row.getString("touchpoints").split(","))
                                .filter(id -> !id.isEmpty())
                                .map(Long::valueOf)
                                .toList(),
                        row.getObject("measured", Long.class),
                        row.getObject("allowed", Long.class),
                        row.getString("subject")));
    }

    static StoredHandoff read(ResultSet row, List<Finding> findings) throws SQLException {
        return new StoredHandoff(
                row.getLong("journey_id"),
                row.getLong("journey_type_id"),
                Grain.valueOf(row.getString("grain")),
                row.getInt("sequence_number"),
                row.getLong("lane_id"),
                row.getLong("passing_touchpoint_id"),
                row.getLong("pickup_touchpoint_id"),
                UtcTime.instant(row.getObject("passed_at", LocalDateTime.class)),
                UtcTime.instant(row.getObject("picked_up_at", LocalDateTime.class)),
                row.getObject("pickup_day", LocalDate.class),
                UtcTime.instantOrNull(row.getObject("leg_ended_at", LocalDateTime.class)),
                row.getLong("wait_ms"),
                row.getLong("business_wait_ms"),
                row.getBoolean("explicit_pass"),
                row.getInt("chases"),
                row.getBoolean("ping_pong"),
                row.getBoolean("is_return"),
                row.getBoolean("bounced"),
                row.getBoolean("first_on_lane"),
                row.getInt("firsts"),
                findings,
                codes(row.getString("judged_rules")),
                codes(row.getString("exempt_rules")),
                HandoffTraits.read(row));
    }

    private static List<String> codes(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }

    private static @Nullable String joined(List<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    List<JourneyDay> days(int generation, Collection<Long> journeys) {
        return named.query(
                """
                SELECT journey_id, journey_type_id, touchpoint_day, with_department, without_department, first_day
                FROM journey_day WHERE journey_id IN (:journeys) AND generation = :generation""",
                Map.of("journeys", journeys, "generation", generation),
                (row, n) -> new JourneyDay(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)));
    }

    void deleteHandoffs(List<Row> rows) {
        if (!rows.isEmpty()) {
            Map<String, List<Long>> gone =
                    Map.of("ids", rows.stream().map(Row::id).toList());
            named.update("DELETE FROM finding WHERE handoff_id IN (:ids)", gone);
            named.update("DELETE FROM handoff WHERE id IN (:ids)", gone);
        }
    }

    void insertHandoffs(int generation, List<StoredHandoff> handoffs) {
        if (handoffs.isEmpty()) {
            return;
        }
        long id = ids.reserve("handoff", handoffs.size());
        var rows = new ArrayList<@Nullable Object[]>();
        var findings = new ArrayList<@Nullable Object[]>();
        for (StoredHandoff handoff : handoffs) {
            rows.add(values(id, generation, handoff));
            for (Finding finding : handoff.findings()) {
                findings.add(values(id, finding));
            }
            id++;
        }
        jdbc.batchUpdate("""
                INSERT INTO handoff (id, generation, journey_id, journey_type_id, grain, sequence_number, lane_id,
                    passing_touchpoint_id, pickup_touchpoint_id, passed_at, picked_up_at, pickup_day, leg_ended_at,
                    wait_ms, business_wait_ms, explicit_pass, chases, ping_pong, is_return, bounced, first_on_lane,
                    firsts, broken, marked, dismissed, judged_rules, exempt_rules, %s)
                VALUES (?%s)""".formatted(HandoffTraits.COLUMNS, ", ?".repeat(MORE_COLUMNS)), rows);
        jdbc.batchUpdate("""
                INSERT INTO finding (handoff_id, rule, known, dismissed, touchpoints, measured, allowed, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", findings);
    }

    private static @Nullable Object[] values(long id, int generation, StoredHandoff handoff) {
        return handoff.traits()
                .behind(
                        id,
                        generation,
                        handoff.journeyId(),
                        handoff.journeyTypeId(),
                        handoff.grain().name(),
                        handoff.sequence(),
                        handoff.laneId(),
                        handoff.passingTouchpointId(),
                        handoff.pickupTouchpointId(),
                        UtcTime.of(handoff.passedAt()),
                        UtcTime.of(handoff.pickedUpAt()),
                        handoff.day(),
                        UtcTime.ofNullable(handoff.legEndedAt()),
                        handoff.waitMillis(),
                        handoff.businessWaitMillis(),
                        handoff.explicit(),
                        handoff.chases(),
                        handoff.pingPong(),
                        handoff.isReturn(),
                        handoff.bounced(),
                        handoff.firstOnLane(),
                        handoff.firsts(),
                        handoff.broken(),
                        handoff.marked(),
                        handoff.dismissed(),
                        joined(handoff.judgedRules()),
                        joined(handoff.exemptRules()));
    }

    private static @Nullable Object[] values(long handoff, Finding finding) {
        Evidence evidence = finding.evidence();
        return new @Nullable Object[] {
            handoff,
            finding.rule(),
            finding.known().code(),
            finding.dismissed(),
            evidence.touchpoints().stream().map(String::valueOf).collect(Collectors.joining(",")),
            evidence.measured(),
            evidence.allowed(),
            evidence.subject()
        };
    }

    /** The passes that wait, as they were stored. */
    List<StoredPendingPass> pending(int generation, Collection<Long> journeys) {
        return named.query(
                "SELECT * FROM pending_pass WHERE journey_id IN (:journeys) AND generation = :generation",
                Map.of("journeys", journeys, "generation", generation),
                (row, n) -> new StoredPendingPass(
                        row.getLong("journey_id"),
                        row.getLong("journey_type_id"),
                        Grain.valueOf(row.getString("grain")),
                        row.getLong("lane_id"),
                        row.getLong("passing_touchpoint_id"),
                        UtcTime.instant(row.getObject("passed_at", LocalDateTime.class)),
                        UtcTime.instant(row.getObject("overdue_at", LocalDateTime.class)),
                        row.getInt("chases"),
                        row.getLong("agreed_ms"),
                        UtcTime.instantOrNull(row.getObject("abandoned_at", LocalDateTime.class)),
                        row.getBoolean("cancelled")));
    }

    void deletePending(int generation, List<StoredPendingPass> passes) {
        jdbc.batchUpdate(
                "DELETE FROM pending_pass WHERE journey_id = ? AND generation = ? AND grain = ? AND lane_id = ?",
                passes.stream()
                        .map(pass -> new Object[] {
                            pass.journeyId(), generation, pass.grain().name(), pass.laneId()
                        })
                        .toList());
    }

    void insertPending(int generation, List<StoredPendingPass> passes) {
        jdbc.batchUpdate(
                """
                INSERT INTO pending_pass (journey_id, generation, journey_type_id, grain, lane_id,
                    passing_touchpoint_id, passed_at, overdue_at, chases, agreed_ms, abandoned_at, cancelled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                passes.stream()
                        .map(pass -> new @Nullable Object[] {
                            pass.journeyId(),
                            generation,
                            pass.journeyTypeId(),
                            pass.grain().name(),
                            pass.laneId(),
                            pass.passingTouchpointId(),
                            UtcTime.of(pass.passedAt()),
                            UtcTime.of(pass.overdueAt()),
                            pass.chases(),
                            pass.agreedMillis(),
                            UtcTime.ofNullable(pass.abandonedAt()),
                            pass.cancelled()
                        })
                        .toList());
    }

    void deleteDays(int generation, List<JourneyDay> days) {
        jdbc.batchUpdate(
                "DELETE FROM journey_day WHERE journey_id = ? AND generation = ? AND touchpoint_day = ?",
                days.stream()
                        .map(day -> new Object[] {day.journeyId(), generation, day.day()})
                        .toList());
    }

    void insertDays(int generation, List<JourneyDay> days) {
        jdbc.batchUpdate(
                """
                INSERT INTO journey_day (journey_id, generation, journey_type_id, touchpoint_day, with_department,
                    without_department, first_day)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                days.stream()
                        .map(day -> new Object[] {
                            day.journeyId(),
                            generation,
                            day.journeyTypeId(),
                            day.day(),
                            day.withDepartment(),
                            day.withoutDepartment(),
                            day.first()
                        })
                        .toList());
    }
}
