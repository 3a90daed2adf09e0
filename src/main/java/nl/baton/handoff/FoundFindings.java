package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.FoundFinding.Reference;
import nl.baton.handoff.FoundFinding.State;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads findings with all that is to be told of them: where, by what, and what has become of them. */
@Component
class FoundFindings {

    /** What a condition on findings goes on from. */
    static final String FROM = """
             FROM handoff h JOIN finding f ON f.handoff_id = h.id JOIN lane l ON l.id = h.lane_id
                JOIN journey j ON j.id = h.journey_id
                LEFT JOIN finding_verdict v ON v.pickup_touchpoint_id = h.pickup_touchpoint_id AND v.rule = f.rule
            WHERE h.generation = :generation AND h.grain = :grain AND (h.marked = TRUE OR h.dismissed = TRUE)""";

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;
    private final Clock clock;
    private final ZoneId zone;

    FoundFindings(NamedParameterJdbcTemplate named, Departments departments, Clock clock, BatonProperties properties) {
        this.named = named;
        this.departments = departments;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** @param where begins with {@link #FROM}, and may order and end */
    List<FoundFinding> read(Grain grain, CharSequence where, Map<String, Object> parameters) {
        return told(grain, rows(where, parameters));
    }

    private List<Row> rows(CharSequence where, Map<String, Object> parameters) {
        return named.query("""
                SELECT f.*, h.journey_id, h.sequence_number, h.pickup_touchpoint_id, h.passed_at, h.picked_up_at,
                    l.from_id, l.to_id, j.closed_at, j.source, j.case_number, v.state AS verdict, v.reason, v.decided_by,
                    v.decided_at, (SELECT y.code FROM journey_type y WHERE y.id = j.journey_type_id) AS type_code
                """ + where, parameters, (row, n) -> read(row).asDecided());
    }

    private record Row(
            Finding finding,
            long journey,
            CaseKey key,
            int sequence,
            long pickup,
            Instant passedAt,
            Instant pickedUpAt,
            long from,
            long to,
            @Nullable Instant closedAt,
            @Nullable String verdict,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {

        Row asDecided() {
            boolean dismissed = State.DISMISSED.name().equals(verdict);
            return new Row(
                    new Finding(finding.rule(), finding.known(), dismissed, finding.evidence()),
                    journey,
                    key,
                    sequence,
                    pickup,
                    passedAt,
                    pickedUpAt,
                    from,
                    to,
                    closedAt,
                    verdict,
                    decidedAt,
                    decidedBy,
                    reason);
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                HandoffTable.finding(row),
                row.getLong("journey_id"),
                new CaseKey(row.getString("type_code"), row.getString("source"), row.getString("case_number")),
                row.getInt("sequence_number"),
                row.getLong("pickup_touchpoint_id"),
                UtcTime.instant(row.getObject("passed_at", LocalDateTime.class)),
                UtcTime.instant(row.getObject("picked_up_at", LocalDateTime.class)),
                row.getLong("from_id"),
                row.getLong("to_id"),
                UtcTime.instantOrNull(row.getObject("closed_at", LocalDateTime.class)),
                row.getString("verdict"),
                UtcTime.instantOrNull(row.getObject("decided_at", LocalDateTime.class)),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private List<FoundFinding> told(Grain grain, List<Row> rows) {
        Set<Long> touchpoints = new TreeSet<>();
        rows.forEach(row -> touchpoints.addAll(row.finding.evidence().touchpoints()));
        Map<Long, Reference> references = references(touchpoints);
        var units = new UnitNames(departments, grain);
        Map<Long, OpeningHours> hours = departments.hours();
        Instant now = clock.instant();
        var told = new ArrayList<FoundFinding>();
        for (Row row : rows) {
            Instant over = Days.plusDays(row.pickedUpAt, LaneQuery.JUDGED_AFTER_DAYS, zone);
            Instant closed = row.closedAt != null && row.closedAt.isBefore(over) ? row.closedAt : over;
            boolean decided = row.verdict != null;
            State state = row.finding.dismissed()
                    ? State.DISMISSED
                    : decided || row.closedAt != null || !over.isAfter(now) ? State.MENDED : State.OPEN;
            Unit to = units.get(row.to);
            told.add(new FoundFinding(
                    row.finding,
                    state,
                    row.journey,
                    row.key,
                    units.get(row.from),
                    to,
                    row.sequence,
                    row.pickup,
                    row.passedAt,
                    row.pickedUpAt,
                    decided ? row.decidedAt : state == State.OPEN ? null : closed,
                    row.decidedBy,
                    row.reason,
                    closed.equals(over),
                    row.finding.evidence().touchpoints().stream()
                            .map(references::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    Objects.requireNonNull(hours.get(to.departmentId()))));
        }
        return told;
    }

    private Map<Long, Reference> references(Collection<Long> touchpoints) {
        Map<Long, Reference> references = new HashMap<>();
        if (!touchpoints.isEmpty()) {
            named.query(
                    "SELECT id, source, external_id FROM touchpoint WHERE id IN (:ids)",
                    Map.of("ids", touchpoints),
                    row -> {
                        references.put(row.getLong(1), new Reference(row.getString(2), row.getString(3)));
                    });
        }
        return references;
    }
}
