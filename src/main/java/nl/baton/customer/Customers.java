package nl.baton.customer;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Ids;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers in. Finding and showing them is {@link CustomerSearch} and {@link CustomerProfiles}. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Customers {

    private final NamedParameterJdbcTemplate named;
    private final JdbcTemplate jdbc;
    private final Ids ids;

    Customers(NamedParameterJdbcTemplate named, JdbcTemplate jdbc, Ids ids) {
        this.named = named;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A customer's identity in the outside world. */
    public record Key(String source, String externalId) {}

    /** A key, and the customer it belongs to. */
    public record Known(Key key, long id) {}

    /** Whether anybody is a customer yet. */
    @Transactional(readOnly = true)
    public boolean any() {
        return !jdbc.queryForList("SELECT id FROM customer LIMIT 1", Long.class).isEmpty();
    }

    /** Adds customers, or replaces what was stated of them before. */
    @Transactional
    public void add(List<NewCustomer> customers) {
        Map<Key, NewCustomer> newest = new LinkedHashMap<>();
        customers.forEach(customer -> newest.put(new Key(customer.source(), customer.externalId()), customer));
        Map<Key, Long> idByKey = new HashMap<>();
        resolve(List.copyOf(newest.keySet()), false).forEach(known -> idByKey.put(known.key(), known.id()));
        jdbc.batchUpdate(
                """
                UPDATE customer SET kind = ?, name = ?, birth_date = ?, street = ?, postcode = ?, city = ?, since = ?
                WHERE id = ?""",
                newest.entrySet().stream()
                        .map(entry -> statement(entry.getValue(), idByKey.getOrDefault(entry.getKey(), 0L)))
                        .toList());
        List<Object[]> all =
                idByKey.values().stream().map(id -> new Object[] {id}).toList();
        jdbc.batchUpdate("DELETE FROM customer_identity WHERE customer_id = ?", all);
        jdbc.batchUpdate("DELETE FROM customer_beginning WHERE customer_id = ?", all);
        var identities = new ArrayList<Object[]>();
        var beginnings = new ArrayList<Object[]>();
        newest.forEach((key, customer) -> {
            long id = idByKey.getOrDefault(key, 0L);
            Beginnings.of(customer)
                    .forEach(found ->
                            beginnings.add(new Object[] {id, found.kind().name(), found.text()}));
            identities.add(identity(id, Identity.source(key.externalId())));
            customer.identities().stream()
                    .distinct()
                    .filter(identity -> identity.kind() != Identity.Kind.SOURCE)
                    .forEach(identity -> identities.add(identity(id, identity)));
        });
        insertIdentities(identities);
        jdbc.batchUpdate("INSERT INTO customer_beginning (customer_id, kind, beginning) VALUES (?, ?, ?)", beginnings);
    }

    private static @Nullable Object[] statement(NewCustomer customer, long id) {
        return new @Nullable Object[] {
            customer.kind().name(),
            customer.name(),
            customer.birthDate() == null ? null : Date.valueOf(customer.birthDate()),
            customer.street(),
            customer.postcode(),
            customer.city(),
            customer.since() == null ? null : Date.valueOf(customer.since()),
            id
        };
    }

    private static Object[] identity(long customer, Identity identity) {
        return new Object[] {
            customer, identity.kind().name(), identity.value(), SearchableIdentity.of(identity.kind(), identity.value())
        };
    }

    private void insertIdentities(List<Object[]> identities) {
        jdbc.batchUpdate(
                "INSERT INTO customer_identity (customer_id, kind, identity_value, searchable) VALUES (?, ?, ?, ?)",
                identities);
    }

    /**
     * The customers that go by these keys; one that is not known yet is created, without a name.
     *
     * @param anonymous whether nothing but a case number stands for them
     */
    @Transactional
    public List<Known> resolve(List<Key> keys, boolean anonymous) {
        Map<Key, Long> found = new HashMap<>();
        Map<String, List<String>> bySource = new HashMap<>();
        for (Key key : keys) {
            bySource.computeIfAbsent(key.source(), source -> new ArrayList<>()).add(key.externalId());
        }
        bySource.forEach((source, externalIds) -> named.query(
                "SELECT id, external_id FROM customer WHERE source = :source AND external_id IN (:ids)",
                Map.of("source", source, "ids", externalIds),
                row -> {
                    found.put(new Key(source, row.getString("external_id")), row.getLong("id"));
                }));
        List<Key> missing =
                keys.stream().filter(key -> !found.containsKey(key)).distinct().toList();
        create(missing, anonymous, found);
        return found.entrySet().stream()
                .map(entry -> new Known(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void create(List<Key> missing, boolean anonymous, Map<Key, Long> found) {
        if (missing.isEmpty()) {
            return;
        }
        long first = ids.reserve("customer", missing.size());
        var rows = new ArrayList<Object[]>();
        var identities = new ArrayList<Object[]>();
        for (int i = 0; i < missing.size(); i++) {
            Key key = missing.get(i);
            long id = first + i;
            found.put(key, id);
            rows.add(new Object[] {id, key.source(), key.externalId(), anonymous ? "ANONYMOUS" : "PERSON"});
            String number = CustomerProfiles.number(key.externalId(), rows.getLast()[3].toString());
            identities.add(identity(id, Identity.source(number)));
        }
        jdbc.batchUpdate("INSERT INTO customer (id, source, external_id, kind) VALUES (?, ?, ?, ?)", rows);
        insertIdentities(identities);
    }
}
