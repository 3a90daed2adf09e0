package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.baton.BatonTest;
import nl.baton.base.Stored;
import nl.baton.customer.Customers.Key;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What sources state of customers, and how customers are found by it. */
@BatonTest
class CustomersTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    private final String source = "crm-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_is_stated_stands_in_columns_to_be_asked() {
        assertThat(store(full("K1"))).containsExactly(Stored.ACCEPTED);

        long id = id("K1");
        assertThat(row("SELECT * FROM customer WHERE id = ?", id))
                .containsEntry("kind", "PERSON")
                .containsEntry("name", "Wilhelmina Jansen")
                .containsEntry("street", "Dorpsstraat")
                .containsEntry("house_number", "12 bis")
                .containsEntry("postcode", "1234 AB")
                .containsEntry("city", "Ons Dorp")
                .containsEntry("country", "NL")
                .containsEntry("life_stage", "young family")
                .containsEntry("lifestyle", "outdoors")
                .containsEntry("reach_people", 250)
                .containsEntry("works_for_id", id("C9"));
        assertThat(jdbc.sql("SELECT birth_date FROM customer WHERE id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("1974-09-21");
        assertThat(rows("""
                SELECT kind, identity_value, COALESCE(identity_system, '-') AS identity_system, searchable
                FROM customer_identity WHERE customer_id = ? ORDER BY place""", id))
                .containsExactly(
                        List.of("SOURCE", "K1", source, "k1"),
                        List.of("EMAIL", "W.Jansen@Voorbeeld.nl", "-", "w.jansen@voorbeeld.nl"),
                        List.of("PHONE", "+31 6 1234 5678", "-", "612345678"),
                        List.of("SOURCE", "B-7", "billing", "b-7"));
        assertThat(rows("""
                SELECT attribute_key, attribute_value, source FROM customer_attribute
                WHERE customer_id = ? ORDER BY place""", id))
                .containsExactly(List.of("boiler", "2019", "survey"), List.of("house", "terraced", "cadastre"));
        assertThat(rows("""
                SELECT kind, preference_value, origin FROM customer_preference WHERE customer_id = ? ORDER BY place""", id))
                .containsExactly(
                        List.of("CHANNEL", "mail", "STATED"), List.of("HOURS", "Mo-Fr 18:00-21:00", "OBSERVED"));
        assertThat(rows("SELECT purpose, granted, source FROM customer_consent WHERE customer_id = ?", id))
                .containsExactly(List.of("newsletter", false, "form"));
        assertThat(rows("SELECT referrer_id, weight FROM customer_referral WHERE customer_id = ?", id))
                .containsExactly(List.of(id("K0"), new BigDecimal("0.5000")));
        assertThat(history(id)).isEmpty();
    }

    @Test
    void the_same_again_is_known_and_what_changed_replaces_it_with_the_former_in_the_history() {
        NewCustomer first = full("K1");
        NewCustomer second = named("K1", "Wilhelmina de Wit").build();
        store(first);

        assertThat(store(full("K1"))).containsExactly(Stored.KNOWN);
        assertThat(store(second)).containsExactly(Stored.REPLACED);
        assertThat(store(second)).containsExactly(Stored.KNOWN);

        long id = id("K1");
        assertThat(history(id)).containsExactly(first);
        assertThat(row("SELECT name, street FROM customer WHERE id = ?", id))
                .containsEntry("name", "Wilhelmina de Wit")
                .containsEntry("street", null);
        assertThat(rows("SELECT kind, identity_value FROM customer_identity WHERE customer_id = ?", id))
                .containsExactly(List.of("SOURCE", "K1"));
        for (String table : List.of("attribute", "preference", "consent", "referral")) {
            assertThat(rows("SELECT place FROM customer_" + table + " WHERE customer_id = ?", id))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void the_same_customer_twice_in_a_batch_is_taken_one_after_the_other() {
        NewCustomer first = named("K1", "First").build();
        NewCustomer second = named("K1", "Second").build();

        assertThat(store(first, second, second, first))
                .containsExactly(Stored.ACCEPTED, Stored.REPLACED, Stored.KNOWN, Stored.REPLACED);
        assertThat(history(id("K1"))).containsExactly(first, second);
        assertThat(row("SELECT name FROM customer WHERE id = ?", id("K1"))).containsEntry("name", "First");
    }

    @Test
    void the_order_of_attributes_says_nothing() {
        var one = new Attribute("a", "1", "x", AT, null);
        var other = new Attribute("b", "2", "x", AT, null);
        store(named("K1", "Name").attributes(List.of(one, other)).build());

        assertThat(store(named("K1", "Name").attributes(List.of(other, one)).build()))
                .containsExactly(Stored.KNOWN);
    }

    @Test
    void a_customer_that_was_only_named_until_now_is_accepted_and_stays_the_same_customer() {
        long named = resolve("K1");
        assertThat(row("SELECT name, kind FROM customer WHERE id = ?", named)).containsEntry("name", null);

        assertThat(store(full("K1"))).containsExactly(Stored.ACCEPTED);
        assertThat(resolve("K1")).isEqualTo(named);
        assertThat(history(named)).isEmpty();
    }

    @Test
    void five_thousand_customers_go_in_at_once_and_are_known_the_second_time() {
        var many = new ArrayList<NewCustomer>();
        for (int i = 0; i < 5_000; i++) {
            many.add(named("K" + i, "Customer " + i)
                    .identities(List.of(new Identity(Identity.Kind.EMAIL, source + i + "@voorbeeld.nl", null)))
                    .build());
        }
        assertThat(SystemWork.call(() -> customers.store(many))).containsOnly(Stored.ACCEPTED);
        assertThat(SystemWork.call(() -> customers.store(many))).containsOnly(Stored.KNOWN);
    }

    @Test
    void an_identity_leads_to_the_only_customer_that_goes_by_it() {
        store(
                named("K1", "One")
                        .identities(List.of(
                                mail("One." + source + "@Voorbeeld.nl"),
                                new Identity(Identity.Kind.SOURCE, "B-1", "billing-" + source),
                                new Identity(Identity.Kind.LOYALTY, "ZP " + source, null),
                                mail("shared." + source + "@voorbeeld.nl")))
                        .build(),
                named("K2", "Two")
                        .identities(List.of(
                                new Identity(Identity.Kind.PHONE, "06 8765 " + number(), null),
                                mail("Shared." + source + "@voorbeeld.nl")))
                        .build());
        long one = id("K1");
        long two = id("K2");

        assertThat(find(mail("one." + source + "@voorbeeld.NL "))).containsExactly(one);
        assertThat(find(new Identity(Identity.Kind.LOYALTY, "zp" + source, null)))
                .containsExactly(one);
        assertThat(find(new Identity(Identity.Kind.PHONE, "+31 (6) 8765-" + number(), null)))
                .containsExactly(two);
        assertThat(find(new Identity(Identity.Kind.SOURCE, "B-1", "billing-" + source)))
                .containsExactly(one);
        assertThat(find(new Identity(Identity.Kind.SOURCE, "K2", source))).containsExactly(two);
        assertThat(find(
                        mail("shared." + source + "@voorbeeld.nl"),
                        new Identity(Identity.Kind.SOURCE, "b-1", "billing-" + source),
                        new Identity(Identity.Kind.SOURCE, "B-1", "other"),
                        new Identity(Identity.Kind.SOURCE, "B-1", null),
                        new Identity(Identity.Kind.PHONE, "-", null),
                        mail("nobody." + source + "@voorbeeld.nl")))
                .isEmpty();
    }

    @Test
    void a_customer_that_is_described_goes_before_one_that_is_only_named() {
        long named = resolve("B-1");
        var identity = new Identity(Identity.Kind.SOURCE, "B-1", source);
        assertThat(find(identity)).containsExactly(named);

        SystemWork.run(() ->
                customers.store(List.of(NewCustomer.of("crm of " + source, "K1", NewCustomer.Kind.PERSON, "Described")
                        .identities(List.of(identity))
                        .build())));

        assertThat(find(identity)).hasSize(1).doesNotContain(named);
    }

    @Test
    void nobody_is_found_by_the_number_of_a_case_that_stands_for_an_unknown_customer() {
        SystemWork.run(() -> customers.resolve(List.of(new Key(source, "order:77")), true));

        assertThat(find(new Identity(Identity.Kind.SOURCE, "77", source))).isEmpty();
    }

    @Test
    void two_transactions_that_name_the_same_customer_make_one() throws Exception {
        var barrier = new CyclicBarrier(2);
        Callable<Long> race = () -> transaction.execute(status -> {
            long mine = resolve("K1");
            await(barrier);
            return mine;
        });
        var seen = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            // the second one waits for the first, or sees its customer; both at the barrier at once cannot be
            for (Future<Long> attempt : List.of(threads.submit(race), threads.submit(race))) {
                try {
                    seen.add(attempt.get());
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause())
                            .isInstanceOfAny(DuplicateKeyException.class, IllegalStateException.class);
                }
            }
        }
        long again = resolve("K1");
        assertThat(seen).allMatch(id -> id == again);
        assertThat(rows("SELECT id FROM customer WHERE source = ?", source)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_role_stores_customers_or_looks_them_up_this_way(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_002, "tester", Set.of(role), null));
        try {
            assertThatThrownBy(() -> customers.store(List.of())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> customers.find(List.of())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> customers.resolve(List.of(), false)).isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private NewCustomer full(String externalId) {
        return named(externalId, "Wilhelmina Jansen")
                .birthDate(LocalDate.of(1974, 9, 21))
                .address(new Address("Dorpsstraat", "12 bis", "1234 AB", "Ons Dorp", "NL"))
                .identities(List.of(
                        new Identity(Identity.Kind.EMAIL, "W.Jansen@Voorbeeld.nl", null, AT),
                        new Identity(Identity.Kind.PHONE, "+31 6 1234 5678", null),
                        new Identity(Identity.Kind.SOURCE, "B-7", "billing"),
                        new Identity(Identity.Kind.SOURCE, externalId, null)))
                .attributes(List.of(
                        new Attribute("house", "terraced", "cadastre", AT, AT),
                        new Attribute("boiler", "2019", "survey", AT, null)))
                .preferences(List.of(
                        new Preference(Preference.Kind.CHANNEL, "mail", AT, null, Preference.Origin.STATED),
                        new Preference(
                                Preference.Kind.HOURS,
                                "Mo-Fr 18:00-21:00",
                                AT,
                                AT.plusSeconds(60),
                                Preference.Origin.OBSERVED)))
                .consents(List.of(new Consent("newsletter", false, AT, "form", AT.plusSeconds(60))))
                .lifeStage("young family")
                .lifestyle("outdoors")
                .reach(new Reach(250, AT))
                .referredBy(List.of(new Referral("K0", new BigDecimal("0.5"), AT)))
                .worksFor("C9")
                .build();
    }

    private NewCustomer.Builder named(String externalId, String name) {
        return NewCustomer.of(source, externalId, NewCustomer.Kind.PERSON, name);
    }

    private static Identity mail(String address) {
        return new Identity(Identity.Kind.EMAIL, address, null);
    }

    private String number() {
        return "%04d".formatted(Math.floorMod(source.hashCode(), 10_000));
    }

    private List<Stored> store(NewCustomer... batch) {
        return SystemWork.call(() -> customers.store(List.of(batch)));
    }

    private List<Long> find(Identity... identities) {
        return SystemWork.call(() -> customers.find(List.of(identities))).stream()
                .map(Customers.Match::customer)
                .toList();
    }

    private long resolve(String externalId) {
        return SystemWork.call(() -> customers.resolve(List.of(new Key(source, externalId)), false))
                .getFirst()
                .id();
    }

    private long id(String externalId) {
        return jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = ?")
                .params(source, externalId)
                .query(Long.class)
                .single();
    }

    private List<NewCustomer> history(long id) {
        return jdbc
                .sql("SELECT version FROM customer_history WHERE item_id = ? ORDER BY replaced_at")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .map(version -> json.readValue(version, NewCustomer.class))
                .toList();
    }

    private Map<String, Object> row(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query().singleRow();
    }

    private List<List<Object>> rows(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query().listOfRows().stream()
                .map(row -> List.copyOf(row.values()))
                .toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(500, TimeUnit.MILLISECONDS);
        } catch (Exception alone) {
            // the other one waits at the database
        }
    }
}
