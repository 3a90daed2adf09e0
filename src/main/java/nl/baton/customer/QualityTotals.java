package nl.baton.customer;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Page;
import nl.baton.customer.CustomerField.FieldCode;
import nl.baton.customer.CustomerField.State;
import nl.baton.security.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How good the company's knowledge of its customers is, by field and source, and how long each field holds. Totals are
 * kept while customers change; a view adds up counts by day, however many customers there are.
 */
@Service
@PreAuthorize("hasRole('STEWARD')")
public class QualityTotals {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_KEYS = 200;

    private final JdbcClient jdbc;
    private final FieldRules rules;
    private final UpkeepQueue queue;
    private final BatonProperties properties;
    private final Audit audit;
    private final Clock clock;

    QualityTotals(
            JdbcClient jdbc,
            FieldRules rules,
            UpkeepQueue queue,
            BatonProperties properties,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.queue = queue;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a total counts. */
    public enum Which {
        ALL,
        GOOD,
        EMPTY,
        WRONG,
        CONTRADICTED,
        /** Filled, and not confirmed within its shelf life. */
        OLD
    }

    /** The fields of one code from one source. One can be wrong and old at once. */
    public record Total(String field, String source, Map<Which, Long> counts) {

        public long count(Which which) {
            return counts.getOrDefault(which, 0L);
        }
    }

    /** A field that a total counts. */
    public record Record(
            long customer,
            @Nullable String name,
            String number,
            String source,
            State state,
            @Nullable LocalDate confirmedOn) {}

    /** How long a field holds. */
    public record ShelfLife(String field, int days) {}

    /** All totals, by field and source. */
    @Transactional(readOnly = true)
    public List<Total> totals() {
        Map<String, Map<String, Map<Which, Long>>> sums = new TreeMap<>();
        for (ShelfLife life : shelfLives()) {
            jdbc.sql("""
                            SELECT source, state, SUM(n) AS n, SUM(CASE WHEN confirmed_on < ? THEN n ELSE 0 END) AS old_ones
                            FROM quality_count WHERE field = ? GROUP BY source, state""")
                    .params(Date.valueOf(firstDay(life.days())), life.field())
                    .query((ResultSet row) -> {
                        add(
                                sums.computeIfAbsent(life.field(), field -> new TreeMap<>())
                                        .computeIfAbsent(row.getString("source"), source -> new TreeMap<>()),
                                State.valueOf(row.getString("state")),
                                row.getLong("n"),
                                row.getLong("old_ones"));
                    });
        }
        return sums.entrySet().stream()
                .flatMap(field -> field.getValue().entrySet().stream()
                        .map(source -> new Total(field.getKey(), source.getKey(), source.getValue())))
                .sorted(Comparator.comparing((Total total) -> order(total.field()))
                        .thenComparing(Total::field)
                        .thenComparing(Total::source))
                .toList();
    }

    private static int order(String field) {
        return Arrays.stream(FieldCode.values())
                .filter(code -> code.name().equals(field))
                .map(FieldCode::ordinal)
                .findFirst()
                .orElse(FieldCode.values().length);
    }

    private static void add(Map<Which, Long> counts, State state, long n, long old) {
        counts.merge(Which.ALL, n, Long::sum);
        switch (state) {
            case EMPTY -> counts.merge(Which.EMPTY, n, Long::sum);
            case WRONG -> counts.merge(Which.WRONG, n, Long::sum);
            case CONTRADICTED -> counts.merge(Which.CONTRADICTED, n, Long::sum);
            case FINE -> counts.merge(Which.GOOD, n - old, Long::sum);
        }
        if (state != State.EMPTY) {
            counts.merge(Which.OLD, old, Long::sum);
        }
    }

    /** The first day on which what was confirmed still holds today. */
    private LocalDate firstDay(int shelfLife) {
        return Days.dayOf(clock.instant(), properties.zone()).minusDays(shelfLife);
    }

    /** Exactly those that a total counts. */
    @Transactional(readOnly = true)
    public Page<Record> records(String field, String source, Which which, int offset, int limit) {
        String condition = " FROM customer_field f JOIN customer c ON c.id = f.customer_id "
                + "WHERE f.field = :field AND f.source = :source AND "
                + switch (which) {
                    case ALL -> "1 = 1";
                    case GOOD -> "f.state = 'FINE' AND f.confirmed_on >= :first";
                    case OLD -> "f.state <> 'EMPTY' AND f.confirmed_on < :first";
                    case EMPTY, WRONG, CONTRADICTED -> "f.state = '" + which + "'";
                };
        Map<String, Object> parameters = Map.of(
                "field", field,
                "source", source,
                "first", Date.valueOf(firstDay(rules.read().shelfLife(field))));
        Long total = jdbc.sql("SELECT COUNT(*)" + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Record> page = jdbc.sql(
                        "SELECT c.id, c.name, c.external_id, c.source AS named_by, c.kind, f.source, f.state, f.confirmed_on"
                                + condition + " ORDER BY f.state, f.confirmed_on, f.customer_id, f.place LIMIT " + limit
                                + " OFFSET " + offset)
                .params(parameters)
                .query(QualityTotals::record)
                .list();
        return new Page<>(total, page);
    }

    private static Record record(ResultSet row, int n) throws SQLException {
        LocalDate confirmedOn = row.getObject("confirmed_on", LocalDate.class);
        return new Record(
                row.getLong("id"),
                row.getString("name"),
                CustomerProfiles.number(row.getString("external_id"), row.getString("kind")),
                row.getString("source"),
                State.valueOf(row.getString("state")),
                confirmedOn.equals(LocalDate.EPOCH) ? null : confirmedOn);
    }

    /** Every field that is looked at, those with their own code first. */
    @Transactional(readOnly = true)
    public List<ShelfLife> shelfLives() {
        FieldRules.Rules set = rules.read();
        return Stream.concat(
                        Arrays.stream(FieldCode.values()).map(FieldCode::name),
                        set.attributes().stream().map(key -> CustomerField.ATTRIBUTE + key))
                .map(field -> new ShelfLife(field, set.shelfLife(field)))
                .toList();
    }

    /** Keys of attributes that customers have and that are not on the list. */
    @Transactional(readOnly = true)
    public List<String> otherAttributes() {
        var listed = rules.read().attributes();
        return jdbc
                .sql("SELECT DISTINCT attribute_key FROM customer_attribute ORDER BY attribute_key LIMIT " + MOST_KEYS)
                .query(String.class)
                .list()
                .stream()
                .filter(key -> !listed.contains(key))
                .toList();
    }

    /** Sets for how many days a field holds after it was confirmed; totals follow at once. */
    @Transactional
    public void setShelfLife(String field, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new QualityRefused(QualityRefused.Reason.DAYS_OUTSIDE);
        }
        if (shelfLives().stream().noneMatch(life -> life.field().equals(field))) {
            throw new QualityRefused(QualityRefused.Reason.FIELD_UNKNOWN);
        }
        rules.set(field, days);
        audit.record("quality.shelf-life", "field " + field, Integer.toString(days));
    }

    /** Puts an attribute on the list; every customer is looked at again. */
    @Transactional
    public void addAttribute(String key) {
        String stripped = key.strip();
        if (stripped.isEmpty() || stripped.length() > 80) {
            throw new QualityRefused(QualityRefused.Reason.KEY_LENGTH);
        }
        if (rules.read().attributes().contains(stripped)) {
            throw new QualityRefused(QualityRefused.Reason.KEY_LISTED);
        }
        rules.set(CustomerField.ATTRIBUTE + stripped, FieldRules.SHELF_LIFE_DAYS);
        queue.addAll();
        audit.record("quality.attribute.added", "field " + stripped, null);
    }

    /** Takes an attribute off the list. */
    @Transactional
    public void removeAttribute(String key) {
        if (rules.read().attributes().contains(key)) {
            rules.remove(CustomerField.ATTRIBUTE + key);
            queue.addAll();
            audit.record("quality.attribute.removed", "field " + key, null);
        }
    }

    /** How many customers wait until their fields are computed again; up to a thousand. */
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT id FROM upkeep_queue LIMIT 1000) w")
                .query(Long.class)
                .single();
    }
}
