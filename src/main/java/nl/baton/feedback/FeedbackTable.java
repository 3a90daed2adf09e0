package nl.baton.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
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

    private static final String ITEM = """
            SELECT f.*, (SELECT c.external_id FROM customer c WHERE c.id = f.customer_id) AS customer
            FROM feedback f WHERE\s""";

    private static final String SAID = """
            customer_id = ?, journey_type = ?, journey_source = ?, journey_case = ?, handoff = ?, request = ?, kind = ?,
                score = ?, text = ?, language = ?, channel = ?, received_at = ?""";

    private final NamedParameterJdbcTemplate named;
    private final Customers customers;
    private final ChangedCases changedCases;
    private final JsonMapper json;
    private final FeedbackProperties properties;
    private final ZoneId zone;

    FeedbackTable(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            Customers customers,
            ChangedCases changedCases,
            Ids ids,
            JsonMapper json,
            FeedbackProperties properties,
            BatonProperties company,
            Clock clock) {
        super("feedback", jdbc, ids, json, clock);
        this.json = json;
        this.properties = properties;
        this.zone = company.zone();
        this.named = named;
        this.customers = customers;
        this.changedCases = changedCases;
    }

    @Override
    protected List<Row<NewFeedback>> lock(Collection<ItemKey> keys) {
        var rows = new ArrayList<FeedbackRow>();
        ItemKey.bySource(keys)
                .forEach((source, externalIds) -> rows.addAll(named.query(
                        ITEM + "f.source = :source AND f.external_id IN (:ids) FOR UPDATE",
                        Map.of("source", source, "ids", externalIds),
                        FeedbackRow::read)));
        return versions(rows);
    }

    /** What the source said last. */
    private List<Row<NewFeedback>> versions(List<FeedbackRow> rows) {
        Map<Long, List<String>> themes = themes(rows.stream()
                .filter(row -> row.stated() == null)
                .map(FeedbackRow::id)
                .toList());
        return rows.stream()
                .map(row -> row.stated() == null
                        ? row.with(themes.getOrDefault(row.id(), List.of()))
                        : new Row<>(row.id(), json.readValue(row.stated(), NewFeedback.class)))
                .toList();
    }

    /** What the source said last of one, which must be there. */
    NewFeedback stated(long id) {
        return versions(named.query(ITEM + "f.id = :id", Map.of("id", id), FeedbackRow::read))
                .getFirst()
                .version();
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
                    told_at, told_channel, not_told_reason, closed_at, owner_word, waiting, arrived_at, tell_by, id, source,
                    external_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values(rows, customers(rows), now, true));
        insertThemes(rows);
        judgeAgain(rows);
    }

    @Override
    protected void update(List<Row<NewFeedback>> rows, Instant now) {
        changedCases.addNamed(journeys(rows.stream().map(Row::id).toList()));
        Set<Long> takenUp = takenUp(rows);
        Map<Customers.Key, Long> known = customers(rows);
        List<Row<NewFeedback>> sources =
                rows.stream().filter(row -> !takenUp.contains(row.id())).toList();
        jdbc.batchUpdate("UPDATE feedback SET " + SAID + """
                , status = ?, owner = ?, due_at = ?, cause = ?, done = ?, changed_something = ?, told_at = ?, told_channel = ?,
                    not_told_reason = ?, closed_at = ?, owner_word = ?, waiting = ?, arrived_at = ?, tell_by = ?,
                    version = version + 1
                WHERE id = ?""", values(sources, known, now, false));
        jdbc.batchUpdate(
                "UPDATE feedback SET " + SAID + ", stated = ?, arrived_at = ?, version = version + 1 WHERE id = ?",
                rows.stream()
                        .filter(row -> takenUp.contains(row.id()))
                        .map(row -> restated(row, known, now))
                        .toList());
        jdbc.batchUpdate(
                "DELETE FROM feedback_theme WHERE feedback_id = ?",
                sources.stream().map(row -> new Object[] {row.id()}).toList());
        insertThemes(sources);
        judgeAgain(rows);
    }

    /** Those that people here work on, whatever the source says of their state. */
    private Set<Long> takenUp(List<Row<NewFeedback>> rows) {
        return new HashSet<>(named.queryForList(
                "SELECT id FROM feedback WHERE id IN (:ids) AND stated IS NOT NULL",
                Map.of("ids", rows.stream().map(Row::id).toList()),
                Long.class));
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

    private List<@Nullable Object[]> values(
            List<Row<NewFeedback>> rows, Map<Customers.Key, Long> idByKey, Instant now, boolean identity) {
        return rows.stream()
                .map(row -> {
                    NewFeedback feedback = row.version();
                    List<@Nullable Object> values = said(feedback, idByKey);
                    values.addAll(worked(feedback));
                    values.add(UtcTime.of(now));
                    values.add(UtcTime.of(tellBy(feedback)));
                    values.add(row.id());
                    if (identity) {
                        values.add(feedback.source());
                        values.add(feedback.externalId());
                    }
                    return values.toArray();
                })
                .toList();
    }

    private @Nullable Object[] restated(Row<NewFeedback> row, Map<Customers.Key, Long> idByKey, Instant now) {
        List<@Nullable Object> values = said(row.version(), idByKey);
        values.add(json.writeValueAsString(row.version()));
        values.add(UtcTime.of(now));
        values.add(row.id());
        return values.toArray();
    }

    private Instant tellBy(NewFeedback feedback) {
        return feedback.due() == null
                ? Days.plusDays(feedback.receivedAt(), properties.days(feedback), zone)
                : feedback.due();
    }

    private Map<Customers.Key, Long> customers(List<Row<NewFeedback>> rows) {
        Map<Customers.Key, Long> idByKey = new HashMap<>();
        customers
                .resolve(
                        rows.stream()
                                .flatMap(row -> customer(row.version()).stream())
                                .distinct()
                                .toList(),
                        false)
                .forEach(known -> idByKey.put(known.key(), known.id()));
        return idByKey;
    }

    private static List<Customers.Key> customer(NewFeedback feedback) {
        String customer = feedback.customer();
        return customer == null ? List.of() : List.of(new Customers.Key(feedback.source(), customer));
    }

    /** What the customer said, in the order of {@link #SAID}. */
    private static List<@Nullable Object> said(NewFeedback feedback, Map<Customers.Key, Long> idByKey) {
        CaseKey journey = feedback.journey();
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
        return values;
    }

    /** What the source says was done with it. */
    private static List<@Nullable Object> worked(NewFeedback feedback) {
        NewFeedback.Told told = feedback.told();
        var values = new ArrayList<@Nullable Object>();
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
        values.add(FeedbackSight.wordOf(feedback.owner()));
        values.add(
                told == null && feedback.status() != FeedbackStatus.TOLD && feedback.status() != FeedbackStatus.CLOSED);
        return values;
    }
}
