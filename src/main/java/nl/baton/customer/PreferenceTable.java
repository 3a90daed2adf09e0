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

    /**
     * All that is known of one customer at a moment.
     *
     * @param inForce by kind; stated goes before observed, the latest before the others
     * @param consents the latest word on each purpose, by purpose
     */
    record Known(Map<Preference.Kind, List<Held>> inForce, List<Agreed> consents) {}

    /** In one statement. */
    Known read(long customer, Instant now) {
        var rows = new ArrayList<Row>();
        var consents = new ArrayList<Consent>();
        jdbc.sql("""
                        SELECT p.kind AS word, p.preference_value AS said, p.valid_from AS since, p.valid_until AS until_when,
                            p.origin, c.source, FALSE AS own, p.place
                        FROM customer_preference p JOIN customer c ON c.id = p.customer_id
                        WHERE p.customer_id = :id AND p.valid_from <= :now
                            AND (p.valid_until IS NULL OR p.valid_until > :now)
                        UNION ALL SELECT kind, preference_value, stated_at, NULL, 'STATED', :own, TRUE, 0
                        FROM customer_own_preference WHERE customer_id = :id
                        UNION ALL SELECT purpose, CASE WHEN granted THEN 'GRANTED' ELSE 'WITHHELD' END, stated_at,
                            expires_at, 'CONSENT', source, FALSE, 0
                        FROM customer_consent WHERE customer_id = :id
                        UNION ALL SELECT purpose, CASE WHEN granted THEN 'GRANTED' ELSE 'WITHHELD' END, stated_at,
                            expires_at, 'CONSENT', :own, TRUE, 0
                        FROM customer_own_consent WHERE customer_id = :id
                        ORDER BY own, place""")
                .params(Map.of("id", customer, "now", UtcTime.of(now), "own", OWN))
                .query(row -> {
                    if (row.getString(5).equals("CONSENT")) {
                        consents.add(consent(row));
                    } else {
                        rows.add(row(row));
                    }
                });
        rows.sort(Comparator.comparing(Row::origin).thenComparing(Row::from, Comparator.reverseOrder()));
        Map<Preference.Kind, List<Held>> held = new EnumMap<>(Preference.Kind.class);
        for (Preference.Kind kind : Preference.Kind.values()) {
            held.put(kind, held(rows.stream().filter(row -> row.kind == kind).toList(), kind));
        }
        return new Known(held, latest(consents, now));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Preference.Kind.valueOf(row.getString(1)),
                row.getString(2),
                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                Preference.Origin.valueOf(row.getString(5)),
                row.getString(6),
                row.getBoolean(7));
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

    private static List<Agreed> latest(List<Consent> all, Instant now) {
        Map<String, Consent> latest = new TreeMap<>();
        // of two at the same moment the one that refuses: nobody is written to by mistake
        all.sort(Comparator.comparing(Consent::at).thenComparing(Consent::granted, Comparator.reverseOrder()));
        all.forEach(consent -> latest.put(consent.purpose(), consent));
        return latest.values().stream()
                .map(consent -> new Agreed(
                        consent,
                        consent.expiresAt() != null && !consent.expiresAt().isAfter(now)))
                .toList();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getString(1),
                row.getString(2).equals("GRANTED"),
                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                row.getString(6),
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
