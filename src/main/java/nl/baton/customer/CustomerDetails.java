package nl.baton.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.baton.base.ItemKey;
import nl.baton.base.ItemTable.Row;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a customer can have several of: attributes, preferences, consents, referrers. */
@Component
class CustomerDetails {

    private static final List<String> TABLES =
            List.of("customer_attribute", "customer_preference", "customer_consent", "customer_referral");

    private final JdbcTemplate jdbc;

    CustomerDetails(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void clear(List<Row<NewCustomer>> rows) {
        for (String table : TABLES) {
            jdbc.batchUpdate(
                    "DELETE FROM " + table + " WHERE customer_id = ?",
                    rows.stream().map(row -> new Object[] {row.id()}).toList());
        }
    }

    /** @param others the customers that these name, by their key */
    void insert(List<Row<NewCustomer>> rows, Map<ItemKey, Long> others) {
        insert(
                """
                INSERT INTO customer_attribute (customer_id, place, attribute_key, attribute_value, source, stated_at,
                    verified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                rows,
                customer -> customer.attributes().stream()
                        .map(attribute -> values(
                                attribute.key(),
                                attribute.value(),
                                attribute.source(),
                                UtcTime.of(attribute.at()),
                                UtcTime.ofNullable(attribute.verifiedAt())))
                        .toList());
        insert(
                """
                INSERT INTO customer_preference (customer_id, place, kind, preference_value, valid_from, valid_until,
                    origin)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                rows,
                customer -> customer.preferences().stream()
                        .map(preference -> values(
                                preference.kind().name(),
                                preference.value(),
                                UtcTime.of(preference.from()),
                                UtcTime.ofNullable(preference.until()),
                                preference.origin().name()))
                        .toList());
        insert(
                """
                INSERT INTO customer_consent (customer_id, place, purpose, granted, stated_at, source, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                rows,
                customer -> customer.consents().stream()
                        .map(consent -> values(
                                consent.purpose(),
                                consent.granted(),
                                UtcTime.of(consent.at()),
                                consent.source(),
                                UtcTime.ofNullable(consent.expiresAt())))
                        .toList());
        insert(
                """
                INSERT INTO customer_referral (customer_id, place, referrer_id, weight, referred_at)
                VALUES (?, ?, ?, ?, ?)""",
                rows,
                customer -> customer.referredBy().stream()
                        .map(by -> values(
                                Objects.requireNonNull(others.get(new ItemKey(customer.source(), by.customer()))),
                                by.share(),
                                UtcTime.of(by.at())))
                        .toList());
    }

    private void insert(
            String sql, List<Row<NewCustomer>> rows, Function<NewCustomer, List<@Nullable Object[]>> details) {
        var statements = new ArrayList<@Nullable Object[]>();
        for (Row<NewCustomer> row : rows) {
            int place = 0;
            for (@Nullable Object[] detail : details.apply(row.version())) {
                var values = new ArrayList<@Nullable Object>();
                values.add(row.id());
                values.add(place++);
                for (Object value : detail) {
                    values.add(value);
                }
                statements.add(values.toArray());
            }
        }
        jdbc.batchUpdate(sql, statements);
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }
}
