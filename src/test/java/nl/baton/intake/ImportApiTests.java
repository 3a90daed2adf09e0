package nl.baton.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import nl.baton.SharedFiles;
import nl.baton.database.DatabaseTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports as another system does them: through HTTP, with a token, waiting for the handoffs. */
@DatabaseTest
class ImportApiTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private long tokenId;
    private RestClient api;

    /** Journey types of this test only, since all tests share one database. */
    private final String type = "api-" + UUID.randomUUID();

    @BeforeEach
    void issueToken() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        ApiTokens.Issued issued = tokens.issue("import test", Set.of(ApiScope.values()));
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
    void a_real_log_gives_the_published_handoffs_and_the_same_log_again_gives_nothing_new() throws IOException {
        byte[] log = Files.readAllBytes(SharedFiles.file("bpi2013-incidents/bpic2013_incidents.xes.gz"));
        String mapping = """
                {"journeyType":"%s","columns":{"journey":"case:concept:name","at":"time:timestamp",
                 "department":"org:group","activity":"concept:name","agent":"org:resource"}}
                """.formatted(type);
        JsonNode first = imported(log, "bpic2013_incidents.xes.gz", mapping);
        assertThat(first.get("state").asString()).as(first.toString()).isEqualTo("DONE");
        assertThat(counts(first)).containsExactly(65_533L, 65_533L, 0L, 0L, 0L);
        assertThat(summary().get("handoffs").asLong()).isEqualTo(9_454);
        JsonNode again = imported(log, "the same under another name.gz", mapping);
        assertThat(counts(again)).containsExactly(65_533L, 0L, 65_533L, 0L, 0L);
        assertThat(summary().get("handoffs").asLong()).isEqualTo(9_454);
        assertThat(summary().get("pingPongHandoffs").asLong()).isEqualTo(2_394);
    }

    @Test
    void a_tenth_of_broken_dates_is_set_aside_and_the_rest_accepted() {
        var text = new StringBuilder("nr,when,who\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(i / 5)
                    .append(i % 10 == 3 ? ",broken," : ",2026-01-05 10:00:00,")
                    .append("=SUM(A1)\n");
        }
        JsonNode end = imported(text.toString().getBytes(UTF_8), "dates.csv", simple());
        assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("DONE");
        assertThat(counts(end)).containsExactly(5_000L, 4_500L, 0L, 0L, 500L);
        String sheet = api.get()
                .uri("/api/v1/imports/{id}/quarantine.csv", end.get("id").asString())
                .header("Accept-Language", "nl")
                .retrieve()
                .body(String.class);
        List<String> lines = sheet.lines().toList();
        assertThat(lines).hasSize(501);
        assertThat(lines.getFirst()).isEqualTo("row,field,reason,nr,when,who,raw");
        assertThat(lines.get(1))
                .isEqualTo("4,at,“broken” is geen datum en tijd in de vorm van deze kolom.,0,broken,"
                        + "'=SUM(A1),\"[\"\"0\"\",\"\"broken\"\",\"\"=SUM(A1)\"\"]\"");
    }

    @Test
    void a_file_that_is_cut_off_leaves_nothing_behind() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("nr,when\n".getBytes(UTF_8));
            for (int i = 0; i < 50_000; i++) {
                gzip.write((i + ",2026-01-05T10:00:00." + Math.abs(i * 7919 % 1000) + "\n").getBytes(UTF_8));
            }
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 20);
        assertThat(imported(cut, "cut.csv.gz", simple()).get("error").asString())
                .isEqualTo("The file is not whole: it ends in the middle. Fetch or export it again.");
        assertThat(touchpoints()).isZero();
    }

    @Test
    void what_is_refused_as_a_whole_fails_with_a_reason() {
        assertThat(error("")).isEqualTo("The file is empty.");
        assertThat(error("a,b\n1,2\n")).isEqualTo("The file has no column “nr”, which the mapping uses for journey.");
        assertThat(error("\0\1\2\3")).startsWith("This is no text");
        assertThat(error("<?xml version='1.0'?><!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log>&x;</log>"))
                .startsWith("XML with a document type or external entities");
        assertThat(touchpoints()).isZero();
    }

    @Test
    void what_is_wrong_with_the_request_is_answered_at_once_by_field() {
        assertProblem(post("x", "{\"columns\":{}}"), HttpStatus.BAD_REQUEST, "journeyType");
        assertProblem(post("x", "nonsense"), HttpStatus.BAD_REQUEST, "mapping");
        assertProblem(
                post("x", "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\"},\"timeZone\":\"x\"}"),
                HttpStatus.BAD_REQUEST,
                "timeZone");
        var withoutFile = new LinkedMultiValueMap<String, Object>();
        withoutFile.add("mapping", simple());
        assertProblem(post(withoutFile), HttpStatus.BAD_REQUEST, "file");
        var withoutMapping = new LinkedMultiValueMap<String, Object>();
        withoutMapping.add("file", named("a,b\n", "a.csv"));
        assertProblem(post(withoutMapping), HttpStatus.BAD_REQUEST, "mapping");
        ResponseEntity<String> broken = api.post()
                .uri("/api/v1/imports")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x")
                .body("--x\r\nContent-Disp")
                .retrieve()
                .toEntity(String.class);
        assertThat(broken.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        ResponseEntity<String> json = api.post()
                .uri("/api/v1/imports")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .toEntity(String.class);
        assertThat(json.getStatusCode()).isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void an_import_that_does_not_exist_is_not_found() {
        for (String id : List.of(UUID.randomUUID().toString(), "1", "no-such-import")) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
                assertThat(api.method(method)
                                .uri("/api/v1/imports/{id}", id)
                                .retrieve()
                                .toEntity(String.class)
                                .getStatusCode()
                                .value())
                        .as("%s %s", method, id)
                        .isIn(400, 404);
            }
        }
        assertProblem(
                api.get()
                        .uri("/api/v1/imports/{id}/quarantine.csv", UUID.randomUUID())
                        .retrieve()
                        .toEntity(String.class),
                HttpStatus.NOT_FOUND,
                "id");
    }

    @Test
    void an_import_cancelled_while_it_stores_leaves_nothing_behind() {
        var text = new StringBuilder("nr,when\nbroken,broken\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(",2026-01-05 10:00:00\n");
        }
        JsonNode begun = JSON.readTree(post(text.toString(), simple()).getBody());
        // A second one waits behind it, and can be cancelled before its turn.
        JsonNode second = JSON.readTree(
                post(text.toString(), simple().replace(type, type + "-second")).getBody());
        JsonNode now = begun;
        while (now.get("state").asString().equals("RUNNING") && now.get("rows").asLong() == 0) {
            now = asked(begun);
        }
        assertThat(touchpoints()).as("rows that others see meanwhile").isZero();
        ResponseEntity<String> cancelled = delete(begun);
        assertThat(cancelled.getStatusCode()).as(cancelled.getBody()).isEqualTo(HttpStatus.OK);
        assertThat(JSON.readTree(delete(second).getBody()).get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(delete(begun).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        // The next one has its turn when the cancelled ones are really gone.
        assertThat(counts(imported("nr,when\n1,2026-01-05\n".getBytes(UTF_8), "next.csv", simple())))
                .containsExactly(1L, 1L, 0L, 0L, 0L);
        assertThat(touchpoints()).isOne();
        for (JsonNode gone : List.of(begun, second)) {
            JsonNode end = asked(gone);
            assertThat(end.get("state").asString()).isEqualTo("CANCELLED");
            assertThat(end.get("error").asString()).isEqualTo("Cancelled. Nothing of it was stored.");
            assertThat(counts(end)).containsExactly(0L, 0L, 0L, 0L, 0L);
        }
    }

    @Test
    void without_a_token_nothing_is_imported() {
        var anonymous = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        assertThat(anonymous
                        .post()
                        .uri("/api/v1/imports")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(form("a,b\n", simple()))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void the_description_of_the_api_tells_how_to_import() {
        String description = api.get().uri("/api/v1/openapi.json").retrieve().body(String.class);
        assertThat(description).contains("/api/v1/imports/{id}/quarantine.csv", "multipart/form-data", "SR Number");
    }

    private String simple() {
        return "{\"journeyType\":\"" + type + "\",\"columns\":{\"journey\":\"nr\",\"at\":\"when\"}}";
    }

    private String error(String content) {
        JsonNode end = ended(JSON.readTree(post(content, simple()).getBody()));
        assertThat(end.get("state").asString()).isEqualTo("FAILED");
        return end.get("error").asString();
    }

    private JsonNode imported(byte[] content, String name, String mapping) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("mapping", mapping);
        form.add("file", named(content, name));
        ResponseEntity<String> accepted = post(form);
        assertThat(accepted.getStatusCode()).as(accepted.getBody()).isEqualTo(HttpStatus.ACCEPTED);
        JsonNode begun = JSON.readTree(accepted.getBody());
        assertThat(accepted.getHeaders().getLocation())
                .hasToString("/api/v1/imports/" + begun.get("id").asString());
        return ended(begun);
    }

    private JsonNode ended(JsonNode begun) {
        JsonNode state = begun;
        while (state.get("state").asString().matches("RUNNING|PROJECTING")) {
            LockSupport.parkNanos(20_000_000);
            state = asked(begun);
        }
        return state;
    }

    private JsonNode asked(JsonNode begun) {
        return JSON.readTree(api.get()
                .uri("/api/v1/imports/{id}", begun.get("id").asString())
                .retrieve()
                .body(String.class));
    }

    private static List<Long> counts(JsonNode state) {
        return List.of("rows", "accepted", "known", "replaced", "quarantined").stream()
                .map(name -> state.get(name).asLong())
                .toList();
    }

    private JsonNode summary() {
        return JSON.readTree(api.get()
                .uri("/api/v1/handoffs/summary?grain=department&journeyType={type}", type)
                .retrieve()
                .body(String.class));
    }

    private long touchpoints() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM touchpoint t JOIN journey_case j ON j.id = t.case_id
                        JOIN journey_type y ON y.id = j.journey_type_id WHERE y.code = ?
                        """).param(type).query(Long.class).single();
    }

    private ResponseEntity<String> delete(JsonNode begun) {
        return api.delete()
                .uri("/api/v1/imports/{id}", begun.get("id").asString())
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> post(String content, String mapping) {
        return post(form(content, mapping));
    }

    private static LinkedMultiValueMap<String, Object> form(String content, String mapping) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", named(content, "log.csv"));
        form.add("mapping", mapping);
        return form;
    }

    private ResponseEntity<String> post(LinkedMultiValueMap<String, Object> form) {
        return api.post()
                .uri("/api/v1/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .toEntity(String.class);
    }

    private static ByteArrayResource named(String content, String name) {
        return named(content.getBytes(UTF_8), name);
    }

    private static ByteArrayResource named(byte[] content, String name) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static void assertProblem(ResponseEntity<String> answer, HttpStatus status, String field) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        JsonNode problem = JSON.readTree(answer.getBody());
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("detail").asString()).startsWith(field + ": ");
    }
}
