package nl.baton.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.baton.SharedFiles;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.journey.Touchpoint;
import nl.baton.reference.ReferenceLog.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine alone, over whole public logs. */
class ReferenceLogsInMemoryTests {

    private record Lane(long from, long to) {}

    @ParameterizedTest
    @EnumSource
    void the_reference_row_comes_out_to_the_last_digit(ReferenceLog log) {
        LogInMemory memory = LogInMemory.read(log.file, log.mapping("incident"));
        List<Relay> relays = memory.relays();
        List<Handoff> handoffs = memory.handoffs();
        long with = memory.journeys().stream()
                .flatMap(List::stream)
                .filter(touchpoint -> touchpoint.departmentId() != null)
                .count();

        assertThat(new Expected(
                        with,
                        memory.journeys().stream().mapToLong(List::size).sum() - with,
                        relays.stream().filter(relay -> !relay.legs().isEmpty()).count(),
                        handoffs.size(),
                        journeysWith(relays, handoff -> true),
                        handoffs.stream().filter(Handoff::pingPong).count(),
                        journeysWith(relays, Handoff::pingPong),
                        handoffs.stream().filter(Handoff::isReturn).count(),
                        journeysWith(relays, Handoff::isReturn),
                        handoffs.stream()
                                .map(handoff -> new Lane(
                                        handoff.from().unit(), handoff.to().unit()))
                                .distinct()
                                .count()))
                .isEqualTo(log.expected);
    }

    private static long journeysWith(List<Relay> relays, Predicate<Handoff> kind) {
        return relays.stream()
                .filter(relay -> relay.handoffs().stream().anyMatch(kind))
                .count();
    }

    @Test
    void the_waits_of_the_volvo_log_are_those_that_were_published() {
        double[] seconds =
                LogInMemory.read(ReferenceLog.VOLVO_GROUPS.file, ReferenceLog.VOLVO_GROUPS.mapping("x"))
                        .handoffs()
                        .stream()
                        .mapToDouble(handoff -> handoff.waited().toMillis() / 1000.0)
                        .sorted()
                        .toArray();

        assertThat(quantile(seconds, 0.5)).isEqualTo(272.0, within(0.05));
        assertThat(quantile(seconds, 0.9)).isEqualTo(52_434.3, within(0.05));
        assertThat(Arrays.stream(seconds).sum() / 3600).isEqualTo(225_886.33, within(0.005));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        return sorted[below] + (place - below) * (sorted[(int) Math.ceil(place)] - sorted[below]);
    }

    @ParameterizedTest
    @CsvSource({
        "ping_pong_case.csv, 14, 2",
        "ping_pong_case_fake.csv, 12, 0",
        "two_ping_pongs_case.csv, 16, 4",
        "double_ping_pong_case.csv, 16, 4"
    })
    void ping_pongs_are_told_from_what_only_looks_like_them(String file, int handoffs, long pingPongs) {
        List<Handoff> found = LogInMemory.read("wta-fixtures/" + file, """
                {"journeyType":"purchase","columns":{"journey":"case:concept:name","at":"start_timestamp",
                 "endedAt":"time:timestamp","department":"Resource"}}""").handoffs();

        assertThat(found).hasSize(handoffs);
        assertThat(found.stream().filter(Handoff::pingPong)).hasSize((int) pingPongs);
    }

    /** What an outside team computed for its own hand-made logs; a row whose two ends are the same is no handoff. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void lanes_and_their_total_waits_agree_with_another_teams(int number) throws IOException {
        LogInMemory log = LogInMemory.read("wta-fixtures/manual_log_" + number + ".csv", """
                {"journeyType":"case","columns":{"journey":"case_id","at":"start_time","endedAt":"end_time",
                 "department":"Activity|Resource"}}""");
        Map<Long, String> names = log.names();
        Map<String, List<Handoff>> lanes = log.handoffs().stream()
                .collect(Collectors.groupingBy(
                        handoff -> names.get(handoff.from().unit()) + " > "
                                + names.get(handoff.to().unit())));

        List<String> rows = Files.readAllLines(SharedFiles.file("wta-fixtures/manual_log_" + number + "_expected.csv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            String from = cells[0] + "|" + cells[1];
            String to = cells[2] + "|" + cells[3];
            if (from.equals(to)) {
                continue;
            }
            List<Handoff> lane = lanes.getOrDefault(from + " > " + to, List.of());
            assertThat(lane).as(from + " > " + to).hasSize((int) Double.parseDouble(cells[4]));
            assertThat(lane.stream()
                            .mapToDouble(handoff -> handoff.waited().toSeconds())
                            .sum())
                    .isEqualTo(Double.parseDouble(cells[cells.length - 1]));
            compared++;
        }
        assertThat(compared).isPositive();
    }

    @Test
    void the_permits_have_their_handoffs_and_their_missing_checks() {
        LogInMemory log = LogInMemory.read("receipt-permits/receipt.xes.gz", """
                {"journeyType":"permit","columns":{"journey":"case:concept:name","at":"time:timestamp",
                 "department":"org:group","activity":"concept:name"},"missing":["EMPTY"]}""");

        assertThat(log.handoffs()).hasSize(3_853);
        assertThat(journeysWith(log.relays(), handoff -> true)).isEqualTo(1_254);
        assertThat(log.journeys().stream()
                        .filter(journey -> journey.stream()
                                .map(Touchpoint::activity)
                                .noneMatch("T02 Check confirmation of receipt"::equals)))
                .hasSize(118);
    }
}
