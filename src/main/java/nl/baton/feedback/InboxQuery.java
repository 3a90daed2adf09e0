package nl.baton.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.feedback.FeedbackSight.Condition;
import nl.baton.feedback.InboxCounts.Group;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the inbox: pages and counts from indexes, and whole items by their ids. */
@Component
class InboxQuery {

    private final JdbcClient jdbc;

    InboxQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item as it stands, with its customer's id. */
    record Found(
            long id,
            int version,
            FeedbackKind kind,
            @Nullable Integer score,
            @Nullable Long customer,
            @Nullable CaseKey journey,
            @Nullable String text,
            @Nullable String channel,
            Instant receivedAt,
            Instant tellBy,
            Work work,
            boolean readable) {}

    /** The ends of the groups, each but the last. */
    record Ends(Instant now, Instant today, Instant thisWeek, Instant nextWeek) {}

    private record Where(String sql, List<Object> parameters) {}

    private static Where where(InboxFilter filter, Condition sight, Condition view) {
        var sql =
                new StringBuilder(" WHERE ").append(sight.sql()).append(" AND ").append(view.sql());
        var parameters = new ArrayList<>(sight.parameters());
        parameters.addAll(view.parameters());
        switch (filter.state()) {
            case WAITING -> sql.append(" AND f.waiting = TRUE");
            case TOLD -> sql.append(" AND f.waiting = FALSE AND f.status <> 'CLOSED'");
            case CLOSED -> sql.append(" AND f.waiting = FALSE AND f.status = 'CLOSED'");
            case ALL -> {}
        }
        if (filter.kind() != null) {
            sql.append(" AND f.kind = ?");
            parameters.add(filter.kind().name());
        }
        return new Where(sql.toString(), parameters);
    }

    /** Those that wait by when the customer should have heard; others the last first. */
    List<Long> page(InboxFilter filter, Condition sight, Condition view, int offset, int limit) {
        Where where = where(filter, sight, view);
        where.parameters.add(limit);
        where.parameters.add(offset);
        String order = filter.state() == State.WAITING ? "f.tell_by, f.id" : "f.received_at DESC, f.id DESC";
        return jdbc.sql("SELECT f.id FROM feedback f" + where.sql + " ORDER BY " + order + " LIMIT ? OFFSET ?")
                .params(where.parameters)
                .query(Long.class)
                .list();
    }

    InboxCounts counts(InboxFilter filter, Condition sight, Condition view, Ends ends) {
        Where where = where(filter, sight, view);
        if (filter.state() != State.WAITING) {
            return new InboxCounts(
                    jdbc.sql("SELECT COUNT(*) FROM feedback f" + where.sql)
                            .params(where.parameters)
                            .query(Long.class)
                            .single(),
                    Map.of());
        }
        var parameters = new ArrayList<Object>();
        for (Instant end : List.of(ends.now, ends.today, ends.thisWeek, ends.nextWeek)) {
            parameters.add(UtcTime.of(end));
        }
        parameters.addAll(where.parameters);
        Map<Group, Long> groups = new EnumMap<>(Group.class);
        jdbc.sql("""
                        SELECT CASE WHEN f.tell_by < ? THEN 0 WHEN f.tell_by < ? THEN 1 WHEN f.tell_by < ? THEN 2
                            WHEN f.tell_by < ? THEN 3 ELSE 4 END AS due_in, COUNT(*)
                        FROM feedback f""" + where.sql + " GROUP BY due_in")
                .params(parameters)
                .query((row, n) -> groups.put(Group.values()[row.getInt(1)], row.getLong(2)))
                .list();
        return new InboxCounts(
                groups.values().stream().mapToLong(Long::longValue).sum(), groups);
    }

    /** Those of these ids that are among what may be seen, in no order. */
    List<Found> byIds(List<Long> ids, Condition sight, Condition readable) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<>(readable.parameters());
        parameters.addAll(ids);
        parameters.addAll(sight.parameters());
        return jdbc.sql("""
                        SELECT f.*, CASE WHEN %s THEN 1 ELSE 0 END AS readable FROM feedback f
                        WHERE f.id IN (%s) AND %s""".formatted(
                                readable.sql(),
                                String.join(", ", ids.stream().map(id -> "?").toList()),
                                sight.sql()))
                .params(parameters)
                .query(InboxQuery::found)
                .list();
    }

    Optional<Found> find(long id, Condition sight, Condition readable) {
        return byIds(List.of(id), sight, readable).stream().findFirst();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        boolean readable = row.getBoolean("readable");
        String caseNumber = row.getString("journey_case");
        Instant received = UtcTime.instant(row.getObject("received_at", LocalDateTime.class));
        Instant tellBy = WorkTable.moment(row, "tell_by");
        Work work = WorkTable.work(row);
        return new Found(
                row.getLong("id"),
                row.getInt("version"),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getObject("score", Integer.class),
                row.getObject("customer_id", Long.class),
                caseNumber == null
                        ? null
                        : new CaseKey(row.getString("journey_type"), row.getString("journey_source"), caseNumber),
                readable ? row.getString("text") : null,
                row.getString("channel"),
                received,
                tellBy == null ? received : tellBy,
                readable ? work : work.withoutWords(),
                readable);
    }
}
