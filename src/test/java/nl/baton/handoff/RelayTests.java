package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.baton.journey.Outcome;
import org.junit.jupiter.api.Test;

class RelayTests {

    private static Journey journey() {
        return new Journey();
    }

    @Test
    void a_run_in_one_department_is_one_leg_until_its_latest_end() {
        Relay relay = journey()
                .at(0, "A")
                .until(5)
                .then()
                .at(1, "A")
                .until(2)
                .then()
                .at(6, "B")
                .then()
                .relay();

        assertThat(relay.legs()).hasSize(2);
        assertThat(relay.legs().getFirst().end()).isEqualTo(Journey.hour(5));
        assertThat(relay.handoffs()).singleElement().satisfies(handoff -> {
            assertThat(handoff.waited()).isEqualTo(Duration.ofHours(1));
            assertThat(handoff.explicit()).isFalse();
        });
    }

    @Test
    void a_leg_that_began_before_the_former_ended_did_not_wait() {
        Relay relay = journey().at(0, "A").until(5).then().at(2, "B").then().relay();

        assertThat(relay.handoffs().getFirst().waited()).isZero();
    }

    @Test
    void a_touchpoint_without_a_department_takes_part_in_no_leg() {
        Relay relay =
                journey().at(0, "A").then().at(1, null).then().at(2, "A").then().relay();

        assertThat(relay.legs()).hasSize(1);
        assertThat(relay.handoffs()).isEmpty();
    }

    @Test
    void going_back_at_once_is_a_ping_pong_and_the_way_out_bounced() {
        List<Handoff> handoffs = journey()
                .at(0, "A")
                .then()
                .at(1, "B")
                .then()
                .at(2, "A")
                .then()
                .at(3, "B")
                .then()
                .relay()
                .handoffs();

        assertThat(handoffs).extracting(Handoff::pingPong).containsExactly(false, true, true);
        assertThat(handoffs).extracting(Handoff::bounced).containsExactly(true, true, false);
        assertThat(handoffs).extracting(Handoff::isReturn).containsOnly(false);
    }

    @Test
    void going_back_by_way_of_another_is_a_return() {
        List<Handoff> handoffs = journey()
                .at(0, "A")
                .then()
                .at(1, "B")
                .then()
                .at(2, "C")
                .then()
                .at(3, "A")
                .then()
                .relay()
                .handoffs();

        assertThat(handoffs).extracting(Handoff::isReturn).containsExactly(false, false, true);
        assertThat(handoffs).extracting(Handoff::pingPong).containsOnly(false);
    }

    @Test
    void an_explicit_pass_waits_from_its_own_end_and_inbound_contacts_meanwhile_are_chases_in_no_leg() {
        Relay relay = journey()
                .at(0, "A")
                .until(1)
                .handsTo("B")
                .then()
                .at(2, "A")
                .until(3)
                .then()
                .at(4, "B")
                .inbound()
                .then()
                .at(5, null)
                .inbound()
                .then()
                .at(9, "B")
                .outbound()
                .then()
                .relay();

        assertThat(relay.handoffs()).singleElement().satisfies(handoff -> {
            assertThat(handoff.explicit()).isTrue();
            assertThat(handoff.passedAt()).isEqualTo(Journey.hour(1));
            assertThat(handoff.waited()).isEqualTo(Duration.ofHours(8));
            assertThat(handoff.chases()).hasSize(2);
        });
        assertThat(relay.legs()).extracting(leg -> leg.touchpoints().size()).containsExactly(2, 1);
    }

    @Test
    void an_inbound_contact_after_an_implicit_pass_is_no_chase_but_the_pick_up() {
        Relay relay = journey().at(0, "A").then().at(4, "B").inbound().then().relay();

        assertThat(relay.handoffs()).singleElement().satisfies(handoff -> {
            assertThat(handoff.chases()).isEmpty();
            assertThat(handoff.waited()).isEqualTo(Duration.ofHours(4));
        });
    }

