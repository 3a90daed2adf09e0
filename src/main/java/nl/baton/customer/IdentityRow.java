package nl.baton.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An identity of a customer in the database.
 *
 * @param identity a SOURCE identity always with its system, except the case number of an anonymous customer
 */
record IdentityRow(long customer, int place, Identity identity) {

    /** Of an identity i of a customer c: somebody made sure of it, or it is the source's own number. */
    static final String SURE = """
            (i.verified_at IS NOT NULL
                OR i.kind = 'SOURCE' AND i.identity_system = c.source AND i.identity_value = c.external_id)""";

    /** The source's own number first, then what else it states, each once. */
    static List<IdentityRow> of(long id, NewCustomer customer) {
        var identities = new LinkedHashSet<Identity>();
        identities.add(new Identity(Identity.Kind.SOURCE, customer.externalId(), customer.source()));
        for (Identity identity : customer.identities()) {
            boolean number = identity.kind() == Identity.Kind.SOURCE;
            String system = identity.system() == null ? customer.source() : identity.system();
            boolean own = number
                    && system.equals(customer.source())
                    && identity.value().equals(customer.externalId());
            if (!own) {
                identities.add(
                        new Identity(identity.kind(), identity.value(), number ? system : null, identity.verifiedAt()));
            }
        }
        var rows = new ArrayList<IdentityRow>();
        identities.forEach(identity -> rows.add(new IdentityRow(id, rows.size(), identity)));
        return rows;
    }

    static void insert(JdbcTemplate jdbc, List<IdentityRow> rows) {
        jdbc.batchUpdate("""
                INSERT INTO customer_identity (customer_id, place, kind, identity_value, identity_system, searchable,
                    verified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows.stream().map(IdentityRow::values).toList());
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {
            customer,
            place,
            identity.kind().name(),
            identity.value(),
            identity.system(),
            SearchableIdentity.of(identity.kind(), identity.value()),
            UtcTime.ofNullable(identity.verifiedAt())
        };
    }
}
