package nl.baton.handoff;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.baton.handoff.LaneQuery.Condition;
import nl.baton.handoff.LaneQuery.Elapsed;
import nl.baton.handoff.LaneQuery.RuleSums;
import nl.baton.handoff.LaneQuery.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says from the roll-ups how many handoffs there are of a kind, and how a lane went from day to day, without reading one. */
@Component
class LaneTotals {

    private final JdbcClient jdbc;
    private final LaneQuery lanes;

    LaneTotals(JdbcClient jdbc, LaneQuery lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    /** The judged and broken handoffs of a day. */
    record DaySums(LocalDate day, long broken, long judged) {}

    /** How many handoffs a list of these has. */
    long of(Scope scope, LaneEvidence.Which which) {
        return switch (which) {
            case LaneEvidence.Which.All all ->
                lanes.lanes(scope).stream().mapToLong(LaneSums::handoffs).sum();
            case LaneEvidence.Which.Broken broken -> judgedBroken(scope);
            case LaneEvidence.Which.PingPongs pingPongs ->
                lanes.lanes(scope).stream().mapToLong(LaneSums::pingPongs).sum();
            case LaneEvidence.Which.Returns returns ->
                lanes.lanes(scope).stream().mapToLong(LaneSums::returns).sum();
            case LaneEvidence.Which.ByRule(String rule) ->
                lanes.rules(scope).stream()
                        .filter(sums -> sums.rule().equals(rule))
                        .mapToLong(RuleSums::broken)
                        .sum();
            case LaneEvidence.Which.NotPickedUp pending -> throw new IllegalArgumentException("These are no handoffs");
        };
    }

    private long judgedBroken(Scope scope) {
        String rule = scope.filter().rule();
        long elapsed = lanes.elapsed(scope).stream()
                .filter(handoff -> isBroken(handoff, rule))
                .count();
        return elapsed
                + (rule == null
                        ? lanes.lanes(scope).stream()
                                .mapToLong(LaneSums::broken)
                                .sum()
                        : lanes.rules(scope).stream()
                                .filter(sums -> sums.rule().equals(rule))
                                .mapToLong(RuleSums::judgedBroken)
                                .sum());
    }

    private static boolean isBroken(Elapsed handoff, @Nullable String rule) {
        return rule == null ? !handoff.rules().isEmpty() : handoff.rules().contains(rule);
    }

    private static final class Tally {
        private long broken;
        private long judged;
    }

    /** The judged and broken handoffs per day, in order; days without any are left out. */
    List<DaySums> days(Scope scope) {
        String rule = scope.filter().rule();
        SortedMap<LocalDate, Tally> days = new TreeMap<>();
        read(
                "SUM(CASE WHEN d.pickup_day < ? THEN handoffs ELSE judged END),"
                        + " SUM(judged_broken + CASE WHEN d.pickup_day < ? THEN unjudged_broken ELSE 0 END)",
                "lane_day",
                scope,
                null,
                row -> {
                    Tally day = days.computeIfAbsent(row.getObject(1, LocalDate.class), any -> new Tally());
                    day.judged = row.getLong(2);
                    day.broken = rule == null ? row.getLong(3) : 0;
                });
        if (rule != null) {
            read(
                    "SUM(judged_broken + CASE WHEN d.pickup_day < ? THEN unjudged_broken ELSE 0 END)",
                    "lane_day_rule",
                    scope,
                    rule,
                    row -> days.computeIfAbsent(row.getObject(1, LocalDate.class), any -> new Tally()).broken =
                            row.getLong(2));
        }
        for (Elapsed handoff : lanes.elapsed(scope)) {
            Tally day = days.computeIfAbsent(lanes.boundary(), any -> new Tally());
            day.judged++;
            day.broken += isBroken(handoff, rule) ? 1 : 0;
        }
        return days.entrySet().stream()
                .filter(day -> day.getValue().judged > 0)
                .map(day -> new DaySums(day.getKey(), day.getValue().broken, day.getValue().judged))
                .toList();
    }

    private void read(String sums, String table, Scope scope, @Nullable String rule, RowCallbackHandler each) {
        Condition where = lanes.where(scope, "d", "d.pickup_day");
        var parameters = new ArrayList<Object>();
        sums.chars().filter(letter -> letter == '?').forEach(any -> parameters.add(Date.valueOf(lanes.boundary())));
        parameters.addAll(where.parameters());
        String more = "";
        if (rule != null) {
            more = " AND d.rule = ?";
            parameters.add(rule);
        }
        jdbc.sql("SELECT d.pickup_day, %s FROM %s d JOIN lane l ON l.id = d.lane_id WHERE %s%s GROUP BY d.pickup_day"
                        .formatted(sums, table, where.sql(), more))
                .params(parameters)
                .query(each);
    }
}
