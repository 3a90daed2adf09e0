package nl.baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import nl.baton.SharedFiles;
import nl.baton.intake.read.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalTests {

    @TempDir
    private Path folder;

    @Test
    void the_volvo_xes_needs_no_correction() throws IOException {
        MappingProposal proposal = propose(SharedFiles.file("bpi2013-incidents/bpic2013_incidents.xes.gz"));
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "case:concept:name")
                .containsEntry(Field.AT, "time:timestamp")
                .containsEntry(Field.DEPARTMENT, "org:group")
                .containsEntry(Field.ACTIVITY, "concept:name")
                .containsEntry(Field.AGENT, "org:resource")
                .doesNotContainKeys(Field.TEAM, Field.ENDED_AT, Field.OUTCOME, Field.EXTERNAL_ID);
        assertThat(proposal.missing()).isEmpty();
        assertThat(proposal.journeyType()).isEqualTo("bpic2013-incidents");
    }

    @Test
    void the_volvo_csv_needs_no_correction() throws IOException {
        MappingProposal proposal = propose(SharedFiles.file("bpi2013-incidents/bpic2013_incidents_with_levels.csv.gz"));
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "SR Number")
                .containsEntry(Field.AT, "Change Date+Time")
                .containsEntry(Field.DEPARTMENT, "Involved Org line 3")
                .containsEntry(Field.TEAM, "Involved ST")
                .containsEntry(Field.ACTIVITY, "Activity")
                .containsEntry(Field.AGENT, "Resource")
                .doesNotContainKeys(Field.OUTCOME);
    }

    @Test
    void the_servicenow_log_needs_no_correction() throws IOException {
        MappingProposal proposal =
                propose(SharedFiles.file("servicenow-incidents/incident_event_log_first119998.csv.gz"));
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "number")
                .containsEntry(Field.AT, "sys_updated_at")
                .containsEntry(Field.DEPARTMENT, "assignment_group")
                .containsEntry(Field.CUSTOMER, "caller_id")
                .containsEntry(Field.CHANNEL, "contact_type")
                .doesNotContainKeys(Field.OUTCOME, Field.ENDED_AT);
        assertThat(proposal.missing()).containsExactly("?");
    }

    @Test
    void the_permits_need_no_correction() throws IOException {
        MappingProposal proposal = propose(SharedFiles.file("receipt-permits/receipt.xes.gz"));
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "case:concept:name")
                .containsEntry(Field.DEPARTMENT, "org:group")
                .containsEntry(Field.CHANNEL, "case:channel");
        assertThat(proposal.missing()).containsExactly("EMPTY");
    }

    @Test
    void where_no_column_names_departments_who_did_the_work_stands_in() throws IOException {
        MappingProposal proposal = propose(SharedFiles.file("wta-fixtures/manual_log_1.csv"));
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "case_id")
                .containsEntry(Field.AT, "start_time")
                .containsEntry(Field.ENDED_AT, "end_time")
                .containsEntry(Field.DEPARTMENT, "Resource")
                .containsEntry(Field.AGENT, "Resource");
    }

    @Test
    void dutch_names_are_known_and_a_doubtful_date_is_said_to_be_one() throws IOException {
        Path file = Files.writeString(folder.resolve("Klachten 2026.csv"), """
                Zaaknummer;Datum;Afdeling;Behandelaar;Kanaal;Richting;Klantnummer;Onderwerp;Uitkomst
                Z1;1-2-2026 10:00;Verkoop;An;telefoon;inkomend;K1;storing;overgedragen
                Z1;2-2-2026 10:00;Beheer;Bo;e-mail;uitgaand;K1;storing;opgelost
                """);
        MappingProposal proposal = propose(file);
        assertThat(columns(proposal))
                .containsEntry(Field.JOURNEY, "Zaaknummer")
                .containsEntry(Field.AT, "Datum")
                .containsEntry(Field.DEPARTMENT, "Afdeling")
                .containsEntry(Field.AGENT, "Behandelaar")
                .containsEntry(Field.CHANNEL, "Kanaal")
                .containsEntry(Field.DIRECTION, "Richting")
                .containsEntry(Field.CUSTOMER, "Klantnummer")
                .containsEntry(Field.TOPIC, "Onderwerp")
                .containsEntry(Field.OUTCOME, "Uitkomst");
        assertThat(proposal.notes()).contains(Reason.of("intake.note.day-first", "Datum"));
        assertThat(proposal.journeyType()).isEqualTo("klachten-2026");
    }

    @Test
    void what_is_not_found_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        assertThat(propose(file).notes())
                .contains(Reason.of("intake.note.no-journey"), Reason.of("intake.note.no-time"));
    }

    private static MappingProposal propose(Path file) throws IOException {
        return Sample.of(file).propose(file.getFileName().toString());
    }

    private static Map<Field, String> columns(MappingProposal proposal) {
        var columns = new EnumMap<Field, String>(Field.class);
        proposal.columns().forEach((field, suggestion) -> columns.put(field, suggestion.column()));
        return columns;
    }
}
