package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.customer.NewCustomer;
import nl.baton.department.NewDepartment;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonnewindTests {

    private static final Instant THURSDAY = Instant.parse("2026-05-28T12:20:00Z");
    private static final Company COMPANY = Zonnewind.generate(1, THURSDAY);

    @Test
    void the_same_seed_in_the_same_week_is_the_same_company() {
        Instant mondayMorning = Instant.parse("2026-05-24T22:00:00Z");
        Instant sundayNight = Instant.parse("2026-05-31T21:59:59Z");

        assertThat(Zonnewind.generate(1, mondayMorning)).isEqualTo(COMPANY);
        assertThat(Zonnewind.generate(1, sundayNight)).isEqualTo(COMPANY);
        assertThat(Zonnewind.generate(2, THURSDAY).batches()).isNotEqualTo(COMPANY.batches());
        assertThat(Zonnewind.generate(1, sundayNight.plusSeconds(1)).present()).isAfter(COMPANY.present());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void it_is_as_large_as_a_company_of_two_thousand_customers(long seed) {
        Company company = Zonnewind.generate(seed, THURSDAY);

        assertThat(company.customers()).hasSize(2000);
        assertThat(company.departments()).hasSize(8);
        assertThat(distinct(company).size()).isBetween(55_000, 65_000);
        assertThat(company.batches()).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(1000));
    }

    @Test
    void it_tells_twenty_four_months_and_nothing_of_the_future() {
        List<NewTouchpoint> all = distinct(COMPANY);
        LocalDate first = LocalDate.of(2024, 5, 25);

        assertThat(COMPANY.present()).isEqualTo(Instant.parse("2026-05-24T22:00:00Z"));
        assertThat(all).allSatisfy(touchpoint -> {
            assertThat(touchpoint.at()).isBefore(COMPANY.present());
            assertThat(touchpoint.at())
                    .isAfterOrEqualTo(first.atStartOfDay(Desk.ZONE).toInstant());
            assertThat(touchpoint.endedAt() == null ? touchpoint.at() : touchpoint.endedAt())
                    .isBetween(touchpoint.at(), COMPANY.present());
        });
        assertThat(all.stream()
                        .map(touchpoint ->
                                touchpoint.at().atZone(Desk.ZONE).toLocalDate().withDayOfMonth(1))
                        .distinct())
                .hasSize(25);
    }

    @Test
    void every_touchpoint_names_a_department_a_team_and_a_customer_that_exist() {
        Map<String, Set<String>> teams = COMPANY.departments().stream()
                .collect(Collectors.toMap(NewDepartment::code, department -> new HashSet<>(department.teams())));
        Set<String> customers =
                COMPANY.customers().stream().map(NewCustomer::externalId).collect(Collectors.toSet());

        assertThat(customers).hasSize(2000);
        for (NewTouchpoint touchpoint : distinct(COMPANY)) {
            assertThat(customers).contains(touchpoint.customer().getFirst().value());
            if (touchpoint.department() != null) {
                assertThat(teams).containsKey(touchpoint.department());
                assertThat(teams.get(touchpoint.department())).contains(touchpoint.team());
            }
            if (touchpoint.handedTo() != null) {
                assertThat(teams).containsKey(touchpoint.handedTo().department());
                assertThat(touchpoint.handedTo().department()).isNotEqualTo(touchpoint.department());
            }
            assertThat(touchpoint.text()).isNotBlank().doesNotContain("{", "|");
        }
    }

    @Test
    void no_two_touchpoints_of_a_journey_share_a_moment_so_that_their_order_is_certain() {
        distinct(COMPANY).stream()
                .collect(Collectors.groupingBy(NewTouchpoint::journey))
                .values()
                .forEach(journey ->
                        assertThat(journey.stream().map(NewTouchpoint::at)).doesNotHaveDuplicates());
    }

    @Test
    void touchpoints_come_late_twice_and_in_swapped_batches() {
        List<NewTouchpoint> arrived =
                COMPANY.batches().stream().flatMap(List::stream).toList();
        Set<NewTouchpoint> seen = new HashSet<>();
        Set<String> twice = arrived.stream()
                .filter(touchpoint -> !seen.add(touchpoint))
                .map(NewTouchpoint::externalId)
                .collect(Collectors.toSet());

        assertThat(twice)
                .hasSizeGreaterThan(400)
                .isEqualTo(Set.copyOf(COMPANY.disorder().twice()));
        assertThat(COMPANY.disorder().late()).hasSizeGreaterThan(800);
        assertThat(arrived)
                .isNotEqualTo(arrived.stream()
                        .sorted(Comparator.comparing(NewTouchpoint::at))
                        .toList());
        assertThat(arrived).hasSize(distinct(COMPANY).size() + twice.size());
    }

    @Test
    void what_is_planted_is_there_as_often_as_planned() {
        for (Plant plant : COMPANY.plants()) {
            if (plant.rule() == Rule.NOT_PICKED_UP) {
                assertThat(COMPANY.openPasses().stream()
                                .filter(pass -> pass.planted()
                                        && pass.from() == plant.from()
                                        && pass.to() == plant.to()
                                        && pass.journey()
                                                .type()
                                                .equals(plant.kind().code())
                                        && !isAnnelies(pass.journey())))
                        .as(plant.toString())
                        .hasSize(plant.count())
                        .allMatch(pass -> pass.isOverdue(COMPANY.present()));
            } else {
                assertThat(COMPANY.broken().stream()
                                .filter(broken -> broken.planted()
                                        && broken.rule() == plant.rule()
                                        && broken.from() == plant.from()
                                        && broken.to() == plant.to()
                                        && broken.journey()
                                                .type()
                                                .equals(plant.kind().code())))
                        .as(plant.toString())
                        .hasSizeGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void every_kind_of_near_miss_occurs() {
        Map<NearMiss.Kind, Long> counts =
                COMPANY.nearMisses().stream().collect(Collectors.groupingBy(NearMiss::kind, Collectors.counting()));

        assertThat(Arrays.stream(NearMiss.Kind.values()))
                .allSatisfy(kind -> assertThat(counts.getOrDefault(kind, 0L))
                        .as(kind.name())
                        .isGreaterThan(20));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void some_open_passes_are_young_and_some_are_overdue(long seed) {
        Company company = Zonnewind.generate(seed, THURSDAY);
        long overdue = company.openPasses().stream()
                .filter(pass -> pass.isOverdue(company.present()))
                .count();

        assertThat(overdue).isGreaterThan(40);
        assertThat(company.openPasses().size() - overdue).isGreaterThanOrEqualTo(12);
    }

    @Test
    void no_customer_can_really_be_reached() {
        assertThat(COMPANY.customers().stream().flatMap(customer -> customer.identities().stream()))
                .allSatisfy(identity -> {
                    switch (identity.kind()) {
                        case PHONE -> assertThat(identity.value()).matches("06 0\\d{3} \\d{4}|0\\d\\d 000 \\d{4}");
                        case EMAIL -> assertThat(identity.value()).endsWith("@voorbeeld.nl");
                        default -> {}
                    }
                });
        assertThat(COMPANY.customers().stream().filter(customer -> customer.kind() == NewCustomer.Kind.COMPANY))
                .hasSizeBetween(60, 140);
    }

    @Test
    void annelies_has_waited_through_seven_passes_four_of_them_broken() {
        List<NewTouchpoint> hers = distinct(COMPANY).stream()
                .filter(touchpoint -> isAnnelies(touchpoint.journey()))
                .toList();

        assertThat(hers).hasSize(32);
        assertThat(hers.stream()
                        .map(NewTouchpoint::department)
                        .filter(java.util.Objects::nonNull)
                        .distinct())
                .hasSize(6);
        assertThat(COMPANY.broken().stream()
                        .filter(broken -> isAnnelies(broken.journey()))
                        .map(BrokenHandoff::pickup)
                        .distinct())
                .hasSize(3);
        assertThat(COMPANY.openPasses().stream().filter(pass -> isAnnelies(pass.journey())))
                .singleElement()
                .matches(pass -> pass.to() == Desk.INSTALLATIE && pass.isOverdue(COMPANY.present()));
        assertThat(hers.getLast()).matches(last -> last.direction() == Direction.INBOUND && last.department() == null);
    }

    static boolean isAnnelies(CaseKey journey) {
        return journey.caseNumber().equals("HW-88412");
    }

    static List<NewTouchpoint> distinct(Company company) {
        return company.batches().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(NewTouchpoint::at))
                .toList();
    }
}
