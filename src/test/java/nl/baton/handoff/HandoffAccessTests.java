package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.Customers;
import nl.baton.customer.FoundCustomer;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.SearchIndex;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.Match;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.journey.CaseKey;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Journeys;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Timeline;
import nl.baton.journey.TimelineFilter;
import nl.baton.journey.Touchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** The access matrix, row by row, at the services: what each role gets, and what it is refused. */
@DatabaseTest
class HandoffAccessTests {

    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Customers customers;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private HandoffFigures figures;

    @Autowired
    private LaneEvidence evidence;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseLinks links;

    @Autowired
    private Computation computation;

    @Autowired
    private CustomerProfiles profiles;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private LaneFilter filter;
    private long a;
    private long c;
    private long customer;

    /** One journey through departments A, B and C, all of them this test's own. */
    @BeforeEach
    void aJourney() throws InterruptedException {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(key, "K-" + key, NewCustomer.Kind.PERSON, "Wilhelmina " + key)
                    .address("Dorpsstraat 1", "1234 AB", "Ons Dorp")
                    .identities(List.of(new Identity(Identity.Kind.PHONE, "06 1111 " + key, null)))
                    .build()));
            touchpoints.append(
                    List.of(
                            step("1", 0, "A")
                                    .text("intern van A")
                                    .direction(Direction.INTERNAL)
                                    .build(),
                            step("2", 30, "B")
                                    .text("intern van B")
                                    .direction(Direction.INTERNAL)
                                    .build(),
                            step("3", 31, "C")
                                    .text("mail van C")
                                    .direction(Direction.OUTBOUND)
                                    .build()),
                    Via.API);
            projection.projectAll(done -> {});
            filter = new LaneFilter(Grain.DEPARTMENT, types.resolve(key), null, null);
            a = department("A");
            c = department("C");
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();
        SearchIndex.await(search, "Wilhelmina " + key);
    }

    private List<FoundCustomer> found(String scrap) {
        return search.find(scrap, 10).customers();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint.Builder step(String id, long hour, String department) {
        return NewTouchpoint.of(key, id, new CaseKey(key, key, "1"), START.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("K-" + key)))
                .department(department + key);
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return departments.resolve(List.of(name)).get(name).departmentId();
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_000, "access", Set.of(roles), home));
    }

    @Test
    void the_cases_of_a_journey_are_for_who_may_see_the_journey() {
        long journey = jdbc.sql("SELECT id FROM journey WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();

        as(null, Role.AGENT);
        assertThat(links.casesOf(journey)).hasSize(1);
        as(null, Role.STEWARD);
        assertThat(links.casesOf(journey)).hasSize(1);
        as(a, Role.LEAD);
        assertThat(links.casesOf(journey)).hasSize(1);
        as(999_999_999L, Role.LEAD);
        assertThat(links.casesOf(journey)).isEmpty();
        as(null, Role.LEAD);
        assertThat(links.casesOf(journey)).isEmpty();
        for (Role role : List.of(Role.MARKETER, Role.EXECUTIVE, Role.ADMIN)) {
            as(null, role);
            assertThatThrownBy(() -> links.casesOf(journey)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void how_far_the_computation_is_concerns_administrators_only() {
        as(null, Role.ADMIN);
        assertThat(computation.now().failed()).isNotNegative();
        for (Role role : List.of(Role.MARKETER, Role.EXECUTIVE, Role.AGENT, Role.LEAD, Role.STEWARD)) {
            as(null, role);
            assertThatThrownBy(computation::now).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(computation::retryFailed).isInstanceOf(AccessDeniedException.class);
        }
    }

    private long lanes() {
        return figures.ranking(filter).lanes().size();
    }

    private long evidenceOfAllLanes() {
        return evidence.handoffs(filter, null, new LaneEvidence.Which.All(), 0, 10)
                .total();
    }

    @Test
    void an_agent_sees_the_lanes_with_the_own_department_at_either_end_and_every_journey() {
        as(a, Role.AGENT);

        assertThat(lanes()).isEqualTo(1);
        assertThat(figures.summary(filter).handoffs()).isEqualTo(1);
        assertThat(evidenceOfAllLanes()).isEqualTo(1);
        assertThat(journeys.ofCustomer(customer)).hasSize(1);
        assertThat(profiles.open(customer, null)).get().satisfies(profile -> {
            assertThat(profile.identities()).hasSize(1);
            assertThat(profile.contactMasked()).isFalse();
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'profile.opened' AND subject = ?")
                        .param("customer " + customer)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_agent_without_a_department_sees_no_lane() {
        as(null, Role.AGENT);

        assertThat(lanes()).isZero();
        assertThat(evidenceOfAllLanes()).isZero();
        assertThat(figures.summary(filter).handoffs()).isZero();
    }

    @Test
    void a_marketer_sees_all_lanes_but_no_record_behind_them_and_no_contact_details() {
        as(a, Role.MARKETER);

        assertThat(lanes()).isEqualTo(2);
        assertThatThrownBy(this::evidenceOfAllLanes).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> timeline.page(TimelineFilter.of(customer), 0, 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(profiles.open(customer, null)).get().satisfies(profile -> {
            assertThat(profile.identities()).isEmpty();
            assertThat(profile.street()).isNull();
            assertThat(profile.city()).isNull();
            assertThat(profile.contactMasked()).isTrue();
        });
        assertThat(found("06 1111 " + key)).isEmpty();
        assertThat(found("1234 AB 1")).noneMatch(card -> card.id() == customer);
        assertThat(found("Wilhelmina " + key)).singleElement().satisfies(card -> {
            assertThat(card.matches()).extracting(Match::field).containsExactly(Field.NAME);
            assertThat(card.place()).isNull();
        });
    }

    @Test
    void an_executive_sees_everything_in_figures_and_masked_names_behind_them() {
        as(null, Role.EXECUTIVE);

        assertThat(lanes()).isEqualTo(2);
        assertThat(evidence.handoffs(filter, null, new LaneEvidence.Which.All(), 0, 10)
                        .items())
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.customer().name()).isEqualTo("W. " + key.charAt(0) + ".");
                    assertThat(row.customer().number()).isEmpty();
                });
        assertThatThrownBy(() -> profiles.open(customer, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> found("Wilhelmina")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journeys.ofCustomer(customer)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_lead_sees_the_own_departments_journeys_without_the_internal_text_of_others() {
        as(a, Role.LEAD);

        assertThat(lanes()).isEqualTo(1);
        assertThat(timeline.page(TimelineFilter.of(customer), 0, 10).items())
                .extracting(Touchpoint::text)
                .containsExactly("mail van C", null, "intern van A");
        assertThat(found("Wilhelmina " + key)).hasSize(1);

        as(departments.all().getFirst().id() == a ? c + 1_000_000 : 1_000_000L, Role.LEAD);
        assertThat(journeys.ofCustomer(customer)).isEmpty();
        assertThat(profiles.open(customer, null)).isEmpty();
        assertThat(found("Wilhelmina " + key)).isEmpty();
    }

    @Test
    void a_steward_sees_totals_and_every_journey() {
        as(null, Role.STEWARD);

        assertThat(figures.summary(filter).handoffs()).isEqualTo(2);
        assertThatThrownBy(this::lanes).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(this::evidenceOfAllLanes).isInstanceOf(AccessDeniedException.class);
        assertThat(timeline.page(TimelineFilter.of(customer), 0, 10).total()).isEqualTo(3);
    }

    @Test
    void an_administrator_sees_none_of_it() {
        as(a, Role.ADMIN);

        assertThatThrownBy(() -> figures.summary(filter)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(this::lanes).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> profiles.open(customer, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> found("Wilhelmina")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journeys.ofCustomer(customer)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void of_several_roles_the_widest_counts_row_by_row() {
        as(a, Role.AGENT, Role.STEWARD);
        assertThat(figures.summary(filter).handoffs()).isEqualTo(2);
        assertThat(lanes()).isEqualTo(1);

        as(a, Role.AGENT, Role.MARKETER);
        assertThat(lanes()).isEqualTo(2);
        assertThat(evidenceOfAllLanes()).isEqualTo(1);
        // the figures count more than may be shown, so that they lead nowhere; the own lane's do
        assertThat(evidence.covers(null)).isFalse();
        assertThat(figures.ranking(filter).lanes()).extracting(evidence::covers).containsExactlyInAnyOrder(true, false);

        as(a, Role.AGENT);
        assertThat(evidence.covers(null)).isTrue();
    }

    @Test
    void a_lead_who_is_a_marketer_or_an_executive_too_sees_no_more_of_other_departments_customers() {
        long elsewhere = c + 1_000_000;
        as(elsewhere, Role.LEAD, Role.MARKETER);
        assertThat(timeline.page(TimelineFilter.of(customer), 0, 10).total()).isZero();
        assertThat(journeys.find(journeys.ofCustomer(customer).getFirst().id())).isEmpty();
        assertThat(profiles.open(customer, null)).get().satisfies(profile -> {
            assertThat(profile.identities()).isEmpty();
            assertThat(profile.contactMasked()).isTrue();
        });
        assertThat(found("1234 AB")).noneMatch(card -> card.id() == customer);

        as(elsewhere, Role.LEAD, Role.EXECUTIVE);
        assertThat(evidence.handoffs(filter, null, new LaneEvidence.Which.All(), 0, 10)
                        .items())
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.customer().number()).isEmpty();
                    assertThat(row.journey().caseNumber()).isEmpty();
                });
    }

    @Test
    void nobody_hands_in_touchpoints_by_way_of_a_role() {
        as(a, Role.values());

        assertThatThrownBy(() -> touchpoints.append(List.of(step("9", 9, "A").build()), Via.API))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> projection.projectAll(done -> {})).isInstanceOf(AccessDeniedException.class);
    }
}
