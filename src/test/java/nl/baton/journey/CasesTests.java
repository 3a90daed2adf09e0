package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseLinks.Parting;
import nl.baton.journey.LinkProposal.State;
import nl.baton.journey.NewTouchpoint.CaseLink;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Cases join and part: by reference, by topic, by a person, by a confirmed proposal; in whatever order things arrive. */
@DatabaseTest
class CasesTests {

    private static final Instant START = Instant.parse("2026-02-02T09:00:00Z");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private CaseLinks links;

    @Autowired
    private JdbcClient jdbc;

    private String source = UUID.randomUUID().toString();

    private void append(List<NewTouchpoint> batch) {
        SystemWork.run(() -> touchpoints.append(batch, Via.API));
    }

    private void project() {
        SystemWork.run(() -> projection.projectAll(done -> {}));
    }

    private NewTouchpoint.Builder touchpoint(String id, String caseNumber, double day) {
        return NewTouchpoint.of(source, id, new CaseKey(source, source, caseNumber), at(day))
                .department("d-" + caseNumber);
    }

    private NewTouchpoint.Builder contact(String id, String customer, String topic, double day) {
        return NewTouchpoint.contact(source, id, at(day))
                .customer(List.of(Identity.source(customer)))
                .topic(topic)
                .direction(Direction.INBOUND);
    }

    private static Instant at(double day) {
        return START.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
    }

