package nl.baton.handoff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.baton.base.Period;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneQuery.Elapsed;
import nl.baton.handoff.LaneQuery.RuleSums;
import nl.baton.handoff.Span.Range;
import nl.baton.handoff.Window.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says from the roll-ups how many handoffs there are of a kind, and how a lane went from day to day, without reading one. */
@Component
class LaneTotals {

    /** Up to so many weeks can be shown one by one; above, months. */
    private static final int MOST_WEEKS = 60;

    private final JdbcClient jdbc;
    private final LaneQuery lanes;
    private final LateRates late;
    private final LaneConditions conditions;
    private final RuleBook rules;
    private final LaneSliceQuery slices;

    LaneTotals(
            JdbcClient jdbc,
            LaneQuery lanes,
            LateRates late,
            LaneConditions conditions,
            RuleBook rules,
            LaneSliceQuery slices) {
        this.slices = slices;
        this.late = late;
        this.rules = rules;
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.conditions = conditions;
    }

    /** The judged and broken handoffs of a day, or of the month that begins on it. */
    record DaySums(LocalDate day, long broken, long judged) {}

    /**
     * How a lane went.
     *
     * @param byMonth whether the period is too long for weeks, so that months are given, and days at its edges
     * @param sums in order; days without a judged handoff are left out
     */
    record History(boolean byMonth, List<DaySums> sums) {}

    /** How many handoffs a list of these has. */
    long of(Reading reading, LaneEvidence.Which which) {
        return switch (which) {
            case LaneEvidence.Which.All all ->
                lanes.lanes(reading).stream().mapToLong(LaneSums::handoffs).sum();
            case LaneEvidence.Which.Broken broken -> judgedBroken(reading);
            case LaneEvidence.Which.PingPongs pingPongs ->
                lanes.lanes(reading).stream().mapToLong(LaneSums::pingPongs).sum();
            case LaneEvidence.Which.Returns returns ->
                lanes.lanes(reading).stream().mapToLong(LaneSums::returns).sum();
            case LaneEvidence.Which.ByRule(String rule) ->
                lanes.rules(reading).stream()
                        .filter(sums -> sums.rule().equals(rule))
                        .mapToLong(RuleSums::broken)
                        .sum();
            case LaneEvidence.Which.Slice(LaneSlice slice) -> slices.count(reading, slice);
            case LaneEvidence.Which.Dismissed(String rule) ->
                lanes.rules(reading).stream()
                        .filter(sums -> sums.rule().equals(rule))
                        .mapToLong(RuleSums::dismissed)
                        .sum();
            case LaneEvidence.Which.NotPickedUp pending -> throw new IllegalArgumentException("These are no handoffs");
            case LaneEvidence.Which.AtStake atStake -> throw new IllegalArgumentException("Customers, each once");
        };
    }

    private long judgedBroken(Reading reading) {
        String rule = reading.filter().rule();
        if (rule != null && rules.window(rule).kind() != Kind.LEG) {
            return late.of(reading, lanes.lanes(reading)).getOrDefault(rule, Map.of()).values().stream()
                    .mapToLong(LateRates.Counts::broken)
                    .sum();
        }
        long elapsed = lanes.elapsed(reading).stream()
                .filter(handoff -> isBroken(handoff, rule))
                .count();
        return elapsed
                + (rule == null
                        ? lanes.lanes(reading).stream()
                                .mapToLong(LaneSums::broken)
                                .sum()
                        : lanes.rules(reading).stream()
                                .filter(sums -> sums.rule().equals(rule))
                                .mapToLong(RuleSums::judgedBroken)
                                .sum());
    }

    private static boolean isBroken(Elapsed handoff, @Nullable String rule) {
        return rule == null ? !handoff.rules().isEmpty() : handoff.rules().contains(rule);
    }

    /** How a lane went over the filter's period, as far as it has been run. */
    History history(LaneFilter filter, long lane) {
        Reading reading = lanes.read(new Scope(filter, null, lane));
        Period asked = filter.period();
        Period days = conditions
                .knownOf(lane, reading.generation())
                .flatMap(known -> asked == null ? Optional.of(known) : asked.within(known))
                .orElse(null);
        if (days == null) {
            return new History(false, List.of());
        }
        boolean byMonth = ChronoUnit.WEEKS.between(days.from(), days.to()) > MOST_WEEKS;
        List<Range> ranges = byMonth
                ? Span.months(days, LaneConditions.byDay(reading.moved(), lanes.boundary()))
                : List.of(new Range(Span.DAY, days.from(), days.to()));
        return new History(byMonth, sums(reading, ranges));
    }

    private static final class Tally {
        private long broken;
        private long judged;
    }

    private List<DaySums> sums(Reading reading, List<Range> ranges) {
        String rule = reading.filter().rule();
        SortedMap<LocalDate, Tally> days = new TreeMap<>();
        if (rule != null && rules.window(rule).kind() != Kind.LEG) {
            late(reading, ranges, rule, days);
        } else {
            early(reading, ranges, rule, days);
        }
        return days.entrySet().stream()
                .filter(day -> day.getValue().judged > 0)
                .map(day -> new DaySums(day.getKey(), day.getValue().broken, day.getValue().judged))
                .toList();
    }

    private void late(Reading reading, List<Range> ranges, String rule, SortedMap<LocalDate, Tally> days) {
        late.history(reading, ranges, rule).forEach((day, counts) -> {
            Tally tally = days.computeIfAbsent(day, any -> new Tally());
            tally.judged += counts.judged();
            tally.broken += counts.broken();
        });
    }

    private void early(Reading reading, List<Range> ranges, @Nullable String rule, SortedMap<LocalDate, Tally> days) {
        for (Range range : ranges) {
            read(
                    "SUM(CASE WHEN d.span_start < ? THEN handoffs ELSE judged END),"
                            + " SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END)",
                    "lane_span",
                    reading,
                    range,
                    null,
                    row -> {
                        Tally day = days.computeIfAbsent(row.getObject(1, LocalDate.class), any -> new Tally());
                        day.judged += row.getLong(2);
                        day.broken += rule == null ? row.getLong(3) : 0;
                    });
            if (rule != null) {
                read(
                        "SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END)",
                        "lane_span_rule",
                        reading,
                        range,
                        rule,
                        row -> days.computeIfAbsent(row.getObject(1, LocalDate.class), any -> new Tally()).broken +=
                                row.getLong(2));
            }
        }
        for (Elapsed handoff : lanes.elapsed(reading)) {
            Tally day = days.computeIfAbsent(lanes.boundary(), any -> new Tally());
            day.judged++;
            day.broken += isBroken(handoff, rule) ? 1 : 0;
        }
    }

    private void read(
            String sums, String table, Reading reading, Range range, @Nullable String rule, RowCallbackHandler each) {
        Condition where = LaneConditions.rollUps(reading, range);
        var days =
                new LocalDate[(int) sums.chars().filter(letter -> letter == '?').count()];
        Arrays.fill(days, lanes.boundary());
        List<Object> parameters = where.parametersAfter(days);
        String more = "";
        if (rule != null) {
            more = " AND d.rule = ?";
            parameters.add(rule);
        }
        jdbc.sql("SELECT d.span_start, %s FROM %s d JOIN lane l ON l.id = d.lane_id WHERE %s%s GROUP BY d.span_start"
                        .formatted(sums, table, where.sql(), more))
                .params(parameters)
                .query(each);
    }
}
