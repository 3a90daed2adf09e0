package nl.baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.SharedFiles;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.MappedItem;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.journey.NewTouchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public logs, read to the last row; their counts stand in shared/data/SOURCES.md. */
class RealLogsTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void every_event_of_the_volvo_xes_becomes_a_touchpoint() throws IOException {
        var mapping = mapping(Map.of(
                Field.JOURNEY, "case:concept:name",
                Field.AT, "time:timestamp",
                Field.DEPARTMENT, "org:group",
                Field.ACTIVITY, "concept:name",
                Field.AGENT, "org:resource"));
        List<NewTouchpoint> all = accepted("bpi2013-incidents/bpic2013_incidents.xes.gz", mapping);
        assertThat(all).hasSize(65_533);
        assertThat(journeys(all)).hasSize(7_554);
        assertThat(departments(all)).hasSize(649);
        assertThat(identities(all)).hasSize(65_533);
        assertThat(all.getFirst().at()).isEqualTo(Instant.parse("2010-03-31T14:59:42Z"));
    }

    @Test
    void every_row_of_the_volvo_csv_becomes_a_touchpoint() throws IOException {
        List<NewTouchpoint> all =
                accepted("bpi2013-incidents/bpic2013_incidents_with_levels.csv.gz", MappingJson.read("""
                        {"journeyType":"incident","columns":{"journey":"SR Number","at":"Change Date+Time",
                        "department":"Involved Org line 3","team":"Involved ST","activity":"Activity",
                        "agent":"Resource"},"timeFormat":null,"timeZone":"Europe/Amsterdam","missing":["?"]}
                        """));
        assertThat(all).hasSize(65_533);
        assertThat(journeys(all)).hasSize(7_554);
        assertThat(identities(all)).hasSize(65_533);
        assertThat(all.getFirst().externalId()).startsWith("incident:").endsWith("#1");
    }

    @Test
    void a_question_mark_in_the_servicenow_log_is_no_department() throws IOException {
        List<NewTouchpoint> all = accepted(
                "servicenow-incidents/incident_event_log_first119998.csv.gz",
                mapping(
                        Map.of(
                                Field.JOURNEY, "number",
                                Field.AT, "sys_updated_at",
                                Field.DEPARTMENT, "assignment_group",
                                Field.CUSTOMER, "caller_id"),
                        "?"));
        assertThat(all).hasSize(119_998);
        assertThat(all.stream().filter(touchpoint -> touchpoint.department() != null))
                .hasSize(105_785);
        assertThat(journeys(all)).hasSize(20_769);
        // Day first, as later rows show: 29/2/2016 01:16 in Amsterdam.
        assertThat(all.getFirst().at()).isEqualTo(Instant.parse("2016-02-29T00:23:00Z"));
    }

    @Test
    void the_permits_know_no_department_that_is_called_empty() throws IOException {
        List<NewTouchpoint> all = accepted(
                "receipt-permits/receipt.xes.gz",
                mapping(
                        Map.of(
                                Field.JOURNEY, "case:concept:name",
                                Field.AT, "time:timestamp",
                                Field.DEPARTMENT, "org:group",
                                Field.ACTIVITY, "concept:name",
                                Field.CHANNEL, "case:channel"),
                        "EMPTY"));
        assertThat(all).hasSize(8_577);
        assertThat(journeys(all)).hasSize(1_434);
        assertThat(departments(all)).hasSize(9).doesNotContain("EMPTY");
        Set<String> confirmed = new HashSet<>();
        all.stream()
                .filter(touchpoint -> "T02 Check confirmation of receipt".equals(touchpoint.activity()))
                .forEach(touchpoint -> confirmed.add(touchpoint.journey().caseNumber()));
        assertThat(1_434 - confirmed.size()).isEqualTo(118);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping_pong_case", "ping_pong_case_fake", "two_ping_pongs_case", "double_ping_pong_case"})
    void times_with_an_offset_and_without_a_t_are_read(String name) throws IOException {
        List<NewTouchpoint> all = accepted(
                "wta-fixtures/" + name + ".csv",
                mapping(Map.of(
                        Field.JOURNEY, "case:concept:name",
                        Field.AT, "start_timestamp",
                        Field.ENDED_AT, "time:timestamp",
                        Field.DEPARTMENT, "org:resource")));
        assertThat(all).isNotEmpty();
        assertThat(all.getFirst().at()).isEqualTo(Instant.parse("2011-01-01T05:00:00Z"));
        assertThat(all.getFirst().endedAt()).isEqualTo(Instant.parse("2011-01-01T05:37:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void two_columns_joined_by_a_bar_make_one(int number) throws IOException {
        List<NewTouchpoint> all = accepted(
                "wta-fixtures/manual_log_" + number + ".csv",
                mapping(Map.of(
                        Field.JOURNEY, "case_id",
                        Field.AT, "start_time",
                        Field.ENDED_AT, "end_time",
                        Field.DEPARTMENT, "Activity|Resource")));
        assertThat(all).isNotEmpty();
        assertThat(departments(all)).allMatch(department -> department.matches("[A-Z]\\|[A-Za-z]+"));
    }

    @Test
    void the_same_file_again_gives_the_same_identities() throws IOException {
        var mapping = mapping(Map.of(Field.JOURNEY, "number", Field.AT, "sys_updated_at"));
        String file = "servicenow-incidents/incident_event_log_first119998.csv.gz";
        Set<String> once = identities(accepted(file, mapping));
        assertThat(once).hasSize(119_998).isEqualTo(identities(accepted(file, mapping)));
    }

    private static Mapping mapping(Map<Field, String> columns, String... missing) {
        return new Mapping("log", "file", new EnumMap<>(columns), null, "Europe/Amsterdam", List.of(missing));
    }

    private static List<NewTouchpoint> accepted(String name, Mapping mapping) throws IOException {
        var checked = CheckedFile.check(SharedFiles.file(name), mapping, AMSTERDAM, rows -> {});
        var all = new ArrayList<NewTouchpoint>();
        try (MappedRows rows = checked.open(Clock.systemUTC())) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                switch (row) {
                    case Mapped(NewTouchpoint touchpoint) -> all.add(touchpoint);
                    case MappedItem item -> throw new AssertionError(item);
                    case Rejected rejected -> throw new AssertionError(rejected);
                }
            }
        }
        assertThat(checked.rows()).isEqualTo(all.size());
        return all;
    }

    private static Set<String> journeys(List<NewTouchpoint> all) {
        Set<String> journeys = new HashSet<>();
        all.forEach(touchpoint -> journeys.add(touchpoint.journey().caseNumber()));
        return journeys;
    }

    private static Set<String> departments(List<NewTouchpoint> all) {
        Set<String> departments = new HashSet<>();
        all.stream()
                .filter(touchpoint -> touchpoint.department() != null)
                .forEach(touchpoint -> departments.add(touchpoint.department()));
        return departments;
    }

    private static Set<String> identities(List<NewTouchpoint> all) {
        Set<String> identities = new HashSet<>();
        all.forEach(touchpoint -> identities.add(touchpoint.externalId()));
        return identities;
    }
}
