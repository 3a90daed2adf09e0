package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.UtcTime;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.value.model.Tier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is told what of customers' value, asked of the services themselves for every role. */
@DatabaseTest
class ValueAccessTests {

    private static final Set<Role> WHOLE = EnumSet.of(Role.AGENT, Role.MARKETER);
    private static final Set<Role> TIER_ONLY = EnumSet.of(Role.STEWARD, Role.LEAD);

    @Autowired
    private CustomerValues values;

    @Autowired
    private ValueTotals totals;

    @Autowired
    private ValuePictures pictures;

    @Autowired
    private ValueLists lists;

    @Autowired
    private ValueReports reports;

    @Autowired
    private ValueFits fits;

    @Autowired
    private Valuation valuation;

    @Autowired
    private Purchases purchases;

    @Autowired
    private ValuationSteps steps;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String key = "value-" + UUID.randomUUID().toString().substring(0, 8);
    private long customer;
    private long home;

    @BeforeEach
    void aCustomerWhoBoughtSomething() {
        var at = Instant.parse("1996-03-05T10:00:00Z");
        SystemWork.run(() -> {
            purchases.store(List.of(
                    new NewPurchase(key, "P1", "K1", at, BigDecimal.TEN, null, "EUR", NewPurchase.Kind.SALE, null)));
            touchpoints.append(
                    List.of(NewTouchpoint.of(key, "T1", new CaseKey("type " + key, key, "1"), at)
                            .customer(List.of(Identity.source("K1")))
                            .department("Department " + key)
                            .build()),
                    Via.API);
            projection.projectAll(done -> {});
            home = departments.all().stream()
                    .filter(department -> department.name().equals("Department " + key))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = 'K1'")
                .param(key)
                .query(Long.class)
                .single();
        var now = UtcTime.of(Instant.now());
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', ?, 0, 0, 0, ?, ? FROM value_scoring""").params(LocalDate.of(1996, 3, 31), now, now).update();
        steps.all(() -> false);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM purchase WHERE source = ?").param(key).update();
    }

    private static void as(Long department, Role... roles) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_000_280, "value tester", Set.of(roles), department));
    }

    @ParameterizedTest
    @EnumSource
    void a_customers_value_is_for_agents_and_marketers_the_tier_for_leads_and_stewards_too(Role role) {
        as(home, role);
        if (WHOLE.contains(role)) {
            CustomerValue value = values.of(customer).orElseThrow();
            assertThat(value.worth()).isNotNull();
            assertThat(value.worth().indirect()).isNotNull();
            assertThat(value.worth().direct().current().value()).isEqualByComparingTo("10");
            assertThat(value.tier()).isEqualTo(Tier.A);
            ValueAtAGlance glance = values.atAGlance(customer).orElseThrow();
            assertThat(glance.tier()).isEqualTo(Tier.A);
            assertThat(glance.stage() == null).isEqualTo(TIER_ONLY.contains(role));
            assertThat(!TIER_ONLY.contains(role) || glance.potential() == null).isTrue();
        } else if (TIER_ONLY.contains(role)) {
            assertThat(values.of(customer))
                    .contains(new CustomerValue(customer, LocalDate.of(1996, 3, 31), Tier.A, null));
        } else {
            assertThatThrownBy(() -> values.of(customer)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> values.atAGlance(customer)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void a_lead_is_told_nothing_of_who_was_never_in_the_own_department() {
        as(987_654_321L, Role.LEAD);
        assertThat(values.of(customer)).isEmpty();
        assertThat(values.atAGlance(customer)).isEmpty();
        as(null, Role.LEAD);
        assertThat(values.of(customer)).isEmpty();
    }

    @Test
    void of_several_roles_the_widest_counts() {
        as(987_654_321L, Role.LEAD, Role.MARKETER);
        assertThat(values.of(customer).orElseThrow().worth()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void totals_are_for_marketers_and_executives_fits_for_administrators_too_and_only_those_ask_for_a_valuation(
            Role role) {
        as(home, role);
        expect(EnumSet.of(Role.MARKETER, Role.EXECUTIVE).contains(role), totals::shown);
        expect(EnumSet.of(Role.MARKETER, Role.EXECUTIVE).contains(role), totals::thresholds);
        expect(EnumSet.of(Role.MARKETER, Role.EXECUTIVE).contains(role), pictures::shown);
        expect(role == Role.MARKETER, () -> lists.page(new ValueSlice.Best(100), 0, 1));
        expect(EnumSet.of(Role.MARKETER, Role.EXECUTIVE, Role.ADMIN).contains(role), fits::latest);
        // by a token's scope alone
        expect(false, () -> reports.of(key, "K1"));
        expect(role == Role.ADMIN, valuation::underWay);
        expect(role == Role.ADMIN, valuation::shown);
        if (role != Role.ADMIN) {
            expect(false, valuation::request);
        }
    }

    @Test
    void totals_add_up_what_is_shown_of_each() {
        as(null, Role.EXECUTIVE);
        ValueTotals.Totals shown = totals.shown().orElseThrow();

        assertThat(shown.currency()).isEqualTo("EUR");
        assertThat(totals.thresholds().orElseThrow().tiers().of(10)).isEqualTo(Tier.A);
        assertThat(totals.thresholds().orElseThrow().monetary().score(10)).isEmpty();
        assertThat(shown.parts().stream()
                        .mapToLong(ValueTotals.OfTier::customers)
                        .sum())
                .isEqualTo(jdbc.sql("""
                                SELECT COUNT(*) FROM customer_value v JOIN value_scoring s ON s.scoring = v.scoring
                                WHERE s.state = 'LIVE'""").query(Long.class).single());
        assertThat(shown.parts().stream()
                        .filter(part -> part.tier() == Tier.A)
                        .map(ValueTotals.OfTier::current)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10");
    }

    @Test
    void a_list_for_a_marketer_holds_no_way_to_reach_anybody() {
        SystemWork.run(() -> purchases.store(List.of(new NewPurchase(
                key,
                "P2",
                "someone@" + key + ".nl",
                Instant.parse("1996-03-06T10:00:00Z"),
                BigDecimal.ONE,
                null,
                "EUR",
                NewPurchase.Kind.SALE,
                null))));
        var now = UtcTime.of(Instant.now());
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', ?, 0, 0, 0, ?, ? FROM value_scoring""").params(LocalDate.of(1996, 3, 31), now, now).update();
        steps.all(() -> false);
        as(null, Role.MARKETER);
        assertThat(lists.page(new ValueSlice.Best(100), 0, 10).items())
                .extracting(ListedValue::number)
                .containsExactly("K1", "");
    }

    private static void expect(boolean allowed, ThrowingCallable call) {
        if (allowed) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
        }
    }
}
