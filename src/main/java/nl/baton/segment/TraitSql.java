package nl.baton.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.department.Survivors;
import nl.baton.segment.Trait.AliveIs;
import nl.baton.segment.Trait.AttributeIs;
import nl.baton.segment.Trait.BreakdownOpen;
import nl.baton.segment.Trait.HandoffBroken;
import nl.baton.segment.Trait.JourneyBegun;
import nl.baton.segment.Trait.JourneyOpen;
import nl.baton.segment.Trait.LivesAs;
import nl.baton.segment.Trait.WorthIs;
import org.jspecify.annotations.Nullable;

/**
 * What finds the customers of whom a trait is true. The text is put together from fixed parts only; all that somebody
 * chose goes in as a parameter.
 *
 * @param text a statement whose rows are customers' ids, which may come more than once
 */
record TraitSql(String text, Map<String, Object> parameters) {

    static final String NOT_PICKED_UP = "NOT_PICKED_UP";

    /** Findings between departments, of what is shown. */
    private static final String HANDOFFS = """
            FROM handoff h JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                JOIN journey j ON j.id = h.journey_id""";

    private static final String OPEN = HANDOFFS + """

                JOIN finding f ON f.handoff_id = h.id AND f.dismissed = FALSE
                LEFT JOIN finding_verdict v ON v.pickup_touchpoint_id = h.pickup_touchpoint_id AND v.rule = f.rule
            WHERE h.grain = 'DEPARTMENT' AND h.pickup_day >= :overDay AND h.picked_up_at > :over AND h.marked = TRUE
                AND j.closed_at IS NULL AND v.state IS NULL""";

    private static final String OVERDUE = """
            SELECT j.customer_id FROM pending_pass p
                JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                JOIN journey j ON j.id = p.journey_id
            WHERE p.grain = 'DEPARTMENT' AND p.cancelled = FALSE AND p.overdue_at < :now""";

    /** A finding is open for thirty days, and a journey of which nothing was heard for longer may be over. */
    private static final int OPEN_FOR = 30;

    static TraitSql of(Trait trait, Moment moment, Survivors survivors) {
        return switch (trait) {
            case Trait.KindIs(var kind) -> sql("SELECT id FROM customer WHERE kind = :kind", "kind", kind.name());
            case AttributeIs attribute -> of(attribute);
            case LivesAs lives -> of(lives);
            case Trait.Prefers(var wish, String value) -> prefers(wish.name(), value, moment);
            case Trait.TierIs(var tiers) -> valued("tier IN (:names)", names(tiers), moment);
            case Trait.RfmIs(var segments) -> valued("rfm_segment IN (:names)", names(segments), moment);
            case Trait.StageIs(var stages) -> valued("stage IN (:names)", names(stages), moment);
            case WorthIs worth -> of(worth, moment);
            case AliveIs(var from, var below) -> between("alive", from, below, moment);
            case JourneyOpen open -> of(open, moment);
            case JourneyBegun begun -> of(begun, moment);
            case BreakdownOpen open -> of(open, moment);
            case HandoffBroken broken -> of(broken, moment, survivors);
            case Trait.FeedbackGiven(var kind, int days) ->
                sql(
                        "SELECT customer_id FROM feedback WHERE kind = :kind AND received_at >= :since AND received_at <= :now"
                                + " AND customer_id IS NOT NULL",
                        "kind",
                        kind.name(),
                        "since",
                        since(days, moment),
                        "now",
                        UtcTime.of(moment.now()));
            case Trait.LastScore(var kind, int from, int to) ->
                sql("""
                        SELECT customer_id FROM (
                            SELECT customer_id, score,
                                ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY received_at DESC, id DESC) AS place
                            FROM feedback
                            WHERE kind = :kind AND score IS NOT NULL AND customer_id IS NOT NULL AND received_at <= :now) a
                        WHERE place = 1 AND score BETWEEN :from AND :to""", "kind", kind.name(), "from", from, "to", to, "now", UtcTime.of(moment.now()));
            case Trait.ComplaintOpen() -> sql("""
                        SELECT customer_id FROM feedback
                        WHERE kind = 'COMPLAINT' AND status <> 'CLOSED' AND customer_id IS NOT NULL""");
            case Trait.ConsentTo(String purpose) -> consent(purpose, moment);
        };
    }

    /** Everyone who is known as a customer, and does not stand for a case number only. */
    static TraitSql everyone() {
        return sql("SELECT id FROM customer WHERE kind <> 'ANONYMOUS'");
    }

    private static TraitSql of(AttributeIs attribute) {
        return sql(
                "SELECT customer_id FROM customer_attribute WHERE attribute_key = :key AND attribute_value IN (:values)",
                "key",
                attribute.key(),
                "values",
                attribute.values());
    }

    private static TraitSql of(LivesAs lives) {
        return sql(
                switch (lives.aspect()) {
                    case LIFE_STAGE -> "SELECT id FROM customer WHERE life_stage IN (:values)";
                    case LIFESTYLE -> "SELECT id FROM customer WHERE lifestyle IN (:values)";
                },
                "values",
                lives.values());
    }

    /** The latest statement decides; of two at once the source's. What was taken down here may end a wish. */
    private static TraitSql prefers(String kind, String value, Moment moment) {
        return sql("""
                SELECT customer_id FROM (
                    SELECT customer_id, said, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY since DESC, own, place) AS nth
                    FROM (
                        SELECT customer_id, preference_value AS said, valid_from AS since, 0 AS own, place
                        FROM customer_preference
                        WHERE kind = :kind AND origin = 'STATED' AND valid_from <= :now
                            AND (valid_until IS NULL OR valid_until > :now)
                        UNION ALL SELECT customer_id, preference_value, stated_at, 1, 0 FROM customer_own_preference
                        WHERE kind = :kind) stated) latest
                WHERE nth = 1 AND said = :said""", "kind", kind, "said", value, "now", UtcTime.of(moment.now()));
    }

