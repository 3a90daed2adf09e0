package nl.baton.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.Span.Range;
import nl.baton.handoff.Window.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rates of rules whose windows outlast the receiving leg: each over the handoffs whose window has closed, so that
 * recent weeks do not look better than they are. All but one day of each window is read from roll-ups.
 */
@Component
class LateRates {

    private static final LocalDate DISTANT = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final LaneQuery lanes;
    private final LaneConditions conditions;
    private final RuleBook rules;

    LateRates(JdbcClient jdbc, LaneQuery lanes, LaneConditions conditions, RuleBook rules) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.conditions = conditions;
        this.rules = rules;
    }

    /** A rule's handoffs of one lane: so many were broken of those that could be judged. */
    record Counts(long broken, long judged) {

        Counts plus(long moreBroken, long moreJudged) {
            return new Counts(broken + moreBroken, judged + moreJudged);
        }
    }

    /** A handoff of the day on which a window closes at this hour. */
    private record OfToday(long lane, List<String> broken, List<String> exempt) {}

    /** By rule, then by lane; a rule without a handoff that can be judged is left out. */
    Map<String, Map<Long, Counts>> of(Reading reading, List<LaneSums> sums) {
        Map<String, Map<Long, Counts>> rates = new HashMap<>();
        List<String> daily = rules.codes(Kind.DAYS);
        for (String rule : daily) {
            int place = rules.days().indexOf(rules.window(rule).days());
            sums.forEach(lane -> add(rates, rule, lane.laneId(), 0, lane.older().get(place)));
        }
        ruled(reading, rates);
        for (int days : rules.days()) {
            List<String> closing = daily.stream()
                    .filter(rule -> rules.window(rule).days() == days)
                    .toList();
            for (OfToday handoff : closingToday(reading, days)) {
                closing.stream()
                        .filter(rule -> !handoff.exempt.contains(rule))
                        .forEach(rule -> add(rates, rule, handoff.lane, handoff.broken.contains(rule) ? 1 : 0, 1));
            }
        }
        rates.values().forEach(byLane -> byLane.values().removeIf(counts -> counts.judged == 0));
        rates.values().removeIf(Map::isEmpty);
        return rates;
    }

    /** How one rule went: by day, or by the first day of months where those are what is asked for. */
    Map<LocalDate, Counts> history(Reading reading, List<Range> ranges, String rule) {
        Map<LocalDate, Counts> days = new HashMap<>();
        Window window = rules.window(rule);
        for (Range range : ranges) {
            Condition where = LaneConditions.rollUps(reading, range);
            LocalDate before = lanes.before(range, window.days());
            if (window.kind() == Kind.DAYS) {
                jdbc.sql("""
                        SELECT d.span_start, SUM(CASE WHEN d.span_start < ? THEN handoffs ELSE 0 END)
                        FROM lane_span d JOIN lane l ON l.id = d.lane_id WHERE %s GROUP BY d.span_start""".formatted(where.sql()))
                        .params(where.parametersAfter(before))
                        .query(row -> {
                            add(days, row.getObject(1, LocalDate.class), 0, row.getLong(2));
                        });
            }
            List<Object> parameters = where.parametersAfter(before, before);
            parameters.add(rule);
            jdbc.sql("""
                    SELECT d.span_start,
                        SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END),
                        SUM(judged - CASE WHEN d.span_start < ? THEN exempt ELSE 0 END)
                    FROM lane_span_rule d JOIN lane l ON l.id = d.lane_id
                    WHERE %s AND d.rule = ? GROUP BY d.span_start""".formatted(where.sql())).params(parameters).query(row -> {
                add(days, row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3));
            });
        }
        if (window.kind() == Kind.DAYS) {
            for (OfToday handoff : closingToday(reading, window.days())) {
                if (!handoff.exempt.contains(rule)) {
                    add(days, lanes.boundary(window.days()), handoff.broken.contains(rule) ? 1 : 0, 1);
                }
            }
        }
        return days;
    }

    private static void add(Map<LocalDate, Counts> days, LocalDate day, long broken, long judged) {
        days.merge(day, new Counts(broken, judged), (a, b) -> a.plus(b.broken, b.judged));
    }

    private static void add(Map<String, Map<Long, Counts>> rates, String rule, long lane, long broken, long judged) {
        rates.computeIfAbsent(rule, any -> new HashMap<>())
                .merge(lane, new Counts(broken, judged), (a, b) -> a.plus(b.broken, b.judged));
    }

    private void ruled(Reading reading, Map<String, Map<Long, Counts>> rates) {
        var late = new ArrayList<String>(rules.codes(Kind.DAYS));
        late.addAll(rules.codes(Kind.OWN));
        String marks = String.join(", ", Collections.nCopies(late.size(), "?"));
        for (Range range : reading.ranges()) {
            Condition where = LaneConditions.rollUps(reading, range);
            var parameters = new ArrayList<Object>();
            String before = before(range, parameters);
            parameters.addAll(List.copyOf(parameters));
            parameters.addAll(where.parameters());
            parameters.addAll(late);
            jdbc.sql("""
                    SELECT %s d.lane_id, d.rule,
                        SUM(judged_broken + CASE WHEN d.span_start < %s THEN unjudged_broken ELSE 0 END),
                        SUM(judged - CASE WHEN d.span_start < %s THEN exempt ELSE 0 END)
                    FROM lane_span_rule d JOIN lane l ON l.id = d.lane_id
                    WHERE %s AND d.rule IN (%s) GROUP BY d.lane_id, d.rule""".formatted(where.hint(), before, before, where.sql(), marks))
                    .params(parameters)
                    .query(row -> {
                        add(
                                rates,
                                row.getString(2),
                                row.getLong(1),
                                range.sign() * row.getLong(3),
                                range.sign() * row.getLong(4));
                    });
        }
    }

    /** Per rule the day before which its window has closed for all, in SQL. */
    private String before(Range range, List<Object> parameters) {
        if (range.span() != Span.DAY || rules.days().isEmpty()) {
            parameters.add(DISTANT);
            return "?";
        }
        var sql = new StringBuilder("CASE");
        for (String rule : rules.codes(Kind.DAYS)) {
            sql.append(" WHEN d.rule = ? THEN CAST(? AS DATE)");
            parameters.add(rule);
            parameters.add(lanes.boundary(rules.window(rule).days()));
        }
        parameters.add(DISTANT);
        return sql.append(" ELSE CAST(? AS DATE) END").toString();
    }

    /** The handoffs of the day that lies so far back, as far as it lies that far back to the hour. */
    private List<OfToday> closingToday(Reading reading, int days) {
        Period period = reading.filter().period();
        LocalDate day = lanes.boundary(days);
        if (period != null && !period.contains(day)) {
            return List.of();
        }
        Condition where = conditions.handoffs(reading.on(new Period(day, day)));
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(UtcTime.of(lanes.elapsedBefore(days)));
        return jdbc.sql("""
                SELECT h.lane_id, h.exempt_rules,
                    (SELECT GROUP_CONCAT(f.rule) FROM finding f
                        WHERE f.handoff_id = h.id AND f.known = 'D' AND f.dismissed = FALSE) AS rules
                FROM handoff h WHERE %s AND h.picked_up_at <= ?""".formatted(where.sql()))
                .params(parameters)
                .query((row, n) -> new OfToday(row.getLong(1), codes(row.getString(3)), codes(row.getString(2))))
                .list();
    }

    private static List<String> codes(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }
}
