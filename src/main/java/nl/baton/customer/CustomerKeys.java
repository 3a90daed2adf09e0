package nl.baton.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.baton.base.Ids;
import nl.baton.base.ItemKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which customer goes by which key; those that nobody has named before are created, without a name. */
@Component
class CustomerKeys {

    private final NamedParameterJdbcTemplate named;
    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final ChangedCustomers changed;

    CustomerKeys(NamedParameterJdbcTemplate named, JdbcTemplate jdbc, Ids ids, ChangedCustomers changed) {
        this.named = named;
        this.jdbc = jdbc;
        this.ids = ids;
        this.changed = changed;
    }

    /** The customers of these keys, the new ones with them. */
    Map<ItemKey, Long> resolve(Collection<ItemKey> keys, boolean anonymous) {
        Map<ItemKey, Long> found = new HashMap<>();
        // in one order for all, so that two transactions wait for each other rather than lock each other out
        var missing = new TreeSet<>(keys);
        ItemKey.bySource(missing)
                .forEach((source, externalIds) -> named.query(
                        "SELECT id, external_id FROM customer WHERE source = :source AND external_id IN (:ids)",
                        Map.of("source", source, "ids", externalIds),
                        row -> {
                            found.put(new ItemKey(source, row.getString("external_id")), row.getLong("id"));
                        }));
        missing.removeAll(found.keySet());
        create(List.copyOf(missing), anonymous, found);
        return found;
    }

    private void create(List<ItemKey> missing, boolean anonymous, Map<ItemKey, Long> found) {
        if (missing.isEmpty()) {
            return;
        }
        String kind = anonymous ? CustomerProfiles.ANONYMOUS : NewCustomer.Kind.PERSON.name();
        long id = ids.reserve("customer", missing.size());
        var rows = new ArrayList<Object[]>();
        var identities = new ArrayList<IdentityRow>();
        for (ItemKey key : missing) {
            rows.add(new Object[] {id, key.source(), key.externalId(), kind});
            String number = CustomerProfiles.number(key.externalId(), kind);
            identities.add(new IdentityRow(
                    id, 0, new Identity(Identity.Kind.SOURCE, number, anonymous ? null : key.source())));
            found.put(key, id++);
        }
        jdbc.batchUpdate("INSERT INTO customer (id, source, external_id, kind) VALUES (?, ?, ?, ?)", rows);
        IdentityRow.insert(jdbc, identities);
        changed.add(identities.stream().map(IdentityRow::customer).toList());
    }
}
