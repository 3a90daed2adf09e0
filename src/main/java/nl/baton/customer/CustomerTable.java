package nl.baton.customer;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.baton.base.Ids;
import nl.baton.base.ItemKey;
import nl.baton.base.ItemTable;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers as sources state them. The latest statement is kept as JSON, to be compared with the next one, and spread
 * over columns and tables, to be asked. A customer that others have only named has no statement yet.
 */
@Component
class CustomerTable extends ItemTable<NewCustomer> {

    private final NamedParameterJdbcTemplate named;
    private final CustomerKeys keys;
    private final CustomerDetails details;
    private final ChangedCustomers changed;
    private final UpkeepQueue queue;
    private final JsonMapper json;

    CustomerTable(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            CustomerKeys keys,
            CustomerDetails details,
            ChangedCustomers changed,
            UpkeepQueue queue,
            Ids ids,
            JsonMapper json,
            Clock clock) {
        super("customer", jdbc, ids, json, clock);
        this.named = named;
        this.keys = keys;
        this.details = details;
        this.changed = changed;
        this.queue = queue;
        this.json = json;
    }

    @Override
    protected List<Row<NewCustomer>> lock(Collection<ItemKey> wanted) {
        return ItemKey.bySource(wanted).entrySet().stream()
                .flatMap(group -> named
                        .query(
                                """
                                SELECT s.customer_id, s.version
                                FROM customer c JOIN customer_statement s ON s.customer_id = c.id
                                WHERE c.source = :source AND c.external_id IN (:ids)
                                FOR UPDATE""",
                                Map.of("source", group.getKey(), "ids", group.getValue()),
                                (row, n) ->
                                        new Row<>(row.getLong(1), json.readValue(row.getString(2), NewCustomer.class)))
                        .stream())
                .toList();
    }

    /** A touchpoint may have named it before. */
    @Override
    protected Map<ItemKey, Long> number(List<ItemKey> added) {
        return keys.resolve(added, false);
    }

    @Override
    protected void insert(List<Row<NewCustomer>> rows, Instant now) {
        jdbc.batchUpdate(
                "INSERT INTO customer_statement (stated_at, version, customer_id) VALUES (?, ?, ?)",
                statements(rows, now));
        describe(rows);
    }

    @Override
    protected void update(List<Row<NewCustomer>> rows, Instant now) {
        jdbc.batchUpdate(
                "UPDATE customer_statement SET stated_at = ?, version = ? WHERE customer_id = ?",
                statements(rows, now));
        details.clear(rows);
        describe(rows);
    }

    private List<Object[]> statements(List<Row<NewCustomer>> rows, Instant now) {
        return rows.stream()
                .map(row -> new Object[] {UtcTime.of(now), json.writeValueAsString(row.version()), row.id()})
                .toList();
    }

    private void describe(List<Row<NewCustomer>> rows) {
        Map<ItemKey, Long> others = others(rows);
        jdbc.batchUpdate("""
                UPDATE customer SET kind = ?, name = ?, birth_date = ?, street = ?, house_number = ?, postcode = ?,
                    city = ?, country = ?, since = ?, life_stage = ?, lifestyle = ?, reach_people = ?, reach_at = ?,
                    works_for_id = ?
                WHERE id = ?""", rows.stream().map(row -> values(row, others)).toList());
        jdbc.batchUpdate(
                "DELETE FROM customer_identity WHERE customer_id = ?",
                rows.stream().map(row -> new Object[] {row.id()}).toList());
        IdentityRow.insert(
                jdbc,
                rows.stream()
                        .flatMap(row -> IdentityRow.of(row.id(), row.version()).stream())
                        .toList());
        details.insert(rows, others);
        changed.add(rows.stream().map(Row::id).toList());
        queue.add(rows.stream().map(Row::id).toList());
    }

    /** The other customers that these name: who brought them in, and whom they work for. */
    private Map<ItemKey, Long> others(List<Row<NewCustomer>> rows) {
        var wanted = new TreeSet<ItemKey>();
        for (Row<NewCustomer> row : rows) {
            NewCustomer customer = row.version();
            customer.referredBy().forEach(by -> wanted.add(new ItemKey(customer.source(), by.customer())));
            if (customer.worksFor() != null) {
                wanted.add(new ItemKey(customer.source(), customer.worksFor()));
            }
        }
        return keys.resolve(wanted, false);
    }

    private static @Nullable Object[] values(Row<NewCustomer> row, Map<ItemKey, Long> others) {
        NewCustomer customer = row.version();
        Address address = customer.address();
        Reach reach = customer.reach();
        String company = customer.worksFor();
        return new @Nullable Object[] {
            customer.kind().name(),
            customer.name(),
            customer.birthDate() == null ? null : Date.valueOf(customer.birthDate()),
            address == null ? null : address.street(),
            address == null ? null : address.houseNumber(),
            address == null ? null : address.postcode(),
            address == null ? null : address.city(),
            address == null ? null : address.country(),
            customer.since() == null ? null : Date.valueOf(customer.since()),
            customer.lifeStage(),
            customer.lifestyle(),
            reach == null ? null : reach.people(),
            reach == null ? null : UtcTime.of(reach.at()),
            company == null ? null : Objects.requireNonNull(others.get(new ItemKey(customer.source(), company))),
            row.id()
        };
    }
}
