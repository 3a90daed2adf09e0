package nl.baton.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds which customer an identity belongs to, if it is exactly one's. The index leads to what is written alike; whether
 * it is the same is decided by its form, so that what was stored under other rules is found as well.
 */
@Component
class CustomerLookup {

    private final NamedParameterJdbcTemplate named;
    private final IdentityForms forms;

    CustomerLookup(NamedParameterJdbcTemplate named, IdentityForms forms) {
        this.named = named;
        this.forms = forms;
    }

    /**
     * Who goes by one form: who has it verified, who is described and states it, and who is only named by others. The
     * first of these groups that is not empty decides.
     */
    private static final class Holders {
        private final Set<Long> verified = new HashSet<>();
        private final Set<Long> described = new HashSet<>();
        private final Set<Long> named = new HashSet<>();

        void add(Set<Long> to, long least, long most) {
            if (most > 0) {
                to.add(least);
                to.add(most);
            }
        }

        Set<Long> deciding() {
            return !verified.isEmpty() ? verified : !described.isEmpty() ? described : named;
        }

        Optional<Long> only() {
            Set<Long> holders = deciding();
            return holders.size() == 1 ? holders.stream().findFirst() : Optional.empty();
        }
    }

    List<Customers.Match> find(Collection<Identity> identities) {
        Map<String, Holders> holders = new HashMap<>();
        Set<String> searchable = new HashSet<>();
        for (Identity identity : identities) {
            form(identity).ifPresent(form -> {
                holders.put(form, new Holders());
                searchable.add(SearchableIdentity.of(identity.kind(), identity.value()));
            });
        }
        if (!searchable.isEmpty()) {
            read(searchable, holders);
        }
        Map<String, Long> decided = decided(holders);
        var matches = new ArrayList<Customers.Match>();
        for (Identity identity : identities) {
            form(identity)
                    .flatMap(form -> Optional.ofNullable(decided.get(form))
                            .or(() -> Optional.ofNullable(holders.get(form)).flatMap(Holders::only)))
                    .ifPresent(customer -> matches.add(new Customers.Match(identity, customer)));
        }
        return matches;
    }

    private Optional<String> form(Identity identity) {
        return forms.of(identity.kind(), identity.value(), identity.system());
    }

    /** However many share an identity, no more than two of them are read. */
    private void read(Set<String> searchable, Map<String, Holders> holders) {
        named.query("""
                SELECT i.kind, i.identity_value, i.identity_system,
                    MIN(CASE WHEN c.name IS NOT NULL AND %s THEN c.id END) AS least_verified,
                    MAX(CASE WHEN c.name IS NOT NULL AND %s THEN c.id END) AS most_verified,
                    MIN(CASE WHEN c.name IS NOT NULL THEN c.id END) AS least_described,
                    MAX(CASE WHEN c.name IS NOT NULL THEN c.id END) AS most_described,
                    MIN(CASE WHEN c.name IS NULL THEN c.id END) AS least_named,
                    MAX(CASE WHEN c.name IS NULL THEN c.id END) AS most_named
                FROM customer_identity i JOIN customer c ON c.id = i.customer_id
                WHERE i.searchable IN (:searchable) AND c.kind <> 'ANONYMOUS'
                GROUP BY i.kind, i.identity_value, i.identity_system""".formatted(IdentityRow.SURE, IdentityRow.SURE), Map.of("searchable", searchable), row -> {
            Holders found = forms.of(
                            Identity.Kind.valueOf(row.getString("kind")),
                            row.getString("identity_value"),
                            row.getString("identity_system"))
                    .map(holders::get)
                    .orElse(null);
            if (found != null) {
                found.add(found.verified, row.getLong("least_verified"), row.getLong("most_verified"));
                found.add(found.described, row.getLong("least_described"), row.getLong("most_described"));
                found.add(found.named, row.getLong("least_named"), row.getLong("most_named"));
            }
        });
    }

    /** What stewards said of those that are disputed. */
    private Map<String, Long> decided(Map<String, Holders> holders) {
        Set<String> disputed = new HashSet<>();
        holders.forEach((form, found) -> {
            if (found.described.size() > 1) {
                disputed.add(form);
            }
        });
        Map<String, Long> decided = new HashMap<>();
        if (!disputed.isEmpty()) {
            named.query("""
                    SELECT form, owner_id FROM identity_conflict
                    WHERE form IN (:forms) AND standing = TRUE AND owner_id IS NOT NULL""", Map.of("forms", disputed), row -> {
                decided.put(row.getString(1), row.getLong(2));
            });
        }
        return decided;
    }
}
