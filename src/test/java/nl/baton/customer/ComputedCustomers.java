package nl.baton.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.customer.CustomerField.FieldCode;
import nl.baton.customer.CustomerField.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Baton stores of very many customers of one source, with what it makes out of them behind the scenes: claims,
 * conflicts, fields and their counts. Written by somebody who is faster than that: all at once, with nothing to compare
 * it with. Who shares an identity must be added at once.
 */
public final class ComputedCustomers {

    private final IdentityForms forms;
    private final BatonProperties properties;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Rows rows;
    private final Map<Lot, Long> counts = new HashMap<>();

    /** Takes the rows of a table, in the order of the columns that {@link #COLUMNS} names. */
    public interface Rows {
        void add(String table, @Nullable Object... values);
    }

    /** A customer as it is stated. */
    public record Stated(long id, NewCustomer customer, Instant at) {}

    private record Lot(String field, String source, State state, LocalDate confirmedOn) {}

    /** The columns of the tables that rows are given for. */
    public static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry(
                    "customer",
                    "id, source, external_id, kind, name, birth_date, street, house_number, postcode, city, country, since"),
            Map.entry("customer_statement", "customer_id, stated_at, version"),
            Map.entry(
                    "customer_identity",
                    "customer_id, place, kind, identity_value, identity_system, searchable, verified_at"),
            Map.entry(
                    "customer_preference",
                    "customer_id, place, kind, preference_value, valid_from, valid_until, origin"),
            Map.entry("customer_consent", "customer_id, place, purpose, granted, stated_at, source, expires_at"),
            Map.entry("customer_claim", "form, customer_id, verified"),
            Map.entry("identity_conflict", "id, form, claimants, verified_claims, standing, state, found_at"),
            Map.entry("customer_field", "customer_id, place, field, source, state, confirmed_on"),
            Map.entry("quality_count", "field, source, state, confirmed_on, n"));

    public ComputedCustomers(ApplicationContext baton, Rows rows) {
        this.forms = baton.getBean(IdentityForms.class);
        this.properties = baton.getBean(BatonProperties.class);
        this.json = baton.getBean(JsonMapper.class);
        this.ids = baton.getBean(Ids.class);
        this.clock = baton.getBean(Clock.class);
        this.rows = rows;
    }

    /** Adds people that others than these share nothing with. */
    public void add(List<Stated> people) {
        Map<Long, List<IdentityRow>> identities = new HashMap<>();
        Map<String, Map<Long, Boolean>> claims = new HashMap<>();
        for (Stated stated : people) {
            List<IdentityRow> own = IdentityRow.of(stated.id, stated.customer);
            identities.put(stated.id, own);
            for (IdentityRow row : own) {
                form(row)
                        .ifPresent(form -> claims.computeIfAbsent(form, any -> new HashMap<>())
                                .merge(stated.id, isSure(row), Boolean::logicalOr));
            }
        }
        Set<String> disputed = new HashSet<>();
        claims.forEach((form, claimants) -> {
            claimants.forEach((customer, sure) -> rows.add("customer_claim", form, customer, sure));
            if (claimants.size() > 1) {
                disputed.add(form);
                long sure =
                        claimants.values().stream().filter(verified -> verified).count();
                rows.add(
                        "identity_conflict",
                        ids.next("identity_conflict"),
                        form,
                        claimants.size(),
                        sure,
                        true,
                        "OPEN",
                        UtcTime.of(clock.instant()));
            }
        });
        people.forEach(stated -> {
            describe(stated);
            List<IdentityRow> own = Objects.requireNonNull(identities.get(stated.id));
            own.forEach(this::write);
            judge(stated, own, disputed);
        });
    }

    private Optional<String> form(IdentityRow row) {
        Identity identity = row.identity();
        return forms.of(identity.kind(), identity.value(), identity.system());
    }

    private static boolean isSure(IdentityRow row) {
        return row.place() == 0 || row.identity().verifiedAt() != null;
    }

    private void describe(Stated stated) {
        NewCustomer customer = stated.customer;
        Address address = Objects.requireNonNull(customer.address());
        rows.add(
                "customer",
                stated.id,
                customer.source(),
                customer.externalId(),
                customer.kind(),
                customer.name(),
                customer.birthDate(),
                address.street(),
                address.houseNumber(),
                address.postcode(),
                address.city(),
                address.country(),
                customer.since());
        rows.add("customer_statement", stated.id, UtcTime.of(stated.at), json.writeValueAsString(customer));
        int place = 0;
        for (Preference preference : customer.preferences()) {
            rows.add(
                    "customer_preference",
                    stated.id,
                    place++,
                    preference.kind(),
                    preference.value(),
                    UtcTime.of(preference.from()),
                    UtcTime.ofNullable(preference.until()),
                    preference.origin());
        }
        place = 0;
        for (Consent consent : customer.consents()) {
            rows.add(
                    "customer_consent",
                    stated.id,
                    place++,
                    consent.purpose(),
                    consent.granted(),
                    UtcTime.of(consent.at()),
                    consent.source(),
                    UtcTime.ofNullable(consent.expiresAt()));
        }
    }

    private void write(IdentityRow row) {
        Identity identity = row.identity();
        rows.add(
                "customer_identity",
                row.customer(),
                row.place(),
                identity.kind(),
                identity.value(),
                identity.system(),
                SearchableIdentity.of(identity.kind(), identity.value()),
                UtcTime.ofNullable(identity.verifiedAt()));
    }

    /** As {@link FieldReading} does. */
    private void judge(Stated stated, List<IdentityRow> identities, Set<String> disputed) {
        NewCustomer customer = stated.customer;
        var fields = new ArrayList<Lot>();
        fields.add(lot(FieldCode.NAME.name(), stated, State.FINE, stated.at));
        fields.add(lot(FieldCode.ADDRESS.name(), stated, State.FINE, stated.at));
        State birth = customer.birthDate() == null ? State.EMPTY : State.FINE;
        fields.add(lot(FieldCode.BIRTH_DATE.name(), stated, birth, stated.at));
        for (IdentityRow row : identities) {
            Identity identity = row.identity();
            if (row.place() > 0) {
                State state = !forms.wellFormed(identity.kind(), identity.value())
                        ? State.WRONG
                        : form(row).filter(disputed::contains).isPresent() ? State.CONTRADICTED : State.FINE;
                Instant verified = identity.verifiedAt();
                fields.add(lot(identity.kind().name(), stated, state, verified == null ? stated.at : verified));
            }
        }
        for (int place = 0; place < fields.size(); place++) {
            Lot lot = fields.get(place);
            counts.merge(lot, 1L, Long::sum);
            rows.add("customer_field", stated.id, place, lot.field, lot.source, lot.state, lot.confirmedOn);
        }
    }

    private Lot lot(String field, Stated stated, State state, Instant confirmed) {
        LocalDate day = state == State.EMPTY ? LocalDate.EPOCH : Days.dayOf(confirmed, properties.zone());
        return new Lot(field, stated.customer.source(), state, day);
    }

    /** The counts of all that were added. */
    public void count() {
        counts.forEach((lot, n) -> rows.add("quality_count", lot.field, lot.source, lot.state, lot.confirmedOn, n));
    }

    /** Has Baton compute some of them again. */
    public static void recompute(JdbcTemplate jdbc, int customers) {
        jdbc.update("""
                INSERT INTO upkeep_queue (customer_id)
                SELECT id FROM customer ORDER BY MOD(id * 7919, 100003), id LIMIT %d""".formatted(customers));
    }

    /** What is made out of customers looks like this; moved by nothing but a difference. */
    public static List<Long> fingerprint(JdbcTemplate jdbc) {
        return Arrays.asList(
                jdbc.queryForObject("SELECT COUNT(*) FROM customer_claim", Long.class),
                jdbc.queryForObject("SELECT SUM(claimants * 2 + verified_claims) FROM identity_conflict", Long.class),
                jdbc.queryForObject("SELECT COUNT(*) FROM customer_field", Long.class),
                jdbc.queryForObject("""
                        SELECT SUM(n * CRC32(CONCAT(field, source, state, confirmed_on))) FROM quality_count""", Long.class));
    }
}
