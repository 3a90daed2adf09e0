package nl.baton.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final IdentityForms forms;
    private final ChangedCustomers changed;

    CustomerKeys(
            NamedParameterJdbcTemplate named,
            JdbcTemplate jdbc,
            Ids ids,
            IdentityForms forms,
            ChangedCustomers changed) {
        this.named = named;
        this.jdbc = jdbc;
        this.ids = ids;
        this.forms = forms;
        this.changed = changed;
    }

    /**
     * The customers of these keys, the new ones with them. Who is named by an e-mail address or a phone number is the
     * same customer in every notation, and whichever source names it.
     */
    Map<Customers.Key, Long> resolve(List<Customers.Key> keys, boolean anonymous) {
        Map<Customers.Key, ItemKey> items = new HashMap<>();
        Map<ItemKey, Identity> contacts = new HashMap<>();
        for (Customers.Key key : keys) {
            ItemKey contact =
                    contactKey(key.kind(), key.externalId()).orElse(new ItemKey(key.source(), key.externalId()));
            items.put(key, contact);
            if (isContact(contact.source())) {
                contacts.putIfAbsent(contact, new Identity(key.kind(), key.externalId(), null));
            }
        }
        Map<ItemKey, Long> found = resolve(Set.copyOf(items.values()), anonymous, contacts);
        Map<Customers.Key, Long> known = new HashMap<>();
        items.forEach((key, item) -> known.put(key, Objects.requireNonNull(found.get(item))));
        return known;
    }

    /** The key of who is known by nothing but this; no source is called so. */
    private Optional<ItemKey> contactKey(Identity.Kind kind, String value) {
        return kind == Identity.Kind.SOURCE
                ? Optional.empty()
                : forms.of(kind, value, null)
                        .map(form -> new ItemKey(
                                "(" + kind + ")", form.substring(kind.name().length() + 1)));
    }

    /** Whether a customer of this source goes by a contact detail instead of a number. */
    static boolean isContact(String source) {
        return source.startsWith("(") && source.endsWith(")");
    }

    /**
     * Who was known by an e-mail address or a phone number only until one source describes a customer with it, is that
     * customer: nothing was said of either that the other could contradict.
     */
    void adopt(List<NewCustomer> batch) {
        Map<ItemKey, NewCustomer> wanted = new LinkedHashMap<>();
        for (NewCustomer customer : batch) {
            for (Identity identity : customer.identities()) {
                contactKey(identity.kind(), identity.value()).ifPresent(key -> wanted.putIfAbsent(key, customer));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<ItemKey, Long> named = find(wanted.keySet());
        if (named.isEmpty()) {
            return;
        }
        Map<ItemKey, ItemKey> claims = new LinkedHashMap<>();
        wanted.forEach((contact, customer) -> {
            if (named.containsKey(contact)) {
                claims.put(contact, customer.key());
            }
        });
        Set<ItemKey> known = new HashSet<>(find(claims.values()).keySet());
        claims.forEach((contact, key) -> {
            if (known.add(key)) {
                jdbc.update(
                        "UPDATE customer SET source = ?, external_id = ? WHERE id = ?",
                        key.source(),
                        key.externalId(),
                        named.get(contact));
                changed.add(List.of(named.get(contact)));
            }
        });
    }

    private Map<ItemKey, Long> find(Collection<ItemKey> keys) {
        Map<ItemKey, Long> found = new HashMap<>();
        ItemKey.bySource(keys)
                .forEach((source, externalIds) -> named.query(
                        "SELECT id, external_id FROM customer WHERE source = :source AND external_id IN (:ids)",
                        Map.of("source", source, "ids", externalIds),
                        row -> {
                            found.put(new ItemKey(source, row.getString("external_id")), row.getLong("id"));
                        }));
        return found;
    }

    /** The customers of these keys, the new ones with them. */
    Map<ItemKey, Long> resolve(Collection<ItemKey> keys, boolean anonymous) {
        return resolve(keys, anonymous, Map.of());
    }

    private Map<ItemKey, Long> resolve(Collection<ItemKey> keys, boolean anonymous, Map<ItemKey, Identity> contacts) {
        // in one order for all, so that two transactions wait for each other rather than lock each other out
        var missing = new TreeSet<>(keys);
        Map<ItemKey, Long> found = find(missing);
        missing.removeAll(found.keySet());
        create(List.copyOf(missing), anonymous, contacts, found);
        return found;
    }

    private void create(
            List<ItemKey> missing, boolean anonymous, Map<ItemKey, Identity> contacts, Map<ItemKey, Long> found) {
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
            Identity own = new Identity(Identity.Kind.SOURCE, number, anonymous ? null : key.source());
            identities.add(new IdentityRow(id, 0, contacts.getOrDefault(key, own)));
            found.put(key, id++);
        }
        jdbc.batchUpdate("INSERT INTO customer (id, source, external_id, kind) VALUES (?, ?, ?, ?)", rows);
        IdentityRow.insert(jdbc, identities);
        changed.add(identities.stream().map(IdentityRow::customer).toList());
    }
}
