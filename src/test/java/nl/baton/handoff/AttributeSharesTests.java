package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.CaseLink;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Attributes of journeys beside how often they were handed over: exact, whatever the order, and for whom. */
@DatabaseTest
class AttributeSharesTests {

    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private RetiredFigures retired;

    @Autowired
    private AttributeShares shares;

    @Autowired
    private CaseLinks links;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "shares", Set.of(roles), null));
    }

    private NewTouchpoint.Builder step(String caseNumber, int hour, @Nullable String department) {
        return NewTouchpoint.of(
                        key,
                        caseNumber + "-" + hour,
                        new CaseKey(key, key, caseNumber),
                        START.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("K-" + key)))
                .department(department);
    }

    private void store(NewTouchpoint... batch) {
        SystemWork.run(() -> {
            touchpoints.append(List.of(batch), Via.API);
            projection.projectAll(done -> {});
        });
    }

    private long type() {
        return SystemWork.call(() -> types.resolve(key));
    }

    /** "made: 0 1/2, 2 0/1": of each attribute the steps with a journey, and how many of them say yes. */
    private String shown() {
        as(Role.EXECUTIVE);
        return shares.choices().stream()
                .filter(choice -> choice.type().code().equals(key))
                .flatMap(choice -> choice.attributes().stream())
                .map(name -> name + ": "
                        + shares.picture(type(), name).orElseThrow().steps().stream()
                                .filter(step -> step.journeys() > 0)
                                .map(step -> step.band().least() + " " + step.yes() + "/" + step.journeys())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    @Test
    void what_the_last_touchpoint_says_counts_by_the_number_of_handoffs() {
        store(
                step("a", 0, "A").attributes(Map.of("made", "true")).build(),
                step("a", 1, "A").attributes(Map.of("made", "FALSE")).build(),
                step("a", 2, "A").build(),
                step("b", 0, "A").attributes(Map.of("made", "true")).build(),
                step("b", 1, "B").build(),
                step("b", 2, "C").build(),
                step("c", 0, "A").build(),
                step("c", 1, "B").attributes(Map.of("made", "Ja")).build());

        assertThat(shown()).isEqualTo("made: 0 0/1, 1 1/1, 2 1/1");
    }

    @Test
    void a_journey_without_a_leg_or_without_the_attribute_is_not_counted() {
        store(
                step("a", 0, null).attributes(Map.of("made", "1")).build(),
                step("b", 0, "A").attributes(Map.of("made", "0")).build(),
                step("c", 0, "A").attributes(Map.of("made", "1")).build(),
                step("d", 0, "A").build());

        assertThat(shown()).isEqualTo("made: 0 1/2");
    }

    @Test
    void an_attribute_with_any_other_value_is_none_until_that_is_corrected() {
        store(
                step("a", 0, "A")
                        .attributes(Map.of("made", "y", "reopened", "0"))
                        .build(),
                step("b", 0, "A")
                        .attributes(Map.of("made", "n", "reopened", "1"))
                        .build(),
                step("c", 0, "A")
                        .attributes(Map.of("made", "n", "reopened", "2"))
                        .build());
        assertThat(shown()).isEqualTo("made: 0 1/3");

        store(step("c", 0, "A")
                .attributes(Map.of("made", "maybe", "reopened", "1"))
                .build());
        assertThat(shown()).isEqualTo("reopened: 0 2/3");

        store(step("c", 0, "A").build());
        assertThat(shown()).isEqualTo("made: 0 1/2; reopened: 0 1/2");
    }

    @Test
    void one_that_says_yes_only_is_no_choice() {
        store(step("a", 0, "A").attributes(Map.of("made", "yes")).build());

        assertThat(shown()).isEmpty();
        assertThat(shares.picture(type(), "made")).isEmpty();
    }

    @Test
    void in_whatever_order_touchpoints_arrive_the_same_comes_out() {
        var random = new Random(7);
        var all = new ArrayList<NewTouchpoint>();
        for (int journey = 0; journey < 40; journey++) {
            for (int hour = 0; hour < 6; hour++) {
                var step = step("j" + journey, hour, random.nextInt(5) == 0 ? null : "D" + random.nextInt(3));
                all.add((random.nextBoolean()
                                ? step.attributes(Map.of("made", random.nextBoolean() ? "ja" : "nee"))
                                : step)
                        .build());
            }
        }
        store(all.toArray(NewTouchpoint[]::new));
        String inOrder = shown();
        SystemWork.run(() -> all.forEach(each -> touchpoints.remove(key, each.externalId())));
        SystemWork.run(() -> projection.projectAll(done -> {}));
        assertThat(shown()).isEmpty();
        assertThat(rows()).isZero();

        Collections.shuffle(all, random);
        all.forEach(this::store);

        assertThat(shown()).isEqualTo(inOrder).startsWith("made: ");
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM journey_answer WHERE journey_type_id = ?")
                        .param(type())
                        .query(Long.class)
                        .single()
                + jdbc.sql("SELECT COUNT(*) FROM journey_other_answers WHERE journey_type_id = ?")
                        .param(type())
                        .query(Long.class)
                        .single()
                + jdbc.sql("SELECT COUNT(*) FROM answer_count WHERE journey_type_id = ?")
                        .param(type())
                        .query(Long.class)
                        .single();
    }

    @Test
    void cases_that_join_are_one_journey_and_parted_are_what_they_were() {
        store(
                step("order", 0, "A")
                        .attributes(Map.of("made", "true", "kind", "x"))
                        .build(),
                step("ticket", 1, "B").attributes(Map.of("made", "false")).build());
        assertThat(shown()).isEqualTo("made: 0 1/2");

        store(step("ticket", 2, "B").links(List.of(new CaseLink(key, "order"))).build());
        assertThat(shown()).isEmpty();
        store(step("other", 0, "A").attributes(Map.of("made", "true")).build());
        assertThat(shown()).isEqualTo("made: 0 1/1, 1 0/1");

        long ticket = jdbc.sql("SELECT id FROM journey_case WHERE source = ? AND case_number = 'ticket'")
                .param(key)
                .query(Long.class)
                .single();
        as(Role.STEWARD);
        links.part(ticket);
        SystemWork.run(() -> projection.projectAll(done -> {}));
        assertThat(shown()).isEqualTo("made: 0 2/3");
    }

    private void awaitRebuild() {
        while (SystemWork.call(rebuild::underWay).isPresent()) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void a_rebuild_gives_the_same_and_what_it_replaced_goes() {
        // one that others have asked for would take what is stored here along
        awaitRebuild();
        store(
                step("a", 0, "A")
                        .attributes(Map.of("made", "true", "kind", "x"))
                        .build(),
                step("a", 1, "B").build(),
                step("b", 0, "A").attributes(Map.of("made", "false")).build());
        String before = shown();
        long rows = rows();
        SystemWork.run(rebuild::request);
        awaitRebuild();

        assertThat(shown()).isEqualTo(before).isEqualTo("made: 0 0/1, 1 1/1");
        assertThat(rows()).isEqualTo(2 * rows);
        jdbc.sql("UPDATE figures_generation SET changed_at = ? WHERE state = 'RETIRED'")
                .param(LocalDateTime.of(2026, 1, 1, 0, 0))
                .update();
        retired.sweep();
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void a_step_leads_to_exactly_the_journeys_it_counts_page_by_page() {
        var all = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 25; i++) {
            all.add(step("j" + i, 0, "A")
                    .attributes(Map.of("made", i % 5 == 0 ? "yes" : "no"))
                    .build());
            if (i % 2 == 0) {
                all.add(step("j" + i, 1, "B").build());
            }
        }
        store(all.toArray(NewTouchpoint[]::new));
        assertThat(shown()).isEqualTo("made: 0 2/12, 1 3/13");

        Set<Long> seen = new TreeSet<>();
        for (int offset = 0; offset < 20; offset += 5) {
            var page = shares.journeys(type(), "made", HandoffBand.ONE, null, offset, 5);
            assertThat(page.total()).isEqualTo(13);
            page.items().forEach(row -> seen.add(row.journey().id()));
        }
        assertThat(seen).hasSize(13);
        var yes = shares.journeys(type(), "made", HandoffBand.ONE, true, 0, 50);
        assertThat(yes.total()).isEqualTo(3);
        assertThat(yes.items()).hasSize(3).allMatch(AttributedJourney::answer);
        assertThat(shares.journeys(type(), "made", HandoffBand.NONE, false, 0, 50)
                        .items())
                .hasSize(10)
                .noneMatch(AttributedJourney::answer);
        // an executive sees evidence with masked names, and no case numbers
        assertThat(yes.items()).allSatisfy(row -> {
            assertThat(row.customer().number()).isEmpty();
            assertThat(row.journey().caseNumber()).isEmpty();
        });
    }

    @Test
    void who_sees_all_lanes_sees_the_picture_and_who_sees_all_evidence_the_journeys() {
        store(
                step("a", 0, "A").attributes(Map.of("made", "true")).build(),
                step("b", 0, "A").attributes(Map.of("made", "false")).build());
        long type = type();
        as(Role.MARKETER);
        assertThat(shares.picture(type, "made")).isPresent();
        assertThatThrownBy(() -> shares.journeys(type, "made", HandoffBand.NONE, null, 0, 9))
                .isInstanceOf(AccessDeniedException.class);
        as(Role.MARKETER, Role.LEAD);
        assertThat(shares.picture(type, "made")).isPresent();
        assertThat(shares.journeys(type, "made", HandoffBand.NONE, null, 0, 9).total())
                .isZero();
        as(Role.EXECUTIVE);
        assertThat(shares.journeys(type, "made", HandoffBand.NONE, null, 0, 9).total())
                .isEqualTo(2);
        for (Role role : List.of(Role.AGENT, Role.LEAD, Role.STEWARD, Role.ADMIN)) {
            as(role);
            assertThatThrownBy(shares::choices).as("%s", role).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> shares.picture(type, "made")).isInstanceOf(AccessDeniedException.class);
        }
    }
}
