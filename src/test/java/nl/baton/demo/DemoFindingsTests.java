package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.Terms;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Baton finds what is broken at Zonnewind: all of it, nothing else, and the worst first. */
class DemoFindingsTests {

    private static final Instant NOW = Instant.parse("2026-05-28T12:20:00Z");

    private record Lane(Desk from, Desk to) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 2016, 20_260_525})
    void it_finds_every_broken_handoff_and_no_other(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        Played played = new Played(company, false);

        assertExactly(company, played);
        assertThat(recorded(company)).hasSameSizeAs(company.broken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-30T10:00:00Z", "2026-10-27T10:00:00Z", "2027-01-01T10:00:00Z", "2028-02-29T10:00:00Z"})
    void it_does_so_in_any_week_of_the_year(Instant now) {
        Company company = Zonnewind.generate(1, now);

        assertExactly(company, new Played(company, false));
    }

    @Test
    void the_order_of_arrival_changes_nothing() {
        Company company = Zonnewind.generate(1, NOW);

        assertExactly(company, new Played(company, true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 20_260_525})
    void it_is_not_taken_in_by_a_near_miss(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        Played played = new Played(company, false);
        Map<String, Set<String>> rules = new HashMap<>();
        played.handoffs.forEach(handoff -> rules.put(handoff.handoff().pickup().externalId(), handoff.rules()));
        Set<String> waiting =
                played.waiting.stream().map(Played.Waiting::passing).collect(Collectors.toSet());

        for (NearMiss nearMiss : company.nearMisses()) {
            if (nearMiss.kind() == NearMiss.Kind.LAPSED_BY_CLOSING) {
                assertThat(waiting).doesNotContain(nearMiss.touchpoint());
            } else {
                assertThat(rules.get(nearMiss.touchpoint()))
                        .as(nearMiss.toString())
                        .isNotNull()
                        .doesNotContain(nearMiss.kind().looksLike().name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 20_260_525})
    void a_near_miss_really_is_near(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        Map<String, Played.PlayedHandoff> byPickup = new HashMap<>();
        new Played(company, false)
                .handoffs.forEach(
                        handoff -> byPickup.put(handoff.handoff().pickup().externalId(), handoff));

        for (NearMiss nearMiss : company.nearMisses()) {
            if (nearMiss.kind() == NearMiss.Kind.LAPSED_BY_CLOSING) {
                continue;
            }
            Played.PlayedHandoff played = byPickup.get(nearMiss.touchpoint());
            Duration business = played.to()
                    .hours()
                    .between(played.handoff().passedAt(), played.handoff().pickedUpAt());
            switch (nearMiss.kind()) {
                case EXACTLY_EIGHT_HOURS -> assertThat(business).isEqualTo(Duration.ofHours(8));
                case JUST_IN_TIME -> assertThat(business).isBetween(Duration.ofMinutes(478), Duration.ofHours(8));
                case OVER_THE_WEEKEND ->
                    assertThat(played.handoff().waited()).isGreaterThanOrEqualTo(Duration.ofHours(60));
                case PING_PONG_BY_PLAN, PING_PONG_WHEN_DONE, PING_PONG_DONE_THEN_UNKNOWN ->
                    assertThat(played.handoff().pingPong()).isTrue();
                case RETURN_BY_PLAN, RETURN_WHEN_DONE ->
                    assertThat(played.handoff().isReturn()).isTrue();
                case ASKED_OUTSIDE_A_PASS, CHASE_OF_A_LAPSED_PASS ->
                    assertThat(played.handoff().explicit()).isFalse();
                case ASKED_SOMETHING_NEW ->
                    assertThat(played.handoff().to().touchpoints())
                            .anyMatch(touchpoint -> touchpoint.details().facts().stream()
                                    .anyMatch(fact -> fact.act() == Fact.Act.ASKED));
                case REOPENED_LATE, LAPSED_BY_CLOSING -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 20_260_525})
    void it_knows_what_nobody_has_picked_up(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        Played played = new Played(company, false);
        var alarm = new NotPickedUp();
        var terms = Terms.usual(Plan.PICK_UP, 0);

        assertThat(played.waiting.stream().map(Played.Waiting::passing))
                .containsExactlyInAnyOrderElementsOf(
                        company.openPasses().stream().map(OpenPass::passing).toList());
        assertThat(played.waiting.stream()
                        .filter(pass -> company.present()
                                .isAfter(alarm.overdueAt(
                                        pass.pass(), terms, pass.to().hours())))
                        .map(Played.Waiting::passing))
                .containsExactlyInAnyOrderElementsOf(company.openPasses().stream()
                        .filter(pass -> pass.isOverdue(company.present()))
                        .map(OpenPass::passing)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 20_260_525})
    void the_planted_lanes_come_first(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        Map<Lane, long[]> counts = new HashMap<>();
        for (Played.PlayedHandoff played : new Played(company, false).handoffs) {
            boolean judged = played.handoff().legEndedAt() != null
                    || !played.handoff().pickedUpAt().plus(Duration.ofDays(30)).isAfter(company.present());
            if (judged) {
                long[] count = counts.computeIfAbsent(new Lane(played.from(), played.to()), lane -> new long[2]);
                count[0] += played.rules().stream()
                                .anyMatch(rule -> Rule.valueOf(rule).isInTheRate())
                        ? 1
                        : 0;
                count[1]++;
            }
        }
        double overall =
                (double) counts.values().stream().mapToLong(count -> count[0]).sum()
                        / counts.values().stream().mapToLong(count -> count[1]).sum();
        Map<Lane, BreakdownRate> rates = new HashMap<>();
        counts.forEach((lane, count) -> rates.put(lane, BreakdownRate.of(count[0], count[1])));
        List<Lane> ranked = rates.keySet().stream()
                .sorted(Comparator.comparing((Lane lane) -> rates.get(lane).excess(overall))
                        .reversed())
                .toList();
        Set<Lane> planted = company.plants().stream()
                .filter(plant -> plant.rule().isInTheRate())
                .map(plant -> new Lane(plant.from(), plant.to()))
                .collect(Collectors.toSet());

        assertThat(planted).hasSize(5);
        assertThat(ranked.subList(0, 5)).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(rates.get(ranked.get(4)).excess(overall))
                .as("clearly, not by a hair")
                .isGreaterThan(3 * rates.get(ranked.get(5)).excess(overall));
        assertThat(ranked.subList(0, 5))
                .allSatisfy(lane -> assertThat(rates.get(lane).interval().low()).isGreaterThan(overall));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 77, 20_260_525})
    void each_planted_rule_is_broken_on_its_lane_as_often_as_planned(long seed) {
        Company company = Zonnewind.generate(seed, NOW);
        for (Plant plant : company.plants()) {
            long broken = company.broken().stream()
                    .filter(one -> one.planted()
                            && one.rule() == plant.rule()
                            && one.from() == plant.from()
                            && one.to() == plant.to())
                    .count();
            assertThat(plant.rule() == Rule.NOT_PICKED_UP ? plant.count() : broken)
                    .as(plant.toString())
                    .isGreaterThan(3);
        }
    }

    @Test
    void the_noise_stays_what_it_is_said_to_be() {
        Company company = Zonnewind.generate(1, NOW);
        Map<Rule, Long> noise = new EnumMap<>(Rule.class);
        company.broken().stream()
                .filter(broken -> !broken.planted())
                .forEach(broken -> noise.merge(broken.rule(), 1L, Long::sum));
        long handoffs = new Played(company, false).handoffs.size();

        assertThat((double) noise.get(Rule.LATE_PICKUP) / handoffs).isBetween(0.03, 0.05);
        assertThat((double) noise.get(Rule.CUSTOMER_CHASED) / handoffs).isBetween(0.005, 0.02);
    }

    /** Counts open time minute by minute, as the definition says it, and knows nothing of the engine's way. */
    @Test
    void business_time_is_what_a_clock_on_the_wall_would_count() {
        Company company = Zonnewind.generate(1, NOW);
        List<Played.PlayedHandoff> longOnes = new Played(company, false)
                .handoffs.stream()
                        .filter(played -> played.handoff().waited().compareTo(Duration.ofHours(8)) > 0)
                        .toList();

        assertThat(longOnes).hasSizeGreaterThan(3000);
        for (int i = 0; i < longOnes.size(); i += 4) {
            Played.PlayedHandoff played = longOnes.get(i);
            Duration waited = WallClock.openBetween(
                    played.to().definition().hours(),
                    played.handoff().passedAt(),
                    played.handoff().pickedUpAt());
            assertThat(played.rules().contains("LATE_PICKUP"))
                    .as(played.toString())
                    .isEqualTo(waited.compareTo(Duration.ofHours(8)) > 0);
        }
    }

    private static void assertExactly(Company company, Played played) {
        assertThat(minus(played.findings(), recorded(company)))
                .as("found, and not made")
                .isEmpty();
        assertThat(minus(recorded(company), played.findings()))
                .as("made, and not found")
                .isEmpty();
    }

    private static Set<Played.Found> recorded(Company company) {
        return Played.recorded(company).collect(Collectors.toSet());
    }

    private static List<Played.Found> minus(Set<Played.Found> some, Set<Played.Found> others) {
        return some.stream().filter(one -> !others.contains(one)).limit(10).toList();
    }
}
