package nl.baton.fault;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what is stored against what was acknowledged: all of it, once, as it was last acknowledged, and nothing else. */
final class StoredItems {

    final List<String> lost = new ArrayList<>();
    final List<String> doubled = new ArrayList<>();
    final List<String> strange = new ArrayList<>();

    private final Ledger ledger;
    private final Map<String, Row> rows = new HashMap<>();

    private record Row(
            String externalId,
            @Nullable String text,
            Instant at,
            @Nullable Instant endedAt,
            @Nullable String department,
            @Nullable String direction,
            @Nullable String outcome,
            String caseNumber,
            boolean contact) {

        boolean states(Item item) {
            return Objects.equals(text, item.text())
                    && at.equals(item.at())
                    && Objects.equals(endedAt, item.endedAt())
                    && Objects.equals(department, item.department())
                    && Objects.equals(direction, item.direction())
                    && Objects.equals(outcome, item.outcome())
                    && caseNumber.equals(item.caseNumber() == null ? item.externalId() : item.caseNumber())
                    && contact == (item.caseNumber() == null);
        }
    }

    StoredItems(JdbcClient database, String source, Ledger ledger) {
        this.ledger = ledger;
        strange.addAll(ledger.surprises());
        for (Row row : read(database, source)) {
            if (rows.put(row.externalId, row) != null) {
                doubled.add(row.externalId + " is there twice");
            }
        }
        ledger.acknowledged().forEach(this::expect);
        rows.values().forEach(this::explain);
        ledger.cutStreams().forEach(this::prefix);
        doubled.addAll(replacedWithoutChange(database, source));
    }

    private static List<Row> read(JdbcClient database, String source) {
        return database.sql("""
                SELECT t.external_id, t.text, t.started_at, t.ended_at, d.code, t.direction, t.outcome,
                    c.case_number, c.contact
                FROM touchpoint t JOIN journey_case c ON c.id = t.case_id
                    LEFT JOIN department d ON d.id = t.department_id
                WHERE t.source = ?""")
                .param(source)
                .query((row, n) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                        UtcTime.instantOrNull(row.getObject(4, LocalDateTime.class)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getBoolean(9)))
                .list();
    }

    private void expect(String externalId, Item item) {
        Row row = rows.get(externalId);
        if (row == null) {
            lost.add(externalId + " is not there");
        } else if (!row.states(item)) {
            lost.add(externalId + " is there as " + row + ", acknowledged was " + item);
        }
    }

    private void explain(Row row) {
        if (!ledger.wasSent(row.externalId, row.text)) {
            strange.add(row + " was never sent");
        }
        if (ledger.neverWhole().contains(row.externalId)) {
            strange.add(row.externalId + " is there, and Baton had only half of its array");
        }
    }

    private void prefix(List<Item> lines) {
        boolean gone = false;
        for (Item line : lines) {
            boolean there = rows.containsKey(line.externalId());
            if (there && gone) {
                strange.add(line.externalId() + " is there, and a line before it is not");
            }
            gone |= !there;
        }
        if (!gone) {
            strange.add(lines.getLast().externalId() + " is there, and was never sent to its end");
        }
    }

    /** What all sent in one version only has no former one. */
    private static List<String> replacedWithoutChange(JdbcClient database, String source) {
        Set<String> replaced = new HashSet<>(
                database.sql("""
                SELECT t.external_id FROM touchpoint t JOIN touchpoint_history h ON h.touchpoint_id = t.id
                WHERE t.source = ? AND t.text LIKE '% version 1'""").param(source).query(String.class).list());
        return replaced.stream()
                .map(id -> id + " counts as replaced, and never changed")
                .toList();
    }
}