    /** The latest word; of two at once the one that refuses: nobody is written to by mistake. */
    private static TraitSql consent(String purpose, Moment moment) {
        return sql("""
                SELECT customer_id FROM (
                    SELECT customer_id, granted, expires_at,
                        ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY stated_at DESC, granted, expires_at) AS nth
                    FROM (
                        SELECT customer_id, granted, expires_at, stated_at FROM customer_consent WHERE purpose = :purpose
                        UNION ALL SELECT customer_id, granted, expires_at, stated_at FROM customer_own_consent
                        WHERE purpose = :purpose) said) latest
                WHERE nth = 1 AND granted = TRUE AND (expires_at IS NULL OR expires_at > :now)""", "purpose", purpose, "now", UtcTime.of(moment.now()));
    }

    private static TraitSql of(WorthIs worth, Moment moment) {
        return between(
                switch (worth.of()) {
                    case CURRENT -> "current_value";
                    case POTENTIAL -> "potential_value";
                    case TOTAL -> "total_value";
                },
                worth.from(),
                worth.below(),
                moment);
    }

    private static TraitSql between(String column, @Nullable Object from, @Nullable Object below, Moment moment) {
        Map<String, Object> parameters = new HashMap<>();
        var where = new StringBuilder();
        if (from != null) {
            where.append(column).append(" >= :from");
            parameters.put("from", from);
        }
        if (below != null) {
            where.append(from == null ? "" : " AND ").append(column).append(" < :below");
            parameters.put("below", below);
        }
        return valued(where.toString(), parameters, moment);
    }

    private static TraitSql valued(String where, Map<String, Object> parameters, Moment moment) {
        var all = new HashMap<>(parameters);
        all.put("scoring", moment.scoring());
        return new TraitSql("SELECT customer_id FROM customer_value WHERE scoring = :scoring AND " + where, all);
    }

    private static Map<String, Object> names(Set<? extends Enum<?>> chosen) {
        return Map.of("names", chosen.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private static TraitSql of(JourneyOpen open, Moment moment) {
        return ofType(
                "SELECT customer_id FROM journey WHERE closed_at IS NULL AND last_at >= :since",
                open.type(),
                Map.of("since", since(OPEN_FOR, moment)));
    }

    private static TraitSql of(JourneyBegun begun, Moment moment) {
        return ofType(
                "SELECT customer_id FROM journey WHERE opened_at >= :since AND opened_at <= :now",
                begun.type(),
                Map.of("since", since(begun.days(), moment), "now", UtcTime.of(moment.now())));
    }

    private static TraitSql ofType(String text, @Nullable Long type, Map<String, Object> parameters) {
        if (type == null) {
            return new TraitSql(text, parameters);
        }
        var all = new HashMap<>(parameters);
        all.put("type", type);
        return new TraitSql(text + " AND journey_type_id = :type", all);
    }

    private static TraitSql of(BreakdownOpen open, Moment moment) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", UtcTime.of(moment.now()));
        if (NOT_PICKED_UP.equals(open.rule())) {
            return new TraitSql(OVERDUE, parameters);
        }
        parameters.put("over", since(OPEN_FOR, moment));
        parameters.put("overDay", Days.dayOf(Days.plusDays(moment.now(), -OPEN_FOR, moment.zone()), moment.zone()));
        String found = "SELECT j.customer_id " + OPEN;
        if (open.rule() == null) {
            return new TraitSql(found + " UNION ALL " + OVERDUE, parameters);
        }
        parameters.put("rule", open.rule());
        return new TraitSql(found + " AND f.rule = :rule", parameters);
    }

    private static TraitSql of(HandoffBroken broken, Moment moment, Survivors survivors) {
        Map<String, Object> parameters = new HashMap<>();
        var text =
                new StringBuilder("SELECT j.customer_id ").append(HANDOFFS).append(" JOIN lane l ON l.id = h.lane_id");
        text.append(" JOIN finding f ON f.handoff_id = h.id AND f.dismissed = FALSE");
        text.append(" WHERE h.grain = 'DEPARTMENT' AND h.pickup_day >= :sinceDay AND h.picked_up_at >= :since");
        text.append(" AND h.picked_up_at <= :now AND h.marked = TRUE");
        parameters.put("since", since(broken.days(), moment));
        parameters.put(
                "sinceDay", Days.dayOf(Days.plusDays(moment.now(), -broken.days(), moment.zone()), moment.zone()));
        parameters.put("now", UtcTime.of(moment.now()));
        if (broken.rule() != null) {
            text.append(" AND f.rule = :rule");
            parameters.put("rule", broken.rule());
        }
        if (broken.from() != null) {
            text.append(" AND l.from_department_id IN (:from)");
            parameters.put("from", survivors.readAs(broken.from()));
        }
        if (broken.to() != null) {
            text.append(" AND l.to_department_id IN (:to)");
            parameters.put("to", survivors.readAs(broken.to()));
        }
        return new TraitSql(text.toString(), parameters);
    }

    private static Object since(int days, Moment moment) {
        return UtcTime.of(Days.plusDays(moment.now(), -days, moment.zone()));
    }

    private static TraitSql sql(String text, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put((String) parameters[i], parameters[i + 1]);
        }
        return new TraitSql(text, named);
    }
}
