package nl.baton.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.Ids;
import nl.baton.base.ItemKey;
import nl.baton.base.ItemTable;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.journey.CaseKey;
import nl.baton.journey.ChangedCases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Feedback in the database. */
@Component
class FeedbackTable extends ItemTable<NewFeedback> {

    private final NamedParameterJdbcTemplate named;
    private final Customers customers;
    private final ChangedCases changedCases;

    FeedbackTable(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            Customers customers,
            ChangedCases changedCases,
            Ids ids,
            JsonMapper json,
            Clock clock) {
        super("feedback", jdbc, ids, json, clock);
        this.named = named;
        this.customers = customers;
        this.changedCases = changedCases;
    }

    @Override
    protected List<Row<NewFeedback>> lock(Collection<ItemKey> keys) {
        var rows = new ArrayList<FeedbackRow>();
        ItemKey.bySource(keys)
                .forEach((source, externalIds) ->
                        rows.addAll(named.query("""
                        SELECT f.*, (SELECT c.external_id FROM customer c WHERE c.id = f.customer_id) AS customer
                        FROM feedback f WHERE f.source = :source AND f.external_id IN (:ids)
                        FOR UPDATE""", Map.of("source", source, "ids", externalIds), FeedbackRow::read)));
        Map<Long, List<String>> themes =
                themes(rows.stream().map(FeedbackRow::id).toList());
        return rows.stream()
                .map(row -> row.with(themes.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<Long, List<String>> themes(List<Long> feedback) {
        Map<Long, List<String>> themes = new HashMap<>();
        if (!feedback.isEmpty()) {
            named.query("""
                    SELECT feedback_id, theme FROM feedback_theme WHERE feedback_id IN (:ids)
                    ORDER BY feedback_id, place""", Map.of("ids", feedback), row -> {
                themes.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2));
            });
        }
        return themes;
    }

    @Override
    protected void insert(List<Row<NewFeedback>> rows, Instant now) {
        jdbc.batchUpdate("""
                INSERT INTO feedback (customer_id, journey_type, journey_source, journey_case, handoff, request, kind,
                    score, text, language, channel, received_at, status, owner, due_at, cause, done, changed_something,
                    told_at, told_channel, not_told_reason, closed_at, arrived_at, id, source, external_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values(rows, now, true));
        insertThemes(rows);
        judgeAgain(rows);
    }

    @Override
    protected void update(List<Row<NewFeedback>> rows, Instant now) {
        changedCases.addNamed(journeys(rows.stream().map(Row::id).toList()));
        jdbc.batchUpdate("""
                UPDATE feedback SET customer_id = ?, journey_type = ?, journey_source = ?, journey_case = ?, handoff = ?,
                    request = ?, kind = ?, score = ?, text = ?, language = ?, channel = ?, received_at = ?, status = ?,
                    owner = ?, due_at = ?, cause = ?, done = ?, changed_something = ?, told_at = ?, told_channel = ?,
                    not_told_reason = ?, closed_at = ?, arrived_at = ?
                WHERE id = ?""", values(rows, now, false));
        jdbc.batchUpdate(
                "DELETE FROM feedback_theme WHERE feedback_id = ?",
                rows.stream().map(row -> new Object[] {row.id()}).toList());
        insertThemes(rows);
        judgeAgain(rows);
    }

    /** What a customer says of a journey may show that a handoff of it went wrong. */
    private void judgeAgain(List<Row<NewFeedback>> rows) {
        changedCases.addNamed(rows.stream()
                .flatMap(row -> Optional.ofNullable(row.version().journey()).stream())
                .toList());
    }

    private List<CaseKey> journeys(List<Long> feedback) {
        return feedback.isEmpty()
                ? List.of()
                : named.query(
                        """
                        SELECT journey_type, journey_source, journey_case FROM feedback
                        WHERE id IN (:ids) AND journey_case IS NOT NULL""",
                        Map.of("ids", feedback),
                        (row, n) -> new CaseKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    private void insertThemes(List<Row<NewFeedback>> rows) {
        var themes = new ArrayList<Object[]>();
        for (Row<NewFeedback> row : rows) {
            int place = 0;
            for (String theme : row.version().themes()) {
                themes.add(new Object[] {row.id(), place++, theme});
            }
        }
        jdbc.batchUpdate("INSERT INTO feedback_theme (feedback_id, place, theme) VALUES (?, ?, ?)", themes);
    }

    private List<@Nullable Object[]> values(List<Row<NewFeedback>> rows, Instant now, boolean identity) {
        Map<Customers.Key, Long> idByKey = new HashMap<>();
        customers
                .resolve(
                        rows.stream()
                                .flatMap(row -> customer(row.version()).stream())
                                .distinct()
                                .toList(),
                        false)
                .forEach(known -> idByKey.put(known.key(), known.id()));
        return rows.stream().map(row -> values(row, now, identity, idByKey)).toList();
    }

    private static List<Customers.Key> customer(NewFeedback feedback) {
        String customer = feedback.customer();
        return customer == null ? List.of() : List.of(new Customers.Key(feedback.source(), customer));
    }

    private static @Nullable Object[] values(
            Row<NewFeedback> row, Instant now, boolean identity, Map<Customers.Key, Long> idByKey) {
        NewFeedback feedback = row.version();
        CaseKey journey = feedback.journey();
        NewFeedback.Told told = feedback.told();
        var values = new ArrayList<@Nullable Object>();
        values.add(customer(feedback).stream()
                .map(key -> Objects.requireNonNull(idByKey.get(key)))
                .findFirst()
                .orElse(null));
        values.add(journey == null ? null : journey.type());
        values.add(journey == null ? null : journey.source());
        values.add(journey == null ? null : journey.caseNumber());
        values.add(feedback.handoff());
        values.add(feedback.request());
        values.add(feedback.kind().name());
        values.add(feedback.score());
        values.add(feedback.text());
        values.add(feedback.language());
        values.add(feedback.channel());
        values.add(UtcTime.of(feedback.receivedAt()));
        values.add(feedback.status().name());
        values.add(feedback.owner());
        values.add(UtcTime.ofNullable(feedback.due()));
        values.add(feedback.cause());
        values.add(feedback.done());
        values.add(feedback.changed());
        values.add(told == null ? null : UtcTime.of(told.at()));
        values.add(told == null ? null : told.channel());
        values.add(feedback.notToldReason());
        values.add(UtcTime.ofNullable(feedback.closedAt()));
        values.add(UtcTime.of(now));
        values.add(row.id());
        if (identity) {
            values.add(feedback.source());
            values.add(feedback.externalId());
        }
        return values.toArray();
    }
}
