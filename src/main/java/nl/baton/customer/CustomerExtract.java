package nl.baton.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may leave Baton of customers, a thousand at a time: nothing by which one can reach them, wherever it is written. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class CustomerExtract {

    private static final String CALLED = "SELECT id, source, external_id FROM customer WHERE id IN (:ids)";

    private static final String ATTRIBUTES = """
            SELECT customer_id, attribute_key, attribute_value FROM customer_attribute
            WHERE customer_id IN (:ids) AND attribute_key IN (:keys)""";

    private final NamedParameterJdbcTemplate named;
    private final IdentityForms forms;

    CustomerExtract(NamedParameterJdbcTemplate named, IdentityForms forms) {
        this.named = named;
        this.forms = forms;
    }

    /**
     * What a source calls its customer.
     *
     * @param number null where that is an e-mail address or a phone number
     */
    public record Called(String source, @Nullable String number) {}

    /** By id. */
    @PreAuthorize("hasRole('MARKETER') or hasAuthority('SCOPE_segments:read')")
    @Transactional(readOnly = true)
    public Map<Long, Called> called(Collection<Long> ids) {
        Map<Long, Called> called = new HashMap<>();
        if (!ids.isEmpty()) {
            named.query(CALLED, Map.of("ids", ids), row -> {
                String number = row.getString(3);
                called.put(row.getLong(1), new Called(row.getString(2), reaches(number) ? null : number));
            });
        }
        return called;
    }

    /** What is known of customers under these keys, by id and key; a value with an address in it is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, String>> attributes(Collection<Long> ids, Collection<String> keys) {
        Map<Long, Map<String, String>> attributes = new HashMap<>();
        if (!ids.isEmpty() && !keys.isEmpty()) {
            named.query(ATTRIBUTES, Map.of("ids", ids, "keys", keys), row -> {
                String value = row.getString(3);
                if (!reaches(value) && !forms.reaches(value)) {
                    attributes
                            .computeIfAbsent(row.getLong(1), first -> new HashMap<>())
                            .put(row.getString(2), value);
                }
            });
        }
        return attributes;
    }

    /** As on a marketer's screens. */
    private static boolean reaches(String number) {
        return Identifier.ofSource(number).field() != Field.NUMBER;
    }
}
