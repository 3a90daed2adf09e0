package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.Span.Range;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the roll-ups of lanes over the few {@link Span spans} that a period is made of. */
@Component
class LaneQuery {

    /** A handoff is judged at the latest so many days after its pick-up. */
    static final int JUDGED_AFTER_DAYS = 30;

    private static final LocalDate DISTANT = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final LaneConditions conditions;
    private final RuleBook rules;
    private final Clock clock;
    private final ZoneId zone;

    LaneQuery(JdbcClient jdbc, LaneConditions conditions, RuleBook rules, Clock clock, BatonProperties properties) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The broken handoffs of one lane by one rule.
     *
     * @param judgedBroken those whose leg has ended
     * @param dismissed those of which a lead said that they do not count, which are in neither
     */
    record RuleSums(long laneId, String rule, long broken, long judgedBroken, long dismissed) {}

    /** A handoff whose leg has not ended, but whose thirty days are over on the boundary day. */
    record Elapsed(long laneId, List<String> rules) {}

    /** Days before this one are judged whole; on the day itself each handoff is looked at. */
    LocalDate boundary() {
        return boundary(JUDGED_AFTER_DAYS);
    }

    /** The same for what is judged so many days after the pick-up. */
    LocalDate boundary(int days) {
        return Days.dayOf(elapsedBefore(days), zone);
    }

    /** Handoffs picked up at this moment or before are judged, whether or not their leg has ended. */
    Instant elapsedBefore() {
        return elapsedBefore(JUDGED_AFTER_DAYS);
    }

    /** Handoffs picked up at this moment or before have had so many days since. */
    Instant elapsedBefore(int days) {
        return Days.plusDays(clock.instant(), -days, zone);
    }

    Optional<LocalDate> lastDay() {
        return conditions.known().map(Period::to);
    }

    /** To be read within one transaction. */
    Reading read(Scope scope) {
        return conditions.read(scope, boundary());
    }

    /** Of which spans all handoffs count as judged: of those that begin before this day. Others are not added up. */
    private LocalDate judgedBefore(Range range) {
        return before(range, JUDGED_AFTER_DAYS);
    }

    List<LaneSums> lanes(Reading reading) {
        Map<Long, LaneSums.Spans> lanes = new LinkedHashMap<>();
        for (Range range : reading.ranges()) {
            Condition where = LaneConditions.rollUps(reading, range);
            jdbc.sql("""
                    SELECT %s l.id, l.from_id, l.to_id, SUM(handoffs), SUM(journeys), SUM(ping_pongs), SUM(returns),
                        SUM(bounced), SUM(CASE WHEN d.span_start < ? THEN handoffs ELSE judged END),
                        SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END),
                        SUM(wait_ms), %s%s
                    FROM lane_span d JOIN lane l ON l.id = d.lane_id
                    WHERE %s
                    GROUP BY l.id, l.from_id, l.to_id""".formatted(where.hint(), firsts(reading.scope()), older(), where.sql()))
                    .params(where.parametersAfter(boundaries(range)))
                    .query(row -> {
                        lanes.computeIfAbsent(
                                        row.getLong(1),
                                        lane -> new LaneSums.Spans(rules.days().size()))
                                .add(row, range.sign());
                    });
        }
        return lanes.entrySet().stream()
                .map(lane -> lane.getValue().of(lane.getKey()))
                .filter(lane -> lane.handoffs() > 0)
                .toList();
    }

    /** Of all lanes together: so many handoffs, of which so many are judged, and of these so many broken. */
    record Overall(long handoffs, long judged, long broken) {}

    /** The same as {@link #lanes} all together, for who needs no more of them. */
    Overall overall(Reading reading) {
        var sums = new long[3];
        for (Range range : reading.ranges()) {
            Condition where = LaneConditions.rollUps(reading, range);
            jdbc.sql("""
                    SELECT %s COALESCE(SUM(handoffs), 0),
                        COALESCE(SUM(CASE WHEN d.span_start < ? THEN handoffs ELSE judged END), 0),
                        COALESCE(SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END), 0)
                    FROM lane_span d JOIN lane l ON l.id = d.lane_id WHERE %s""".formatted(where.hint(), where.sql()))
                    .params(where.parametersAfter(judgedBefore(range), judgedBefore(range)))
                    .query(row -> {
                        for (int i = 0; i < sums.length; i++) {
                            sums[i] += range.sign() * row.getLong(1 + i);
                        }
                    });
        }
        List<Elapsed> elapsed = elapsed(reading);
        return new Overall(
                sums[0],
                sums[1] + elapsed.size(),
                sums[2]
                        + elapsed.stream()
                                .filter(handoff -> !handoff.rules().isEmpty())
                                .count());
    }

    /** Handoffs that had so many days since, whole days only, for each number of days that a rule waits. */
    private String older() {
        return ", SUM(CASE WHEN d.span_start < ? THEN handoffs ELSE 0 END)"
                .repeat(rules.days().size());
    }

    /** What stands for the question marks of {@link #lanes}. */
    private LocalDate[] boundaries(Range range) {
        return Stream.concat(
                        Stream.of(judgedBefore(range), judgedBefore(range)),
                        rules.days().stream().map(days -> before(range, days)))
                .toArray(LocalDate[]::new);
    }