    private static List<CaseLink> to(String source, String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new CaseLink(source, number))
                .toList();
    }

    /** The journeys there are, each as the set of its cases' numbers. */
    private Set<Set<String>> journeys() {
        var byJourney = new TreeMap<Long, Set<String>>();
        jdbc.sql("""
                SELECT DISTINCT c.journey_id, c.case_number FROM journey_case c JOIN touchpoint t ON t.case_id = c.id
                JOIN journey j ON j.id = c.journey_id WHERE c.source = ?""").param(source).query(row -> {
            byJourney.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getString(2));
        });
        return new HashSet<>(byJourney.values());
    }

    private long caseId(String number) {
        return jdbc.sql("SELECT id FROM journey_case WHERE source = ? AND case_number = ?")
                .params(source, number)
                .query(Long.class)
                .single();
    }

    /** What is computed of the journeys, without ids that depend on the order of arrival. */
    private List<String> handoffs() {
        return jdbc.sql("""
                SELECT CONCAT(j.case_number, ': ', d.code, '>', e.code, ' ', h.wait_ms) FROM handoff h
                    JOIN lane l ON l.id = h.lane_id JOIN department d ON d.id = l.from_id
                    JOIN department e ON e.id = l.to_id JOIN journey j ON j.id = h.journey_id
                    JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                WHERE h.grain = 'DEPARTMENT' AND j.source = ? ORDER BY j.case_number, h.sequence_number""").param(source).query(String.class).list();
    }

    @Test
    void a_reference_joins_two_cases_also_when_it_comes_first() {
        append(List.of(touchpoint("2", "ticket", 1).links(to(source, "order")).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("ticket"));

        append(List.of(touchpoint("1", "order", 0).build()));
        project();

        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("order", "ticket"));
        assertThat(handoffs()).containsExactly("order: d-order>d-ticket 86400000");
    }

    @Test
    void two_cases_that_name_a_third_are_one_journey_whether_or_not_anything_came_of_that_one() {
        append(List.of(
                touchpoint("1", "ticket", 0).links(to(source, "order")).build(),
                touchpoint("2", "visit", 1).links(to(source, "order")).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("ticket", "visit"));

        append(List.of(touchpoint("3", "order", 2).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("order", "ticket", "visit"));

        append(List.of(touchpoint("3", "elsewhere", 2).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("ticket", "visit"), Set.of("elsewhere"));
    }

    @Test
    void a_reference_that_is_taken_out_of_a_touchpoint_parts_the_cases_again() {
        append(List.of(
                touchpoint("1", "order", 0).build(),
                touchpoint("2", "ticket", 1).links(to(source, "order")).build()));
        project();
        assertThat(handoffs()).hasSize(1);

        append(List.of(touchpoint("2", "ticket", 1).build()));
        project();

        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("order"), Set.of("ticket"));
        assertThat(handoffs()).isEmpty();
    }

    @Test
    void contacts_on_one_topic_are_one_journey_while_no_gap_is_longer_than_seven_days() {
        append(List.of(
                contact("a", "kim", "Moving", 0).build(),
                contact("b", "kim", "moving ", 7).build(),
                contact("c", "kim", "moving", 14.1).build(),
                contact("d", "kim", "invoice", 1).build(),
                contact("e", "lou", "moving", 1).build()));
        project();

        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c"), Set.of("d"), Set.of("e"));
    }

    @Test
    void a_late_contact_closes_the_gap_between_two_others() {
        append(List.of(
                contact("a", "kim", "moving", 0).build(),
                contact("c", "kim", "moving", 10).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("a"), Set.of("c"));

        append(List.of(contact("b", "kim", "moving", 5).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("a", "b", "c"));

        append(List.of(contact("b", "kim", "invoice", 5).build()));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("c"));
    }

    @Test
    void a_later_case_number_joins_the_contacts_before_it_but_never_a_second_one() {
        List<Identity> kim = List.of(Identity.source("kim"));
        append(List.of(
                contact("a", "kim", "moving", 0).build(),
                touchpoint("1", "K", 3).customer(kim).topic("moving").build(),
                contact("b", "kim", "moving", 6).build(),
                touchpoint("2", "L", 8).customer(kim).topic("moving").build(),
                contact("c", "kim", "moving", 9).build()));
        project();

        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("a", "K", "b"), Set.of("L", "c"));
        assertThat(jdbc.sql("SELECT case_number FROM journey WHERE source = ? ORDER BY opened_at")
                        .param(source)
                        .query(String.class)
                        .list())
                .containsExactly("K", "L");
    }

    @Test
    void a_journey_that_names_two_customers_keeps_the_first_and_is_flagged() {
        append(List.of(
                touchpoint("2", "K", 2)
                        .customer(List.of(Identity.source("second")))
                        .build(),
                touchpoint("1", "K", 1)
                        .customer(List.of(Identity.source("first")))
                        .build()));
        project();

        assertThat(jdbc.sql("""
                        SELECT CONCAT(c.external_id, ' ', j.several_customers) FROM journey j
                        JOIN customer c ON c.id = j.customer_id WHERE j.source = ?""").param(source).query(String.class).single())
                .containsIgnoringCase("first")
                .satisfiesAnyOf(
                        text -> assertThat(text).endsWithIgnoringCase("true"),
                        text -> assertThat(text).endsWith("1"));
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        Random random = new Random(11);
        List<NewTouchpoint> all = company(random);
        append(all);
        project();
        Set<Set<String>> journeys = journeys();
        List<String> handoffs = handoffs();
        assertThat(journeys).anySatisfy(journey -> assertThat(journey).hasSizeGreaterThan(3));
        assertThat(journeys).hasSizeGreaterThan(10);
        assertThat(handoffs).hasSizeGreaterThan(10);

        for (int round = 0; round < 4; round++) {
            String before = source;
            source = UUID.randomUUID().toString();
            List<NewTouchpoint> again = new ArrayList<>(company(new Random(11)));
            Collections.shuffle(again, random);
            while (!again.isEmpty()) {
                int n = Math.min(again.size(), 1 + random.nextInt(40));
                append(List.copyOf(again.subList(0, n)));
                again.subList(0, n).clear();
                if (random.nextBoolean()) {
                    project();
                }
            }
            project();
            assertThat(journeys()).as("round " + round + " against " + before).isEqualTo(journeys);
            assertThat(handoffs()).isEqualTo(handoffs);
        }
    }

    /** Cases, contacts and references of some customers, the same for the same random numbers. */
    private List<NewTouchpoint> company(Random random) {
        var all = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 160; i++) {
            String customer = "customer-" + random.nextInt(5);
            String topic = List.of("moving", "invoice").get(random.nextInt(2));
            double day = random.nextInt(60) + random.nextInt(24 * 60) / 1440.0;
            if (random.nextInt(4) == 0) {
                all.add(contact("c" + i, customer, topic, day).position(i).build());
            } else {
                NewTouchpoint.Builder one = touchpoint("t" + i, "case-" + random.nextInt(45), day)
                        .position(i)
                        .customer(List.of(Identity.source(customer)));
                if (random.nextInt(3) > 0) {
                    one.topic(topic);
                }
                if (random.nextInt(12) == 0) {
                    one.links(to(source, "case-" + random.nextInt(45)));
                }
                all.add(one.build());
            }
        }
        return all;
    }

    @Test
    @SignedInAs(Role.STEWARD)
    void linking_and_parting_in_any_order_restores_what_was() {
        Random random = new Random(5);
        append(company(random));
        project();
        Set<Set<String>> journeys = journeys();
        List<String> handoffs = handoffs();

        var undo = new ArrayList<Runnable>();
        for (int i = 0; i < 25; i++) {
            long one = caseOf(random);
            long other = caseOf(random);
            if (random.nextBoolean() && one != other) {
                CaseLinks.Joining joining = links.join(one, other);
                undo.add(() -> links.takeBackJoin(joining));
            } else {
                Parting parting = links.part(one);
                undo.add(() -> links.takeBackPart(parting));
            }
            if (random.nextInt(3) == 0) {
                project();
            }
        }
        project();
        assertThat(journeys()).isNotEqualTo(journeys);

        Collections.reverse(undo);
        undo.forEach(Runnable::run);
        project();
        assertThat(journeys()).isEqualTo(journeys);
        assertThat(handoffs()).isEqualTo(handoffs);
    }

    @Test
    @SignedInAs(Role.STEWARD)
    void taking_a_joining_back_leaves_cases_parted_that_were_parted_before() {
        append(List.of(
                touchpoint("1", "order", 0).build(),
                touchpoint("2", "ticket", 1).links(to(source, "order")).build()));
        project();
        links.part(caseId("ticket"));
        CaseLinks.Joining joining = links.join(caseId("ticket"), caseId("order"));
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("order", "ticket"));

        links.takeBackJoin(joining);
        project();
        assertThat(journeys()).containsExactlyInAnyOrder(Set.of("order"), Set.of("ticket"));
    }

    private long caseOf(Random random) {
        List<Long> all = jdbc.sql("SELECT id FROM journey_case WHERE source = ? ORDER BY case_number")
                .param(source)
                .query(Long.class)
                .list();
        return all.get(random.nextInt(all.size()));
    }

    @Test
    @SignedInAs(Role.STEWARD)
    void the_sides_of_a_proposal_are_whole_journeys_and_once_they_are_one_each_its_first_case(
            @Autowired ProposedJourneys proposed) {
        List<Identity> kim = List.of(Identity.source("kim"));
        List<Fact> meter = List.of(new Fact("meter number", Fact.Act.TOLD, "E-100"));
        append(List.of(
                touchpoint("1", "order", 0).customer(kim).facts(meter).build(),
                touchpoint("2", "visit", 1).links(to(source, "order")).build(),
                touchpoint("3", "ticket", 5).customer(kim).facts(meter).build()));
        project();
        LinkProposal open = mine().getFirst();

        List<ProposedJourneys.Side> sides = proposed.sides(open);
        assertThat(sides).extracting(ProposedJourneys.Side::number).containsExactly("order", "ticket");
        assertThat(sides).extracting(ProposedJourneys.Side::cases).containsExactly(2, 1);
        assertThat(sides.getFirst().departments()).hasSize(2);
        assertThat(sides.getFirst().to()).isEqualTo(at(1));

        links.decide(open.caseA(), open.caseB(), State.CONFIRMED);
        project();
        LinkProposal confirmed = links.proposal(open.caseA(), open.caseB()).orElseThrow();
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(proposed.sides(confirmed))
                .extracting(ProposedJourneys.Side::touchpoints)
                .containsExactly(1, 1);
        assertThat(links.casesOf(Math.min(open.caseA(), open.caseB()))).hasSize(3);
        assertThat(links.proposal(-2, -1)).isEmpty();
    }

    @Test
    @SignedInAs(Role.STEWARD)
    void a_proposal_needs_the_same_customer_a_near_date_and_a_shared_fact() {
        List<Identity> kim = List.of(Identity.source("kim"));
        List<Fact> meter = List.of(new Fact("meter number", Fact.Act.TOLD, "E-100"));
        append(List.of(
                touchpoint("1", "order", 0).customer(kim).facts(meter).build(),
                touchpoint("2", "ticket", 5)
                        .customer(kim)
                        .facts(List.of(new Fact("Meter number", Fact.Act.ASKED, "e-100 ")))
                        .build(),
                touchpoint("3", "far", 13).customer(kim).facts(meter).build(),
                touchpoint("4", "other fact", 1)
                        .customer(kim)
                        .facts(List.of(new Fact("meter number", Fact.Act.TOLD, "E-200")))
                        .build(),
                touchpoint("5", "other customer", 1)
                        .customer(List.of(Identity.source("lou")))
                        .facts(meter)
                        .build()));
        project();

        long order = caseId("order");
        long ticket = caseId("ticket");
        assertThat(mine()).hasSize(1);
        LinkProposal proposal = mine().getFirst();
        assertThat(Set.of(proposal.caseA(), proposal.caseB())).isEqualTo(Set.of(order, ticket));
        assertThat(proposal.reasons().facts()).containsExactly(new LinkProposal.SharedFact("meter number", "e-100"));
        assertThat(proposal.reasons().hoursApart()).isEqualTo(120);

        links.decide(proposal.caseA(), proposal.caseB(), State.CONFIRMED);
        project();
        assertThat(journeys()).contains(Set.of("order", "ticket"));
        assertThat(handoffs()).containsExactly("order: d-order>d-ticket 432000000");

        links.decide(proposal.caseA(), proposal.caseB(), State.DECLINED);
        project();
        assertThat(journeys()).contains(Set.of("order"), Set.of("ticket"));
        assertThat(mine()).isEmpty();
    }

    private List<LinkProposal> mine() {
        Set<Long> cases = Set.copyOf(jdbc.sql("SELECT id FROM journey_case WHERE source = ?")
                .param(source)
                .query(Long.class)
                .list());
        return links.proposals(State.OPEN, 0, 1_000).items().stream()
                .filter(proposal -> cases.contains(proposal.caseA()))
                .toList();
    }

    @Test
    @SignedInAs(Role.AGENT)
    void only_a_steward_joins_cases() {
        assertThatThrownBy(() -> links.join(1, 2)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> links.part(1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> links.proposals(State.OPEN, 0, 1)).isInstanceOf(AccessDeniedException.class);
    }
}
