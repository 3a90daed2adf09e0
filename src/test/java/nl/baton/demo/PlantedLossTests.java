package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import nl.baton.handoff.RiskDifference;
import org.junit.jupiter.api.Test;

/** Broken handoffs make customers of Zonnewind leave: the extra loss that is estimated covers what was planted. */
class PlantedLossTests {

    private static final Instant NOW = Instant.parse("2026-05-28T12:20:00Z");
    private static final int SEEDS = 100;
    private static final int COVERED = 85;

    /** What was planted and what is found, over many seeds. */
    private static final class Tally {
        private double planted;
        private long broken;
        private final List<RiskDifference> found = new ArrayList<>();

        double truth() {
            return planted / broken;
        }

        long covers() {
            return found.stream()
                    .filter(loss -> loss.low() <= truth() && truth() <= loss.high())
                    .count();
        }
    }

    @Test
    void the_interval_of_the_extra_loss_covers_what_was_planted() {
        Company company = Zonnewind.generate(1, NOW);
        LocalDate monday = LocalDate.ofInstant(company.present(), Desk.ZONE);
        List<Course> unbroken = company.courses().stream()
                .map(course -> new Course(course.journey(), course.customer(), course.passes(), Set.of()))
                .toList();
        Map<String, Tally> tallies = new HashMap<>();
        LongStream.rangeClosed(1, SEEDS).forEach(seed -> {
            LocalDate asOf = monday.minusDays(1);
            var real = new Losses(Accounts.of(company.customers(), company.courses(), seed, monday), asOf);
            var ideal = new Losses(Accounts.of(company.customers(), unbroken, seed, monday), asOf);
            real.rows(company.courses())
                    .forEach((lane, rows) -> RiskDifference.of(Losses.strata(rows))
                            .ifPresent(loss -> tallies.computeIfAbsent(lane, any -> new Tally())
                                    .found
                                    .add(loss)));
            ideal.rows(company.courses())
                    .forEach((lane, rows) -> rows.stream()
                            .filter(Losses.Row::broken)
                            .forEach(row -> {
                                Tally tally = tallies.computeIfAbsent(lane, any -> new Tally());
                                tally.planted += ideal.planted(row);
                                tally.broken++;
                            }));
        });

        List<Map.Entry<String, Tally>> largest = tallies.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().broken))
                .limit(6)
                .toList();
        assertThat(largest.getFirst().getKey()).isEqualTo(Losses.ALL);
        assertThat(largest).allSatisfy(each -> {
            assertThat(each.getValue().found).hasSize(SEEDS);
            assertThat(each.getValue().truth()).isGreaterThan(0.04);
            assertThat(each.getValue().covers())
                    .as("%s, truth %.4f", each.getKey(), each.getValue().truth())
                    .isGreaterThanOrEqualTo(COVERED);
        });
        RiskDifference all =
                Objects.requireNonNull(tallies.get(Losses.ALL)).found.getFirst();
        assertThat(all.high() - all.low()).isLessThan(0.1);
    }
}
