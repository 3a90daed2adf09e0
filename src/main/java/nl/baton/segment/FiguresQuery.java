package nl.baton.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.department.Survivors;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes once through what is known of all customers, and adds each row to those it concerns. */
@Component
class FiguresQuery {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    /** Within so many days of its receipt feedback is to be answered. */
    private static final int TOLD_WITHIN_DAYS = 14;

    /** Handoffs are judged after so many days, whether or not their leg has ended. */
    private static final int JUDGED_AFTER_DAYS = 30;

    private final TraitQuery rows;

    FiguresQuery(TraitQuery rows) {
        this.rows = rows;
    }

    /** To whom a row of a customer is to be added. */
    interface Concerned {

        void add(long customer, Consumer<FiguresTally> tally);
    }

    void values(Moment moment, Concerned concerned) {
        rows.stream("""
                SELECT customer_id, stage, tier, current_value, potential_value, total_value FROM customer_value
                WHERE scoring = :scoring""", Map.of("scoring", moment.scoring()), row -> {
            String tier = row.getString(3);
            var stage = LifecycleStage.valueOf(row.getString(2));
            var current = row.getBigDecimal(4);
            var potential = row.getBigDecimal(5);
            var total = row.getBigDecimal(6);
            concerned.add(
                    row.getLong(1),
                    tally -> tally.value(stage, tier == null ? null : Tier.valueOf(tier), current, potential, total));
        });
    }

    void handoffs(Moment moment, LocalDate day, Survivors survivors, Concerned concerned) {
        rows.stream(
                """
                SELECT j.customer_id, l.from_department_id, l.to_department_id, h.broken, h.chases,
                    h.leg_ended_at IS NOT NULL OR h.picked_up_at <= :elapsed
                FROM handoff h JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                    JOIN lane l ON l.id = h.lane_id JOIN journey j ON j.id = h.journey_id
                WHERE h.grain = 'DEPARTMENT' AND h.pickup_day BETWEEN :from AND :to""",
                Map.of(
                        "elapsed",
                        UtcTime.of(Days.plusDays(moment.now(), -JUDGED_AFTER_DAYS, moment.zone())),
                        "from",
                        day.minusDays(SegmentFigures.HANDOFF_DAYS - 1L),
                        "to",
                        day),
                row -> {
                    var lane = new FiguresTally.Lane(
                            survivors.department(row.getLong(2)), survivors.department(row.getLong(3)));
                    boolean broken = row.getBoolean(4);
                    boolean chased = row.getInt(5) > 0;
                    boolean counts = row.getBoolean(6);
                    concerned.add(row.getLong(1), tally -> tally.handoff(lane, counts, broken, chased));
                });
    }

    void feedback(Moment moment, LocalDate day, Concerned concerned) {
        rows.stream(
                """
                SELECT customer_id, kind, score, received_at, told_at FROM feedback
                WHERE received_at >= :from AND received_at <= :now AND customer_id IS NOT NULL""",
                Map.of(
                        "from",
                        UtcTime.of(Days.endOf(day.minusDays(SegmentFigures.FEEDBACK_DAYS), moment.zone())),
                        "now",
                        UtcTime.of(moment.now())),
                row -> {
                    Instant received = UtcTime.instant(row.getObject(4, LocalDateTime.class));
                    Instant told = UtcTime.instantOrNull(row.getObject(5, LocalDateTime.class));
                    Instant until = Days.plusDays(received, TOLD_WITHIN_DAYS, moment.zone());
                    boolean due = !until.isAfter(moment.now());
                    boolean inTime = told != null && !told.isAfter(until);
                    int score = row.getInt(3);
                    boolean answer = !row.wasNull() && row.getString(2).equals("NPS");
                    concerned.add(row.getLong(1), tally -> {
                        tally.heard(due, inTime);
                        if (answer) {
                            tally.answered(score);
                        }
                    });
                });
    }

    /** A channel that a customer stated to prefer, until that ended. */
    private record Channel(
            @Nullable String value, Instant from, @Nullable Instant until) {

        private boolean inForce(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    /** Outbound contacts with customers who stated a channel, by the statement then in force. */
    void contacts(Moment moment, LocalDate day, Concerned concerned) {
        CustomerSet preferring = rows.read(new TraitSql("""
                SELECT customer_id FROM customer_preference WHERE kind = 'CHANNEL' AND origin = 'STATED'
                UNION ALL SELECT customer_id FROM customer_own_preference WHERE kind = 'CHANNEL'""", Map.of()));
        Instant from = Days.endOf(day.minusDays(SegmentFigures.HANDOFF_DAYS), moment.zone());
        List<Long> some = preferring.after(0, CUSTOMERS_AT_ONCE);
        while (!some.isEmpty()) {
            Map<Long, List<Channel>> channels = channels(some);
            rows.stream(
                    """
                    SELECT customer_id, channel, started_at FROM touchpoint
                    WHERE customer_id IN (:some) AND started_at >= :from AND started_at <= :now AND direction = 'OUTBOUND'
                        AND channel IS NOT NULL""",
                    Map.of("some", some, "from", UtcTime.of(from), "now", UtcTime.of(moment.now())),
                    row -> contact(row, channels, concerned));
            some = preferring.after(some.getLast(), CUSTOMERS_AT_ONCE);
        }
    }

    private static void contact(ResultSet row, Map<Long, List<Channel>> channels, Concerned concerned)
            throws SQLException {
        long customer = row.getLong(1);
        String used = row.getString(2);
        Instant at = UtcTime.instant(row.getObject(3, LocalDateTime.class));
        channels.getOrDefault(customer, List.of()).stream()
                .filter(channel -> channel.inForce(at))
                .findFirst()
                .map(Channel::value)
                .ifPresent(wished -> concerned.add(customer, tally -> tally.contacted(wished.equalsIgnoreCase(used))));
    }

    /** The latest first; of two at once the source's. */
    private Map<Long, List<Channel>> channels(List<Long> customers) {
        Map<Long, List<Channel>> channels = new HashMap<>();
        rows.stream(
                """
                SELECT customer_id, preference_value, valid_from, valid_until, 0 AS own, place FROM customer_preference
                WHERE kind = 'CHANNEL' AND origin = 'STATED' AND customer_id IN (:some)
                UNION ALL SELECT customer_id, preference_value, stated_at, NULL, 1, 0 FROM customer_own_preference
                WHERE kind = 'CHANNEL' AND customer_id IN (:some)
                ORDER BY 3 DESC, 5, 6""",
                Map.of("some", customers),
                row -> channels.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                        .add(new Channel(
                                row.getString(2),
                                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                UtcTime.instantOrNull(row.getObject(4, LocalDateTime.class)))));
        return channels;
    }
}
