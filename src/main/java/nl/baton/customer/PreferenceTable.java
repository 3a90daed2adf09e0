package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.UtcTime;
import nl.baton.customer.Wishes.Agreed;
import nl.baton.customer.Wishes.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Preferences and consents as sources state them and as people took them down here: of one kind the latest holds. */
@Component
class PreferenceTable {

    /** What stands for the source of what was taken down here. */
    static final String OWN = "Baton";

    private final JdbcClient jdbc;

    PreferenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A wish that somebody stated or concluded; own ones may say that there is none any more. */
    private record Row(
            Preference.Kind kind,
            @Nullable String value,
            Instant from,
            Preference.Origin origin,
            String source,
            boolean own) {}

    /** What holds at a moment, by kind; stated goes before observed, the latest before the others. */
    Map<Preference.Kind, List<Held>> inForce(long customer, Instant now) {
        List<Row> rows = new ArrayList<>(jdbc.sql("""
                        SELECT p.kind, p.preference_value, p.valid_from, p.origin, c.source
                        FROM customer_preference p JOIN customer c ON c.id = p.customer_id
                        WHERE p.customer_id = :id AND p.valid_from <= :now
                            AND (p.valid_until IS NULL OR p.valid_until > :now)
                        ORDER BY p.place""")
                .params(Map.of("id", customer, "now", UtcTime.of(now)))
                .query((row, n) -> row(row, Preference.Origin.valueOf(row.getString(4)), row.getString(5), false))
                .list());
        rows.addAll(jdbc.sql("""
                        SELECT kind, preference_value, stated_at FROM customer_own_preference WHERE customer_id = ?""")
                .param(customer)
                .query((row, n) -> row(row, Preference.Origin.STATED, OWN, true))
                .list());
        rows.sort(Comparator.comparing(Row::origin).thenComparing(Row::from, Comparator.reverseOrder()));
        Map<Preference.Kind, List<Held>> held = new EnumMap<>(Preference.Kind.class);
        for (Preference.Kind kind : Preference.Kind.values()) {
            held.put(kind, held(rows.stream().filter(row -> row.kind == kind).toList(), kind));
        }
        return held;
    }

    private static Row row(ResultSet row, Preference.Origin origin, String source, boolean own) throws SQLException {
        return new Row(
                Preference.Kind.valueOf(row.getString(1)),
                row.getString(2),
                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                origin,
                source,
                own);
    }

    /** Of topics there can be several; what was taken down here ends what was stated before. */
    private static List<Held> held(List<Row> rows, Preference.Kind kind) {
        var held = new ArrayList<Held>();
        for (Row row : rows) {
            boolean same = held.isEmpty() || held.getFirst().origin() == row.origin;
            if (row.value != null && same) {
                Arrays.stream(kind == Preference.Kind.TOPIC ? row.value.split("\n") : new String[] {row.value})
                        .filter(value ->
                                held.stream().noneMatch(known -> known.value().equals(value)))
                        .map(value -> new Held(value, row.origin, row.from, row.source))
                        .forEach(held::add);
            }
            boolean over = row.own || kind != Preference.Kind.TOPIC;
            if (over && (row.value != null || row.own)) {
                break;
            }
        }
        return held;
    }

    /** The latest word on each purpose, by purpose. */
    List<Agreed> consents(long customer, Instant now) {
        Map<String, Consent> latest = new TreeMap<>();
        List<Consent> all = new ArrayList<>(jdbc.sql("""
                        SELECT purpose, granted, stated_at, expires_at, source FROM customer_consent
                        WHERE customer_id = ?""")
                .param(customer)
                .query((row, n) -> consent(row, row.getString(5)))
                .list());
        all.addAll(jdbc.sql("""
                        SELECT purpose, granted, stated_at, expires_at FROM customer_own_consent
                        WHERE customer_id = ?""")
                .param(customer)
                .query((row, n) -> consent(row, OWN))
                .list());
        // of two at the same moment the one that refuses: nobody is written to by mistake
        all.sort(Comparator.comparing(Consent::at).thenComparing(Consent::granted, Comparator.reverseOrder()));
        all.forEach(consent -> latest.put(consent.purpose(), consent));
        return latest.values().stream()
                .map(consent -> new Agreed(
                        consent,
                        consent.expiresAt() != null && !consent.expiresAt().isAfter(now)))
                .toList();
    }

    private static Consent consent(ResultSet row, String source) throws SQLException {
        return new Consent(
                row.getString(1),
                row.getBoolean(2),
                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                source,
                UtcTime.instantOrNull(row.getObject(4, LocalDateTime.class)));
    }

    void state(long customer, Preference.Kind kind, @Nullable String value, Instant now) {
        jdbc.sql("""
                        INSERT INTO customer_own_preference (customer_id, kind, preference_value, stated_at)
                        VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE preference_value = VALUES(preference_value),
                            stated_at = VALUES(stated_at)""")
                .param(customer)
                .param(kind.name())
                .param(value)
                .param(UtcTime.of(now))
                .update();
    }

    void agree(long customer, Consent consent) {
        jdbc.sql("""
                        INSERT INTO customer_own_consent (customer_id, purpose, granted, stated_at, expires_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE granted = VALUES(granted), stated_at = VALUES(stated_at),
                            expires_at = VALUES(expires_at)""")
                .param(customer)
                .param(consent.purpose())
                .param(consent.granted())
                .param(UtcTime.of(consent.at()))
                .param(UtcTime.ofNullable(consent.expiresAt()))
                .update();
    }
}