    @Test
    void the_first_of_several_passes_to_the_same_department_counts() {
        Relay relay = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(3, "A")
                .handsTo("B")
                .then()
                .at(5, "B")
                .then()
                .relay();

        assertThat(relay.handoffs().getFirst().passedAt()).isEqualTo(Journey.hour(0));
    }

    @Test
    void a_pass_lapses_when_another_department_begins_and_its_chases_break_nothing() {
        Relay relay = journey()
                .at(0, "A")
                .until(1)
                .handsTo("B")
                .then()
                .at(2, "A")
                .inbound()
                .then()
                .at(3, "C")
                .then()
                .at(4, "B")
                .then()
                .relay();

        assertThat(relay.handoffs()).hasSize(2);
        assertThat(relay.handoffs()).allSatisfy(handoff -> {
            assertThat(handoff.explicit()).isFalse();
            assertThat(handoff.chases()).isEmpty();
        });
        assertThat(relay.legs()).flatExtracting(Leg::touchpoints).hasSize(3);
        assertThat(relay.pending()).isEmpty();
    }

    @Test
    void a_pass_that_nobody_begins_is_pending_and_in_no_handoff() {
        Relay relay = journey()
                .at(0, "A")
                .until(1)
                .handsTo("B")
                .then()
                .at(2, "B")
                .inbound()
                .then()
                .relay();

        assertThat(relay.handoffs()).isEmpty();
        assertThat(relay.pending()).singleElement().satisfies(pass -> {
            assertThat(pass.passedAt()).isEqualTo(Journey.hour(1));
            assertThat(pass.toDepartment()).isEqualTo(Journey.department("B"));
            assertThat(pass.chases()).hasSize(1);
        });
    }

    @Test
    void a_pass_lapses_when_the_journey_closes() {
        Relay relay = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(2, "A")
                .ends(Outcome.RESOLVED)
                .then()
                .relay();

        assertThat(relay.pending()).isEmpty();
        assertThat(relay.closedAt()).isEqualTo(Journey.hour(2));
    }

    @Test
    void a_journey_that_is_opened_again_is_not_closed() {
        Relay relay = journey()
                .at(0, "A")
                .ends(Outcome.RESOLVED)
                .then()
                .at(2, "A")
                .ends(Outcome.REOPENED)
                .then()
                .at(3, "B")
                .then()
                .relay();

        assertThat(relay.closedAt()).isNull();
        assertThat(relay.handoffs().getFirst().legEndedAt()).isNull();
    }

    @Test
    void a_leg_has_ended_when_the_next_began_or_the_journey_closed() {
        List<Handoff> handoffs = journey()
                .at(0, "A")
                .then()
                .at(1, "B")
                .then()
                .at(2, "C")
                .then()
                .at(3, "C")
                .ends(Outcome.RESOLVED)
                .until(4)
                .then()
                .relay()
                .handoffs();

        assertThat(handoffs).extracting(Handoff::legEndedAt).containsExactly(Journey.hour(2), Journey.hour(4));
    }

    @Test
    void teams_of_one_department_hand_over_too() {
        Relay relay = Relay.of(
                Grain.TEAM,
                journey()
                        .at(0, "A")
                        .team("x")
                        .then()
                        .at(1, "A")
                        .team("y")
                        .then()
                        .touchpoints());

        assertThat(relay.handoffs()).hasSize(1);
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Journey journey = journey();
            for (int i = 0; i < 12; i++) {
                var step = journey.at(
                        random.nextInt(8), random.nextInt(5) == 0 ? null : "" + (char) ('A' + random.nextInt(3)));
                if (random.nextInt(3) == 0) {
                    step.inbound();
                }
                if (random.nextInt(4) == 0) {
                    step.handsTo("" + (char) ('A' + random.nextInt(3)));
                }
                step.then();
            }
            var shuffled = new ArrayList<>(journey.touchpoints());
            Collections.shuffle(shuffled, random);

            assertThat(Relay.of(Grain.DEPARTMENT, shuffled)).isEqualTo(journey.relay());
        }
    }
}
