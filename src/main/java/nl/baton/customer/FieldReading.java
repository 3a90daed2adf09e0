package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.customer.CustomerField.FieldCode;
import nl.baton.customer.CustomerField.State;
import nl.baton.customer.FieldRules.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the fields of customers and judges them: the same for one profile as for the totals of all. */
@Component
class FieldReading {

    private final NamedParameterJdbcTemplate named;
    private final IdentityForms forms;
    private final IdentityClaims claims;
    private final FieldRules rules;
    private final BatonProperties properties;
    private final Clock clock;

    FieldReading(
            NamedParameterJdbcTemplate named,
            IdentityForms forms,
            IdentityClaims claims,
            FieldRules rules,
            BatonProperties properties,
            Clock clock) {
        this.named = named;
        this.forms = forms;
        this.claims = claims;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
    }

    /** The fields of each of these customers, in one order; those that stand for nobody known have none. */
    Map<Long, List<CustomerField>> read(Collection<Long> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        return new Reading(rules.read(), claims.contradicted(customers), Days.dayOf(clock.instant(), properties.zone()))
                .of(customers);
    }

    /** The day on which something was verified, else stated; the first of all days when nobody knows. */
    LocalDate confirmedOn(CustomerField field) {
        Instant confirmed = field.verifiedAt() == null ? field.statedAt() : field.verifiedAt();
        return confirmed == null || !field.complete() ? LocalDate.EPOCH : Days.dayOf(confirmed, properties.zone());
    }

    /** Who speaks of a customer, and since when what is said is the same. */
    private record Origin(String source, @Nullable Instant statedAt) {}

    private final class Reading {
        private final Rules set;
        private final Map<Long, Set<String>> contradicted;
        private final LocalDate today;
        private final Map<Long, List<CustomerField>> fields = new LinkedHashMap<>();
        private final Map<Long, Origin> origins = new HashMap<>();

        Reading(Rules set, Map<Long, Set<String>> contradicted, LocalDate today) {
            this.set = set;
            this.contradicted = contradicted;
            this.today = today;
        }

        Map<Long, List<CustomerField>> of(Collection<Long> customers) {
            Map<String, Object> parameters = Map.of("ids", customers);
            named.query("""
                    SELECT c.*, s.stated_at FROM customer c LEFT JOIN customer_statement s ON s.customer_id = c.id
                    WHERE c.id IN (:ids) AND c.kind <> 'ANONYMOUS' ORDER BY c.id""", parameters, row -> {
                person(row);
            });
            named.query(
                    "SELECT i.* FROM customer_identity i WHERE i.customer_id IN (:ids) ORDER BY i.customer_id, i.place",
                    parameters,
                    row -> {
                        identity(row);
                    });
            List<String> listed = set.attributes();
            if (!listed.isEmpty()) {
                attributes(listed, parameters);
            }
            return fields;
        }

        private void person(ResultSet row) throws SQLException {
            long id = row.getLong("id");
            var origin = new Origin(
                    row.getString("source"), UtcTime.instantOrNull(row.getObject("stated_at", LocalDateTime.class)));
            origins.put(id, origin);
            fields.put(id, new ArrayList<>());
            add(id, FieldCode.NAME.name(), row.getString("name"), origin, null, State.FINE);
            add(id, FieldCode.ADDRESS.name(), address(row), origin, null, State.FINE);
            if (row.getString("kind").equals(NewCustomer.Kind.PERSON.name())) {
                LocalDate born = row.getObject("birth_date", LocalDate.class);
                boolean past = born != null && born.isBefore(today);
                add(
                        id,
                        FieldCode.BIRTH_DATE.name(),
                        born == null ? null : born.toString(),
                        origin,
                        null,
                        past ? State.FINE : State.WRONG);
            }
        }

        /** Complete with street, postcode and place: with less, no letter arrives. */
        private static @Nullable String address(ResultSet row) throws SQLException {
            String street = row.getString("street");
            String postcode = row.getString("postcode");
            String city = row.getString("city");
            if (street == null || postcode == null || city == null) {
                return null;
            }
            return Stream.of(street, row.getString("house_number"), postcode, city)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" "));
        }

        private void identity(ResultSet row) throws SQLException {
            long id = row.getLong("customer_id");
            Origin origin = origins.get(id);
            Identity.Kind kind = Identity.Kind.valueOf(row.getString("kind"));
            String value = row.getString("identity_value");
            String system = row.getString("identity_system");
            if (origin == null || kind == Identity.Kind.SOURCE && origin.source.equals(system)) {
                return;
            }
            State state = !forms.wellFormed(kind, value)
                    ? State.WRONG
                    : forms.of(kind, value, system)
                                    .filter(contradicted.getOrDefault(id, Set.of())::contains)
                                    .isPresent()
                            ? State.CONTRADICTED
                            : State.FINE;
            Instant verifiedAt = UtcTime.instantOrNull(row.getObject("verified_at", LocalDateTime.class));
            add(id, kind.name(), value, origin, verifiedAt, state);
        }

        private void attributes(List<String> listed, Map<String, Object> parameters) {
            record Key(long customer, String key) {}
            record Stated(
                    String value, Origin origin, @Nullable Instant verifiedAt) {}
            Map<Key, Stated> stated = new HashMap<>();
            named.query("SELECT a.* FROM customer_attribute a WHERE a.customer_id IN (:ids)", parameters, row -> {
                stated.put(
                        new Key(row.getLong("customer_id"), row.getString("attribute_key")),
                        new Stated(
                                row.getString("attribute_value"),
                                new Origin(
                                        row.getString("source"),
                                        UtcTime.instant(row.getObject("stated_at", LocalDateTime.class))),
                                UtcTime.instantOrNull(row.getObject("verified_at", LocalDateTime.class))));
            });
            origins.forEach((customer, origin) -> listed.forEach(key -> {
                Stated found = stated.getOrDefault(new Key(customer, key), new Stated("", origin, null));
                add(customer, CustomerField.ATTRIBUTE + key, found.value, found.origin, found.verifiedAt, State.FINE);
            }));
        }

        private void add(
                long customer,
                String code,
                @Nullable String value,
                Origin origin,
                @Nullable Instant verifiedAt,
                State state) {
            boolean empty = value == null || value.isBlank();
            Instant confirmed = verifiedAt == null ? origin.statedAt : verifiedAt;
            LocalDate until = empty || confirmed == null
                    ? null
                    : Days.dayOf(confirmed, properties.zone()).plusDays(set.shelfLife(code));
            fields.getOrDefault(customer, new ArrayList<>())
                    .add(new CustomerField(
                            code,
                            empty ? null : value,
                            origin.source,
                            origin.statedAt,
                            verifiedAt,
                            empty ? State.EMPTY : state,
                            until,
                            until != null && !until.isBefore(today)));
        }
    }
}
