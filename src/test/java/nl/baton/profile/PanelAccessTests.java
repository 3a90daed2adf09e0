package nl.baton.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Consent;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.customer.Preferences;
import nl.baton.customer.Wishes;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.feedback.CustomerFeedback;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.value.Contracts;
import nl.baton.value.CustomerDealings;
import nl.baton.value.NewContract;
import nl.baton.value.NewPurchase;
import nl.baton.value.Purchases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What each role sees of a customer's feedback, dealings and wishes. */
@DatabaseTest
class PanelAccessTests {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    @Autowired
    private CustomerFeedback feedback;

    @Autowired
    private CustomerDealings dealings;

    @Autowired
    private Preferences wishes;

    @Autowired
    private Customers customers;

    @Autowired
    private FeedbackItems items;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String source = UUID.randomUUID().toString().substring(0, 12);
    private long customer;
    private long own;

    @BeforeEach
    void aCustomer() {
        SystemWork.run(() -> {
            store();
            touchpoints.append(
                    List.of(NewTouchpoint.of(source, "1", new CaseKey(source, source, "1"), AT)
                            .customer(List.of(Identity.source("K")))
                            .department("Eigen" + source)
                            .build()),
                    Via.API);
            items.store(List.of(
                    said("free", FeedbackKind.CES, 2, null),
                    said("ours", FeedbackKind.COMPLAINT, null, "Eigen" + source),
                    said("theirs", FeedbackKind.NPS, 3, "Anders" + source)));
            purchases.store(
                    List.of(bought("1", NewPurchase.Kind.SALE, "100.50"), bought("2", NewPurchase.Kind.RETURN, "20")));
            contracts.store(List.of(new NewContract(
                    source,
                    "C",
                    "K",
                    new BigDecimal("35"),
                    new BigDecimal("5"),
                    "EUR",
                    LocalDate.of(2024, 1, 1),
                    null,
                    null)));
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
        UnitName name = UnitName.of("Eigen" + source, null);
        own = SystemWork.call(() -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private void store() {
        Instant then = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        customers.store(List.of(NewCustomer.of(source, "K", NewCustomer.Kind.PERSON, "Kim " + source)
                .preferences(List.of(
                        new Preference(Preference.Kind.CHANNEL, "app", then, null, Preference.Origin.STATED),
                        new Preference(
                                Preference.Kind.CHANNEL,
                                "telefoon",
                                then.plusSeconds(60),
                                null,
                                Preference.Origin.OBSERVED),
                        new Preference(
                                Preference.Kind.CHANNEL,
                                "brief",
                                then.plusSeconds(60),
                                then.plusSeconds(90),
                                Preference.Origin.STATED),
                        new Preference(
                                Preference.Kind.HOURS, "Mo-Su 00:00-24:00", then, null, Preference.Origin.STATED)))
                .consents(List.of(
                        new Consent("telemarketing", true, then, source, null),
                        new Consent("telemarketing", false, then.plusSeconds(60), source, null)))
                .build()));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewFeedback said(String id, FeedbackKind kind, Integer score, String owner) {
        return new NewFeedback(
                source,
                id,
                "K",
                null,
                null,
                null,
                kind,
                score,
                "Woorden " + id,
                null,
                null,
                AT,
                FeedbackStatus.NEW,
                owner,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private NewPurchase bought(String id, NewPurchase.Kind kind, String amount) {
        return new NewPurchase(source, id, "K", AT, new BigDecimal(amount), null, "EUR", kind, null);
    }

    private static void become(Role role, Long home) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_500_000, "tester", Set.of(role), home));
    }

    private List<String> texts() {
        return feedback.of(customer).stream()
                .map(said -> String.valueOf(said.text()))
                .sorted()
                .toList();
    }

    @Test
    void an_agent_reads_what_nobody_owns_and_what_the_own_department_does() {
        become(Role.AGENT, own);
        assertThat(texts()).containsExactly("Woorden free", "Woorden ours");
        assertThat(feedback.of(customer)).anyMatch(CustomerFeedback.Said::openComplaint);
        become(Role.AGENT, null);
        assertThat(texts()).containsExactly("Woorden free");
    }

    @Test
    void a_lead_reads_what_the_own_department_owns_of_its_own_customers() {
        become(Role.LEAD, own);
        assertThat(texts()).containsExactly("Woorden ours");
        become(Role.LEAD, own + 1_000_000);
        assertThat(texts()).isEmpty();
        assertThat(wishes.of(customer)).isEmpty();
    }

    @Test
    void a_marketer_sees_all_feedback_and_no_words() {
        become(Role.MARKETER, own);
        assertThat(feedback.of(customer)).hasSize(3).allSatisfy(said -> {
            assertThat(said.text()).isEqualTo(said.owner() == null ? null : said.text());
        });
        assertThat(feedback.of(customer))
                .extracting(CustomerFeedback.Said::kind)
                .contains(FeedbackKind.NPS);
    }

    @Test
    void an_agent_and_a_marketer_see_dealings() {
        for (Role role : List.of(Role.AGENT, Role.MARKETER)) {
            become(role, null);
            assertThat(dealings.purchases(customer)).hasSize(2);
            assertThat(dealings.contracts(customer))
                    .singleElement()
                    .satisfies(contract -> assertThat(contract.monthly()).isEqualByComparingTo("35"));
        }
    }

    @Test
    void what_was_stated_goes_before_what_was_observed_and_a_refusal_of_late_counts() {
        become(Role.MARKETER, null);
        Wishes known = wishes.of(customer).orElseThrow();

        assertThat(known.channel()).extracting(Wishes.Held::value).isEqualTo("app");
        assertThat(known.moment()).isEqualTo(Wishes.Moment.GOOD);
        assertThat(known.goodFrom()).isNull();
        assertThat(known.doNotCall()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_other_role_is_refused(Role role) {
        become(role, own);
        if (!Set.of(Role.AGENT, Role.LEAD, Role.MARKETER).contains(role)) {
            assertThatThrownBy(() -> feedback.of(customer)).isInstanceOf(AccessDeniedException.class);
        }
        if (!Set.of(Role.AGENT, Role.MARKETER).contains(role)) {
            assertThatThrownBy(() -> dealings.purchases(customer)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> dealings.contracts(customer)).isInstanceOf(AccessDeniedException.class);
        }
        if (Set.of(Role.EXECUTIVE, Role.ADMIN).contains(role)) {
            assertThatThrownBy(() -> wishes.of(customer)).isInstanceOf(AccessDeniedException.class);
        }
    }
}
