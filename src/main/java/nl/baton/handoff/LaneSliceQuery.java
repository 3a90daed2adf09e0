package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import nl.baton.base.UtcTime;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.journey.ChannelKind;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts one lane's handoffs by what they have in common: each time one stretch of one index, and nothing beside it. */
@Component
class LaneSliceQuery {

    /** Topics are names of their own: of all that there are so many are given. */
    static final int MOST_TOPICS = 10;

    private static final String COMPUTED = " AND h.pass_hour IS NOT NULL";
    private static final String ENDED = " AND h.leg_ended_at IS NOT NULL";
    private static final String VALUED =
            "v.scoring = (SELECT s.scoring FROM value_scoring s WHERE s.state = 'LIVE') AND v.customer_id = h.customer_id";
    private static final String TIER = "(SELECT v.tier FROM customer_value v WHERE " + VALUED + ")";
    private static final String FOUND =
            "EXISTS (SELECT 1 FROM finding f WHERE f.handoff_id = h.id AND f.rule = ? AND f.dismissed = FALSE)";

    private final JdbcClient jdbc;
    private final LaneConditions lanes;
    private final LaneQuery figures;
    private final RuleBook rules;

    LaneSliceQuery(JdbcClient jdbc, LaneConditions lanes, LaneQuery figures, RuleBook rules) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.figures = figures;
        this.rules = rules;
    }

    /** SQL with its parameters, in the order of their places. */
    private record Text(StringBuilder sql, List<Object> parameters) {

        Text(String sql, Object... parameters) {
            this(new StringBuilder(sql), new ArrayList<>(List.of(parameters)));
        }

        void add(String more, Object... values) {
            sql.append(more);
            parameters.addAll(List.of(values));
        }

        void add(Text more) {
            sql.append(more.sql);
            parameters.addAll(more.parameters);
        }
    }

    /** The judged handoffs with one value; null where it is unknown. */
    record Tally(@Nullable String value, BreakdownRate rate) {}

    /** The topics with most broken handoffs, that of unknown ones before them if there is one; {@code known} of all. */
    record Topics(List<Tally> tallies, long known) {}

    /** By hour of the week; null for those that were stored before there was anything to count them by. */
    List<Tally> byHour(Reading reading) {
        return by("h.pass_hour", "", reading);
    }

    /** By kind of channel. */
    List<Tally> byChannel(Reading reading) {
        return by("h.channel", COMPUTED, reading);
    }

    private List<Tally> by(String column, String only, Reading reading) {
        Text select = new Text("SELECT " + column + ", COUNT(*), ");
        select.add(brokenOnes(reading.filter().rule()));
        select.add(" FROM handoff h WHERE ");
        select.add(judged(reading));
        select.add(only + " GROUP BY " + column + " ORDER BY 3 DESC, 2 DESC, 1");
        return jdbc.sql(select.sql.toString())
                .params(select.parameters)
                .query((row, n) -> new Tally(row.getString(1), BreakdownRate.of(row.getLong(3), row.getLong(2))))
                .list();
    }

    /** By value tier; of each its customer is looked up, so that fewer are read. */
    List<Tally> byTier(Reading reading) {
        Text select = new Text("SELECT v.tier, COUNT(*), ");
        select.add(brokenOnes(reading.filter().rule()));
        select.add(" FROM handoff h LEFT JOIN customer_value v ON " + VALUED + " WHERE ");
        select.add(judged(reading));
        select.add(COMPUTED + " GROUP BY v.tier ORDER BY CASE WHEN v.tier IS NULL THEN 1 ELSE 0 END, v.tier");
        return jdbc.sql(select.sql.toString())
                .params(select.parameters)
                .query((row, n) -> new Tally(row.getString(1), BreakdownRate.of(row.getLong(3), row.getLong(2))))
                .list();
    }

    Topics byTopic(Reading reading) {
        Text select = new Text("SELECT h.topic, COUNT(*), ");
        select.add(brokenOnes(reading.filter().rule()));
        select.add(", COUNT(*) OVER () FROM handoff h WHERE ");
        select.add(judged(reading));
        select.add(COMPUTED
                + " GROUP BY h.topic ORDER BY CASE WHEN h.topic IS NULL THEN 0 ELSE 1 END, 3 DESC, 2 DESC, 1 LIMIT "
                + (MOST_TOPICS + 1));
        var all = new long[1];
        List<Tally> tallies = jdbc.sql(select.sql.toString())
                .params(select.parameters)
                .query((row, n) -> {
                    all[0] = row.getLong(4);
                    return new Tally(row.getString(1), BreakdownRate.of(row.getLong(3), row.getLong(2)));
                })
                .list();
        boolean unknown = !tallies.isEmpty() && tallies.getFirst().value() == null;
        return new Topics(
                tallies.stream().limit(MOST_TOPICS + (unknown ? 1 : 0)).toList(), all[0] - (unknown ? 1 : 0));
    }

    /** How much of the time was whose, over handoffs of which both legs have ended. */
    record Times(long handoffs, SplitTime total) {}

    Times times(Reading reading) {
        Condition where = lanes.handoffs(reading);
        return jdbc.sql("""
                SELECT COUNT(*), COALESCE(SUM(h.from_ms), 0), COALESCE(SUM(h.between_ms), 0), COALESCE(SUM(h.to_ms), 0),
                    COALESCE(SUM(h.customer_ms), 0) FROM handoff h WHERE %s""".formatted(where.sql() + COMPUTED + ENDED))
                .params(where.parameters())
                .query((row, n) -> new Times(
                        row.getLong(1), new SplitTime(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .single();
    }

    /** How long the list of these is. */
    long count(Reading reading, LaneSlice slice) {
        Condition where = lanes.handoffs(reading);
        Text sql =
                new Text(new StringBuilder("SELECT COUNT(*) FROM handoff h WHERE " + where.sql()), where.parameters());
        sql.add(only(reading.filter(), slice));
        return jdbc.sql(sql.sql.toString())
                .params(sql.parameters)
                .query(Long.class)
                .single();
    }

    /** Adds to a condition on handoffs {@code h} what makes them these. */
    void narrow(LaneFilter filter, LaneSlice slice, StringBuilder sql, List<Object> parameters) {
        Text more = only(filter, slice);
        sql.append(more.sql);
        parameters.addAll(more.parameters);
    }

    private Text only(LaneFilter filter, LaneSlice slice) {
        return switch (slice) {
            case LaneSlice.Hours(var day, int from, boolean broken) -> {
                int hour = (day.getValue() - 1) * 24 + from;
                yield judged(
                        filter, broken, new Text(" AND h.pass_hour BETWEEN ? AND ?", hour, hour + LaneSlice.HOURS - 1));
            }
            case LaneSlice.Channel(ChannelKind kind, boolean broken) ->
                judged(
                        filter,
                        broken,
                        kind == null
                                ? new Text(" AND h.channel IS NULL")
                                : new Text(" AND h.channel = ?", kind.name()));
            case LaneSlice.About(String topic, boolean broken) ->
                judged(
                        filter,
                        broken,
                        topic == null ? new Text(" AND h.topic IS NULL") : new Text(" AND h.topic = ?", topic));
            case LaneSlice.OfTier(Tier tier, boolean broken) ->
                judged(
                        filter,
                        broken,
                        tier == null
                                ? new Text(" AND " + TIER + " IS NULL")
                                : new Text(" AND " + TIER + " = ?", tier.name()));
            case LaneSlice.Ended ended -> new Text(COMPUTED + ENDED);
        };
    }

    private Text judged(LaneFilter filter, boolean broken, Text which) {
        Text all = new Text(COMPUTED);
        all.add(judged(filter.rule()));
        all.add(which);
        if (broken) {
            all.add(" AND ");
            all.add(broken(filter.rule()));
        }
        return all;
    }

    private Text judged(Reading reading) {
        Condition where = lanes.handoffs(reading);
        Text all = new Text(new StringBuilder(where.sql()), new ArrayList<>(where.parameters()));
        all.add(judged(reading.filter().rule()));
        return all;
    }

    /** Those that count in the rate: of the rule's own window, where it has one. */
    private Text judged(@Nullable String rule) {
        Window window = rule == null ? Window.OF_LEG : rules.window(rule);
        return switch (window.kind()) {
            case LEG ->
                new Text(
                        " AND (h.leg_ended_at IS NOT NULL OR h.picked_up_at <= ?)",
                        UtcTime.of(figures.elapsedBefore()));
            case DAYS ->
                new Text(
                        " AND h.picked_up_at <= ?"
                                + " AND (h.exempt_rules IS NULL OR LOCATE(?, CONCAT(',', h.exempt_rules, ',')) = 0)",
                        UtcTime.of(figures.elapsedBefore(window.days())),
                        "," + rule + ",");
            case OWN -> new Text(" AND LOCATE(?, CONCAT(',', h.judged_rules, ',')) > 0", "," + rule + ",");
        };
    }

    private Text brokenOnes(@Nullable String rule) {
        Text sum = new Text("SUM(CASE WHEN ");
        sum.add(broken(rule));
        sum.add(" THEN 1 ELSE 0 END)");
        return sum;
    }

    /** Broken by the filter's rule, or by any that is known by the end of the leg. */
    private static Text broken(@Nullable String rule) {
        return rule == null ? new Text("h.broken = TRUE") : new Text("h.marked = TRUE AND " + FOUND, rule);
    }
}
