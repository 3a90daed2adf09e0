package nl.baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.baton.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How Baton would read files of customers, purchases, contracts and feedback. */
class ItemProposalTests {

    @TempDir
    private Path folder;

    @Test
    void a_dutch_list_of_customers_is_read_by_its_names() throws IOException {
        assertThat(proposed(ImportKind.CUSTOMER, """
                Klantnummer;Naam;Soort;Geboortedatum;Straat;Huisnummer;Postcode;Woonplaats;E-mailadres;Telefoonnummer
                1;Jansen;particulier;21-09-1974;Dorpsstraat;12;1234 AB;Ons Dorp;j@voorbeeld.nl;06 12345678
                2;Bakker BV;bedrijf;;Kade;1;1234 AC;Ons Dorp;b@voorbeeld.nl;010 1234567
                """))
                .containsEntry("externalId", "Klantnummer")
                .containsEntry("name", "Naam")
                .containsEntry("kind", "Soort")
                .containsEntry("birthDate", "Geboortedatum")
                .containsEntry("address.street", "Straat")
                .containsEntry("address.houseNumber", "Huisnummer")
                .containsEntry("address.postcode", "Postcode")
                .containsEntry("address.city", "Woonplaats")
                .containsEntry("email", "E-mailadres")
                .containsEntry("phone", "Telefoonnummer")
                .hasSize(10);
    }

    @Test
    void purchases_contracts_and_feedback_are_read_by_their_names_and_values() throws IOException {
        assertThat(proposed(
                        ImportKind.PURCHASE,
                        "order id,customer id,order date,total,currency,type\n1,7,2026-01-05 10:00,12.50,EUR,refund\n"))
                .containsEntry("externalId", "order id")
                .containsEntry("customer", "customer id")
                .containsEntry("at", "order date")
                .containsEntry("amount", "total")
                .containsEntry("currency", "currency")
                .containsEntry("kind", "type")
                .hasSize(6);
        assertThat(
                        proposed(
                                ImportKind.CONTRACT,
                                "contractnummer;klantnummer;maandbedrag;marge;valuta;ingangsdatum\nC1;7;89,99;12;EUR;2025-04-01\n"))
                .containsEntry("externalId", "contractnummer")
                .containsEntry("customer", "klantnummer")
                .containsEntry("monthly", "maandbedrag")
                .containsEntry("margin", "marge")
                .containsEntry("start", "ingangsdatum")
                .containsEntry("currency", "valuta")
                .hasSize(6);
        assertThat(proposed(
                        ImportKind.FEEDBACK,
                        "response id,response date,type,score,comment,tags\n1,2026-01-05 10:00,NPS,9,Fine,\"a;b\"\n"))
                .containsEntry("externalId", "response id")
                .containsEntry("receivedAt", "response date")
                .containsEntry("kind", "type")
                .containsEntry("score", "score")
                .containsEntry("text", "comment")
                .containsEntry("themes", "tags")
                .hasSize(6);
    }

    @Test
    void what_cannot_be_an_amount_is_not_proposed_as_one() throws IOException {
        assertThat(proposed(ImportKind.PURCHASE, "klant;bedrag;type\n7;veel;onbekend\n"))
                .containsOnlyKeys("customer");
    }

    @Test
    void purchases_under_each_other_with_blanks_between_them_are_read_with_names_and_without() throws IOException {
        Sample master = Sample.of(SharedFiles.file("cdnow/CDNOW_master.txt.gz"));
        assertThat(columns(master.propose("CDNOW_master.txt.gz", ImportKind.PURCHASE)))
                .containsEntry("customer", "customer_id")
                .containsEntry("at", "date")
                .containsEntry("amount", "dollar_value")
                .hasSize(3);
        Sample sample = Sample.of(SharedFiles.file("cdnow/CDNOW_sample.txt"));
        assertThat(columns(sample.propose("CDNOW_sample.txt", ImportKind.PURCHASE)))
                .containsEntry("customer", "customer")
                .containsEntry("at", "date")
                .containsEntry("amount", "amount")
                .hasSize(3);
    }

    @Test
    void fictional_persons_are_recognised() throws IOException {
        MappingProposal proposal = Sample.of(SharedFiles.file("febrl-persons/dataset3.csv.gz"))
                .propose("dataset3.csv.gz", ImportKind.CUSTOMER);
        assertThat(columns(proposal))
                .containsEntry("externalId", "rec_id")
                .containsEntry("name", "surname")
                .containsEntry("address.street", "address_1")
                .containsEntry("address.houseNumber", "street_number")
                .containsEntry("address.city", "suburb");
    }

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void a_mapping_of_every_kind_survives_being_written_down(ImportKind kind) {
        String columns = kind.fields().stream()
                .map(field -> "\"" + field.code() + "\":\"c " + field.code() + "\"")
                .collect(Collectors.joining(","));
        Mapping mapping = MappingJson.read("{\"journeyType\":\"t\",\"columns\":{" + columns + "}}", kind.name());

        assertThat(mapping.kind()).isEqualTo(kind);
        assertThat(mapping.columns()).hasSize(kind.fields().size());
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    @ParameterizedTest
    @EnumSource(ImportKind.class)
    void every_field_has_a_code_of_its_own_and_a_name_for_people(ImportKind kind) throws IOException {
        List<String> codes = kind.fields().stream().map(Field::code).toList();
        assertThat(codes).doesNotHaveDuplicates();
        for (String language : List.of("nl", "en")) {
            assertThat(Files.readAllLines(Path.of("src/main/resources/messages_" + language + ".properties")))
                    .extracting(line -> line.replaceFirst("=.*", ""))
                    .containsAll(kind.fields().stream().map(Field::label).toList());
        }
    }

    private Map<String, String> proposed(ImportKind kind, String content) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, content);
        return columns(Sample.of(file).propose("file.csv", kind));
    }

    private static Map<String, String> columns(MappingProposal proposal) {
        return proposal.columns().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(),
                        entry -> entry.getValue().column()));
    }
}
