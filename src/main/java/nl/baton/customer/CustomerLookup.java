package nl.baton.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds which customer goes by an identity, if exactly one does. */
@Component
class CustomerLookup {

    /** Fewer digits tell no two phones apart. */
    private static final int PHONE_DIGITS = 6;

    private final NamedParameterJdbcTemplate named;

    CustomerLookup(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /** An identity as it is compared: numbers exactly, within their system, the rest however it is written. */
    private record Form(
            Identity.Kind kind, String value, @Nullable String system) {

        static Form of(Identity.Kind kind, String value, @Nullable String system) {
            return kind == Identity.Kind.SOURCE
                    ? new Form(kind, value, system)
                    : new Form(kind, SearchableIdentity.of(kind, value), null);
        }

        boolean tellsApart() {
            return switch (kind) {
                case SOURCE -> system != null;
                case PHONE -> value.length() >= PHONE_DIGITS;
                case EMAIL, LOYALTY -> !value.isEmpty();
            };
        }
    }

    /** Who goes by one form: of the customers that a source has described, and of those that others only name. */
    private static final class Holders {
        private final Set<Long> described = new HashSet<>();
        private final Set<Long> named = new HashSet<>();

        void add(Set<Long> to, long least, long most) {
            if (most > 0) {
                to.add(least);
                to.add(most);
            }
        }

        Optional<Long> only() {
            Set<Long> holders = described.isEmpty() ? named : described;
            return holders.size() == 1 ? holders.stream().findFirst() : Optional.empty();
        }
    }

    List<Customers.Match> find(Collection<Identity> identities) {
        Map<Form, Holders> holders = new HashMap<>();
        Set<String> searchable = new HashSet<>();
        for (Identity identity : identities) {
            Form form = Form.of(identity.kind(), identity.value(), identity.system());
            if (form.tellsApart()) {
                holders.put(form, new Holders());
                searchable.add(SearchableIdentity.of(identity.kind(), identity.value()));
            }
        }
        if (!searchable.isEmpty()) {
            read(searchable, holders);
        }
        var matches = new ArrayList<Customers.Match>();
        for (Identity identity : identities) {
            Optional.ofNullable(holders.get(Form.of(identity.kind(), identity.value(), identity.system())))
                    .flatMap(Holders::only)
                    .ifPresent(customer -> matches.add(new Customers.Match(identity, customer)));
        }
        return matches;
    }

    /** However many share an identity, no more than two of them are read. */
    private void read(Set<String> searchable, Map<Form, Holders> holders) {
        named.query("""
                SELECT i.kind, i.identity_value, i.identity_system,
                    MIN(CASE WHEN c.name IS NOT NULL THEN c.id END) AS least_described,
                    MAX(CASE WHEN c.name IS NOT NULL THEN c.id END) AS most_described,
                    MIN(CASE WHEN c.name IS NULL THEN c.id END) AS least_named,
                    MAX(CASE WHEN c.name IS NULL THEN c.id END) AS most_named
                FROM customer_identity i JOIN customer c ON c.id = i.customer_id
                WHERE i.searchable IN (:searchable) AND c.kind <> 'ANONYMOUS'
                GROUP BY i.kind, i.identity_value, i.identity_system""", Map.of("searchable", searchable), row -> {
            Holders found = holders.get(Form.of(
                    Identity.Kind.valueOf(row.getString("kind")),
                    row.getString("identity_value"),
                    row.getString("identity_system")));
            if (found != null) {
                found.add(found.described, row.getLong("least_described"), row.getLong("most_described"));
                found.add(found.named, row.getLong("least_named"), row.getLong("most_named"));
            }
        });
    }
}
