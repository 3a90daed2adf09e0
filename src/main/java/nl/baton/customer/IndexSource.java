package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.customer.search.IndexedCustomer;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads customers for the index: as many as are asked for in three statements. */
@Component
class IndexSource {

    private static final String COLUMNS =
            "SELECT id, external_id, kind, name, street, house_number, postcode, city FROM customer ";

    private final NamedParameterJdbcTemplate named;
    private final CaseNumbers cases;

    IndexSource(NamedParameterJdbcTemplate named, CaseNumbers cases) {
        this.named = named;
        this.cases = cases;
    }

    /** Those of the customers that there are. */
    List<IndexedCustomer> read(Collection<Long> ids) {
        return customers(COLUMNS + "WHERE id IN (:ids)", Map.of("ids", ids));
    }

    /** The next ones after a customer, in order; empty when there are none. */
    List<IndexedCustomer> page(long after, int most) {
        return customers(COLUMNS + "WHERE id > :after ORDER BY id LIMIT :most", Map.of("after", after, "most", most));
    }

    private List<IndexedCustomer> customers(String sql, Map<String, ?> parameters) {
        Map<Long, List<Identifier>> identifiers = new HashMap<>();
        List<IndexedCustomer> customers = named.query(sql, parameters, (row, n) -> customer(row, identifiers));
        if (!customers.isEmpty()) {
            named.query("""
                    SELECT customer_id, kind, identity_value FROM customer_identity
                    WHERE customer_id IN (:ids) ORDER BY customer_id, place""", Map.of("ids", identifiers.keySet()), row -> {
                List<Identifier> known = identifiers.get(row.getLong(1));
                if (known != null) {
                    known.add(identifier(row.getString(2), row.getString(3)));
                }
            });
            cases.of(identifiers.keySet())
                    .forEach((customer, numbers) -> numbers.forEach(number -> identifiers
                            .computeIfAbsent(customer, id -> new ArrayList<>())
                            .add(new Identifier(Field.CASE, number))));
        }
        return customers;
    }

    /** With identifiers that are still to come. */
    private static IndexedCustomer customer(ResultSet row, Map<Long, List<Identifier>> identifiers)
            throws SQLException {
        String kind = row.getString("kind");
        List<Identifier> known = new ArrayList<>();
        identifiers.put(row.getLong("id"), known);
        return new IndexedCustomer(
                row.getLong("id"),
                row.getString("name"),
                CustomerProfiles.number(row.getString("external_id"), kind),
                CustomerProfiles.ANONYMOUS.equals(kind),
                row.getString("street"),
                row.getString("house_number"),
                row.getString("postcode"),
                row.getString("city"),
                known);
    }

    private static Identifier identifier(String kind, String value) {
        return switch (Identity.Kind.valueOf(kind)) {
            case SOURCE -> Identifier.ofSource(value);
            case EMAIL -> new Identifier(Field.EMAIL, value);
            case PHONE -> new Identifier(Field.PHONE, value);
            case LOYALTY -> new Identifier(Field.LOYALTY, value);
        };
    }
}
