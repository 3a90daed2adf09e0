package nl.baton.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.baton.BatonTest;
import nl.baton.SharedFiles;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Cdnow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of customers, purchases, contracts and feedback, through the API. */
@BatonTest
class ImportedItemsTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private long tokenId;
    private RestClient api;

    /** Of this test only, since all tests share one database. */
    private final String source = "file-" + UUID.randomUUID();

    @BeforeEach
    void issueToken() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        ApiTokens.Issued issued = tokens.issue("import test", Set.of(ApiScope.INTAKE_WRITE));
        tokenId = issued.id();
        api = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + issued.secret())
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @AfterEach
    void revokeToken() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        tokens.revoke(tokenId);
        SecurityContextHolder.clearContext();
    }

    @Test
    void fictional_persons_become_customers_and_bad_birth_dates_are_set_aside() throws IOException {
        byte[] file = Files.readAllBytes(SharedFiles.file("febrl-persons/dataset1.csv.gz"));
        String mapping = """
                {"source":"%s","timeFormat":"yyyyMMdd","columns":{"externalId":"rec_id","name":"given_name|surname",
                 "birthDate":"date_of_birth","address.street":"address_1","address.houseNumber":"street_number",
                 "address.postcode":"postcode","address.city":"suburb","address.country":"=AU"}}""".formatted(source);
        JsonNode first = imported(file, "dataset1.csv.gz", "customer", mapping);
        assertThat(first.get("kind").asString()).isEqualTo("CUSTOMER");
        assertThat(counts(first)).as(first.toString()).containsExactly(1_000L, 997L, 0L, 0L, 3L);
        assertThat(quarantine(first))
                .filteredOn(line -> line.contains("birthDate"))
                .hasSize(3);
        assertThat(counts(imported(file, "the same again.csv.gz", "customer", mapping)))
                .containsExactly(1_000L, 0L, 997L, 0L, 3L);
        assertThat(values("""
                SELECT name, birth_date, street, house_number, postcode, city, country, kind FROM customer
                WHERE source = ? AND external_id = 'rec-122-org'"""))
                .containsExactly(
                        "lachlan berry", "1999-02-19", "giblin street", "69", "4814", "bittern", "AU", "PERSON");
        assertThat(values("SELECT name FROM customer WHERE source = ? AND external_id = 'rec-223-org'"))
                .as("who has no first name keeps the last")
                .containsExactly("waller");
    }

    @Test
    void the_transactions_of_a_shop_become_purchases() throws IOException {
        // the file has blanks between its cells and in front of them, as no export of today has
        String csv;
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFiles.file("cdnow/CDNOW_master.txt.gz"))), UTF_8))) {
            csv = lines.lines()
                    .map(line -> line.strip().replaceAll("\\s+", ","))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
        String mapping = """
                {"kind":"PURCHASE","source":"%s","timeFormat":"yyyyMMdd",
                 "columns":{"customer":"customer_id","at":"date","amount":"dollar_value","currency":"=USD"}}""".formatted(source);
        assertThat(counts(imported(csv.getBytes(UTF_8), "cdnow.csv", null, mapping)))
                .containsExactly(69_659L, 69_659L, 0L, 0L, 0L);
        assertThat(jdbc.sql("SELECT SUM(amount) FROM purchase WHERE source = ?")
                        .param(source)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2500315.63");
        assertThat(values("SELECT COUNT(DISTINCT customer_id) FROM purchase WHERE source = ?"))
                .containsExactly("23570");
        assertThat(values("SELECT COUNT(*) FROM purchase WHERE source = ? AND kind = 'SALE' AND currency = 'USD'"))
                .containsExactly("69659");
        List<Buyer> sample = sampleOfImported();
        assertThat(sample).hasSize(2_357).isEqualTo(rounded(Cdnow.buyers(Cdnow.CUT)));
    }

    /** Of the imported purchases those of the customers of whom figures were published, as of the published day. */
    private List<Buyer> sampleOfImported() {
        Map<String, Integer> numbers = Cdnow.numbers();
        Map<Integer, TreeMap<LocalDate, Double>> byCustomer = new TreeMap<>();
        jdbc.sql("""
                SELECT c.external_id, p.purchased_at, p.amount FROM purchase p JOIN customer c ON c.id = p.customer_id
                WHERE p.source = ?""").param(source).query(row -> {
            Integer number = numbers.get(row.getString(1));
            if (number != null) {
                LocalDate day = Days.dayOf(
                        UtcTime.instant(row.getObject(2, LocalDateTime.class)), ZoneId.of("Europe/Amsterdam"));
                byCustomer
                        .computeIfAbsent(number, any -> new TreeMap<>())
                        .merge(day, row.getBigDecimal(3).doubleValue(), Double::sum);
            }
        });
        return rounded(byCustomer.values().stream()
                .map(days -> Cdnow.buyer(days, Cdnow.CUT))
                .toList());
    }

    /** Amounts of one day may be added up in any order. */
    private static List<Buyer> rounded(List<Buyer> buyers) {
        return buyers.stream()
                .map(buyer ->
                        new Buyer(buyer.repeats(), buyer.recency(), buyer.age(), Math.round(buyer.spend() * 1e6) / 1e6))
                .toList();
    }

    @Test
    void purchases_are_read_as_people_write_them() {
        String mapping = """
                {"source":"%s","columns":{"externalId":"nr","customer":"klant","at":"datum","amount":"bedrag",
                 "currency":"munt","kind":"soort","margin":"marge","refersTo":"van"}}""".formatted(source);
        String csv = """
                nr;klant;datum;bedrag;munt;soort;marge;van
                1;K1;05-01-2026 10:00;1.234,50;EUR;verkoop;12,5;
                2;K1;25-01-2026 10:00;€ 12,50;EUR;Retour;;1
                3;K1;25-01-2026 10:00;1.234;EUR;verkoop;;
                4;K1;25-01-2026 10:00;-5,00;EUR;verkoop;;
                5;;25-01-2026 10:00;5,00;EUR;verkoop;;
                6;K1;25-01-2026 10:00;5,00;EURO;verkoop;;
                7;K1;25-01-2026 10:00;5,00;EUR;gift;;
                8;K1;someday;5,00;EUR;verkoop;;
                9;K1;25-01-2096 10:00;5,00;EUR;verkoop;;
                """;
        JsonNode end = imported(csv.getBytes(UTF_8), "p.csv", "purchase", mapping);
        assertThat(counts(end)).as(end.toString()).containsExactly(9L, 2L, 0L, 0L, 7L);
        assertThat(quarantine(end).stream().skip(1).map(line -> line.split(",")[0] + line.split(",")[1]))
                .containsExactly("3amount", "4amount", "5customer", "6currency", "7kind", "8at", "9at");
        assertThat(values("""
                SELECT external_id, amount, currency, kind, refers_to, margin, purchased_at FROM purchase
                WHERE source = ? ORDER BY external_id"""))
                .containsExactly(
                        "1",
                        "1234.5000",
                        "EUR",
                        "SALE",
                        "null",
                        "12.5000",
                        "2026-01-05 09:00:00.0",
                        "2",
                        "12.5000",
                        "EUR",
                        "RETURN",
                        "1",
                        "null",
                        "2026-01-25 09:00:00.0");
    }

    @Test
    void a_changed_file_of_contracts_replaces_what_changed() {
        String mapping = """
                {"source":"%s","columns":{"externalId":"contract","customer":"klant","monthly":"per maand","margin":"marge",
                 "currency":"=EUR","start":"ingang","end":"einde","endReason":"reden"}}""".formatted(source);
        String csv = """
                contract,klant,per maand,marge,ingang,einde,reden
                C1,K1,89.99,12,2025-04-01,,
                C2,K2,19.50,-1,2025-04-01,,
                """;
        assertThat(counts(imported(csv.getBytes(UTF_8), "c.csv", "contract", mapping)))
                .containsExactly(2L, 2L, 0L, 0L, 0L);
        String later = csv.replace("2025-04-01,,\nC2", "2025-04-01,2026-03-31,moved\nC2");
        assertThat(counts(imported(later.getBytes(UTF_8), "c.csv", "contract", mapping)))
                .containsExactly(2L, 0L, 1L, 1L, 0L);
        assertThat(values(
                        "SELECT external_id, ended_on, end_reason FROM contract WHERE source = ? ORDER BY external_id"))
                .containsExactly("C1", "2026-03-31", "moved", "C2", "null", "null");
    }

    @Test
    void feedback_comes_with_its_journey_themes_and_state() {
        String mapping = """
                {"source":"%s","columns":{"kind":"=NPS","receivedAt":"when","score":"score","text":"comment",
                 "customer":"customer","journey.type":"=order","journey.case":"order","themes":"tags","status":"status",
                 "due":"due","changed":"changed"}}""".formatted(source);
        String csv = """
                when,score,comment,customer,order,tags,status,due,changed
                2026-01-05 10:00,9,Fine,K1,O-1,"price; tone",in behandeling,2026-01-19,nee
                2026-01-05 10:00,11,Too fine,K1,O-1,,,,
                2026-01-06 10:00,3,,,,,,,
                """;
        JsonNode end = imported(csv.getBytes(UTF_8), "nps.csv", "feedback", mapping);
        assertThat(quarantine(end).get(1)).startsWith("2,score,This is not a whole number from 0 to 10.");
        assertThat(counts(end)).containsExactly(3L, 2L, 0L, 0L, 1L);
        assertThat(values("""
                SELECT kind, score, text, journey_type, journey_source, journey_case, status, due_at, changed_something
                FROM feedback WHERE source = ? ORDER BY received_at"""))
                .as("a row without a case is about no journey")
                .endsWith("NPS", "3", "null", "null", "null", "null", "NEW", "null", "null")
                .startsWith(
                        "NPS", "9", "Fine", "order", source, "O-1", "IN_PROGRESS", "2026-01-19 23:00:00.0", "false");
        assertThat(values("""
                SELECT t.theme FROM feedback_theme t JOIN feedback f ON f.id = t.feedback_id
                WHERE f.source = ? ORDER BY t.place""")).containsExactly("price", "tone");
    }

    @Test
    void a_mapping_that_does_not_fit_its_kind_is_refused_by_field() {
        assertThat(refused("gift", "{\"columns\":{}}")).isEqualTo("kind");
        assertThat(refused("customer", "{\"columns\":{\"externalId\":\"nr\"}}")).isEqualTo("columns.name");
        assertThat(refused("customer", "{\"columns\":{\"externalId\":\"nr\",\"name\":\"n\",\"amount\":\"a\"}}"))
                .isEqualTo("columns.amount");
    }

    private String refused(String kind, String mapping) {
        JsonNode problem = post("a,b\n1,2\n".getBytes(UTF_8), "x.csv", kind, mapping);
        assertThat(problem.get("status").asInt()).as(problem.toString()).isEqualTo(400);
        return problem.get("field").asString();
    }

    private JsonNode imported(byte[] content, String name, String kind, String mapping) {
        JsonNode begun = post(content, name, kind, mapping);
        assertThat(begun.has("id")).as(begun.toString()).isTrue();
        JsonNode state = begun;
        for (int i = 0;
                i < 1_200
                        && List.of("RUNNING", "PROJECTING")
                                .contains(state.get("state").asString());
                i++) {
            LockSupport.parkNanos(100_000_000);
            state = JSON.readTree(api.get()
                    .uri("/api/v1/imports/{id}", begun.get("id").asString())
                    .retrieve()
                    .body(String.class));
        }
        assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("DONE");
        return state;
    }

    private JsonNode post(byte[] content, String name, String kind, String mapping) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        form.add("mapping", mapping);
        return JSON.readTree(api.post()
                .uri("/api/v1/imports" + (kind == null ? "" : "?kind=" + kind))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .body(String.class));
    }

    private List<String> quarantine(JsonNode end) {
        return api.get()
                .uri("/api/v1/imports/{id}/quarantine.csv", end.get("id").asString())
                .retrieve()
                .body(String.class)
                .lines()
                .toList();
    }

    /** Rows, accepted, known, replaced, quarantined. */
    private static List<Long> counts(JsonNode state) {
        return List.of("rows", "accepted", "known", "replaced", "quarantined").stream()
                .map(name -> state.get(name).asLong())
                .toList();
    }

    /** All values of all rows, as texts. */
    private List<String> values(String sql) {
        var values = new ArrayList<String>();
        jdbc.sql(sql).param(source).query(row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(String.valueOf(row.getObject(column)));
            }
        });
        return values;
    }
}
