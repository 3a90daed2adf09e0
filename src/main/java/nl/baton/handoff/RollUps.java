package nl.baton.handoff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Differences to the daily roll-ups, gathered over some journeys and written at once. All are whole numbers: what was
 * added for a handoff is taken off again exactly when the handoff changes. {@link SealedMonths} adds days up.
 */
final class RollUps {

    private static final int FIRSTS = 9;
    private static final int PENDING = 18;
    private static final int JUDGED = 2;
    private static final int EXEMPT = 3;
    private static final int DISMISSED = 4;

    private final int generation;
    private final Map<RollUpKey.Lane, long[]> lanes = new HashMap<>();
    private final Map<RollUpKey.Rule, long[]> rules = new HashMap<>();
    private final Map<RollUpKey.Summary, long[]> days = new HashMap<>();
    private final Set<LocalDate> months = new TreeSet<>();

    RollUps(int generation) {
        this.generation = generation;
    }

    /** @param sign 1 to count the handoff in, -1 to take it off */
    void count(StoredHandoff handoff, int sign) {
        months.add(Span.MONTH.startOf(handoff.day()));
        var key = new RollUpKey.Lane(handoff.laneId(), Span.DAY, handoff.day(), handoff.journeyTypeId());
        long[] counts = lanes.computeIfAbsent(key, any -> RollUpTable.LANES.zeros());
        boolean ended = handoff.legEnded();
        boolean broken = handoff.broken();
        counts[0] += sign;
        counts[1] += handoff.firstOnLane() ? sign : 0;
        counts[2] += handoff.pingPong() ? sign : 0;
        counts[3] += handoff.isReturn() ? sign : 0;
        counts[4] += handoff.bounced() ? sign : 0;
        counts[5] += ended ? sign : 0;
        counts[6] += ended && broken ? sign : 0;
        counts[7] += !ended && broken ? sign : 0;
        counts[8] += sign * handoff.waitMillis();
        for (int bit = 0; FIRSTS + bit < PENDING; bit++) {
            counts[FIRSTS + bit] += (handoff.firsts() >> bit & 1) * sign;
        }
        for (Finding finding : handoff.findings()) {
            rule(key, finding.rule())[finding.dismissed() ? DISMISSED : certain(finding, ended) ? 0 : 1] += sign;
        }
        handoff.judgedRules().forEach(rule -> rule(key, rule)[JUDGED] += sign);
        handoff.exemptRules().forEach(rule -> rule(key, rule)[EXEMPT] += sign);
    }

    private long[] rule(RollUpKey.Lane lane, String rule) {
        return rules.computeIfAbsent(new RollUpKey.Rule(lane, rule), any -> RollUpTable.RULES.zeros());
    }

    /** Whether it counts in its rule's rate whatever the day on which one looks. */
    private static boolean certain(Finding finding, boolean ended) {
        return switch (finding.known()) {
            case LEG -> ended;
            case DAYS -> false;
            case OWN -> true;
        };
    }

    /** A pass that nobody has begun is of this moment, and of no day. */
    void count(StoredPendingPass pass, int sign) {
        if (pass.cancelled()) {
            return;
        }
        var key = new RollUpKey.Lane(pass.laneId(), Span.ALL, Span.ALL.startOf(LocalDate.EPOCH), pass.journeyTypeId());
        lanes.computeIfAbsent(key, any -> RollUpTable.LANES.zeros())[PENDING] += sign;
    }

    void count(JourneyDay day, int sign) {
        months.add(Span.MONTH.startOf(day.day()));
        long[] counts = days.computeIfAbsent(
                new RollUpKey.Summary(Span.DAY, day.day(), day.journeyTypeId()), any -> RollUpTable.SUMMARIES.zeros());
        counts[0] += (long) sign * day.withDepartment();
        counts[1] += (long) sign * day.withoutDepartment();
        counts[2] += day.first() ? sign : 0;
    }

    /** @param now in UTC */
    void write(JdbcTemplate jdbc, LocalDateTime now) {
        RollUpTable.LANES.move(jdbc, generation, lanes);
        RollUpTable.RULES.move(jdbc, generation, rules);
        RollUpTable.SUMMARIES.move(jdbc, generation, days);
        jdbc.batchUpdate(
                "INSERT INTO moved_month (generation, month_start, moved_at) VALUES (?, ?, ?)",
                months.stream()
                        .map(month -> new Object[] {generation, month, now})
                        .toList());
    }
}