    /** Spans that begin before this day count whole for what is known so many days after the pick-up. */
    LocalDate before(Range range, int days) {
        return range.span() == Span.DAY ? boundary(days) : DISTANT;
    }

    /** The firsts as the scope sees them. */
    private static String firsts(Scope scope) {
        Long own = scope.department();
        return own == null
                ? "SUM(first_handoffs), SUM(first_ping_pongs), SUM(first_returns)"
                : """
                SUM(CASE WHEN l.from_department_id = :own THEN first_handoffs_from ELSE first_handoffs_to END),
                SUM(CASE WHEN l.from_department_id = :own THEN first_ping_pongs_from ELSE first_ping_pongs_to END),
                SUM(CASE WHEN l.from_department_id = :own THEN first_returns_from ELSE first_returns_to END)""".replace(":own", own.toString());
    }

    List<RuleSums> rules(Reading reading) {
        record Key(String rule, long lane) {}
        Map<Key, long[]> sums = new TreeMap<>(Comparator.comparing(Key::rule).thenComparing(Key::lane));
        for (Range range : reading.ranges()) {
            Condition where = LaneConditions.rollUps(reading, range);
            jdbc.sql("""
                    SELECT %s d.lane_id, d.rule, SUM(judged_broken + unjudged_broken),
                        SUM(judged_broken + CASE WHEN d.span_start < ? THEN unjudged_broken ELSE 0 END), SUM(dismissed)
                    FROM lane_span_rule d JOIN lane l ON l.id = d.lane_id
                    WHERE %s GROUP BY d.lane_id, d.rule""".formatted(where.hint(), where.sql()))
                    .params(where.parametersAfter(judgedBefore(range)))
                    .query(row -> {
                        long[] sum =
                                sums.computeIfAbsent(new Key(row.getString(2), row.getLong(1)), any -> new long[3]);
                        sum[0] += range.sign() * row.getLong(3);
                        sum[1] += range.sign() * row.getLong(4);
                        sum[2] += range.sign() * row.getLong(5);
                    });
        }
        sums.values().removeIf(sum -> sum[0] == 0 && sum[2] == 0);
        return sums.entrySet().stream()
                .map(sum -> new RuleSums(
                        sum.getKey().lane(),
                        sum.getKey().rule(),
                        sum.getValue()[0],
                        sum.getValue()[1],
                        sum.getValue()[2]))
                .toList();
    }

    /** The handoffs of the boundary day that count as judged since their thirty days are over: few, on one day. */
    List<Elapsed> elapsed(Reading reading) {
        Period period = reading.filter().period();
        LocalDate boundary = boundary();
        if (period != null && !period.contains(boundary)) {
            return List.of();
        }
        Condition where = conditions.handoffs(reading.on(new Period(boundary, boundary)));
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(UtcTime.of(elapsedBefore()));
        var elapsed = new ArrayList<Elapsed>();
        jdbc.sql("""
                SELECT h.lane_id,
                    (SELECT GROUP_CONCAT(f.rule) FROM finding f
                        WHERE f.handoff_id = h.id AND f.known = 'L' AND f.dismissed = FALSE) AS rules
                FROM handoff h
                WHERE %s AND h.leg_ended_at IS NULL AND h.picked_up_at <= ?""".formatted(where.sql())).params(parameters).query(row -> {
            String rules = row.getString(2);
            elapsed.add(new Elapsed(row.getLong(1), rules == null ? List.of() : List.of(rules.split(","))));
        });
        return elapsed;
    }

    /** Touchpoints with a department, without one, and journeys, over the whole company. */
    List<Long> touchpointsAndJourneys(Reading reading) {
        var sums = new long[3];
        for (Range range : conditions.summaryRanges(reading)) {
            Condition where = LaneConditions.summaries(reading, range);
            jdbc.sql("""
                    SELECT COALESCE(SUM(with_department), 0), COALESCE(SUM(without_department), 0),
                        COALESCE(SUM(journeys), 0) FROM summary_span d WHERE %s""".formatted(where.sql())).params(where.parameters()).query(row -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += range.sign() * row.getLong(1 + i);
                }
            });
        }
        return List.of(sums[0], sums[1], sums[2]);
    }

    /** Pending passes of this moment, whatever the period: all, and those overdue. */
    List<Long> pending(Reading reading) {
        Condition lanes = LaneConditions.pendingCounts(reading);
        long all = jdbc.sql("""
                SELECT COALESCE(SUM(d.pending), 0) FROM lane_span d JOIN lane l ON l.id = d.lane_id WHERE %s""".formatted(lanes.sql()))
                .params(lanes.parameters())
                .query(Long.class)
                .single();
        // those in time are of the last days; those overdue may be of any year
        Condition where = LaneConditions.pending(reading);
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(UtcTime.of(clock.instant()));
        long inTime = jdbc.sql("""
                SELECT COUNT(*) FROM pending_pass p JOIN lane l ON l.id = p.lane_id
                WHERE %s AND p.overdue_at >= ?""".formatted(where.sql()))
                .params(parameters)
                .query(Long.class)
                .single();
        return List.of(all, all - inTime);
    }
}
