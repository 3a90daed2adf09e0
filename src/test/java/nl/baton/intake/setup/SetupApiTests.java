package nl.baton.intake.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets a company up as a script does: through HTTP, with an administrator's token. */
@BatonTest
class SetupApiTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private final List<Long> issued = new ArrayList<>();
    private final String key = UUID.randomUUID().toString().substring(0, 8);

    record Answer(int status, String type, JsonNode body) {}

    @AfterEach
    void revokeTokens() {
        asAdministrator();
        issued.forEach(tokens::revoke);
        SecurityContextHolder.clearContext();
    }

    private static void asAdministrator() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_040, "admin", Set.of(Role.ADMIN), null));
    }

    private Answer send(ApiScope scope, HttpMethod method, String path, byte[] body) {
        asAdministrator();
        ApiTokens.Issued token = tokens.issue("set-up test", Set.of(scope));
        issued.add(token.id());
        SecurityContextHolder.clearContext();
        RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri("/api/v1" + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.secret());
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        ResponseEntity<byte[]> answer = request.retrieve()
                .onStatus(status -> true, (sent, received) -> {})
                .toEntity(byte[].class);
        return new Answer(
                answer.getStatusCode().value(),
                String.valueOf(answer.getHeaders().getContentType()),
                JSON.readTree(answer.getBody()));
    }

    private Answer put(String path, String body) {
        return send(ApiScope.SETUP_WRITE, HttpMethod.PUT, path, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer get(String path) {
        return send(ApiScope.SETUP_READ, HttpMethod.GET, path, null);
    }

    private int audited() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject LIKE ?")
                .param("%" + key)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_department_is_created_changed_and_read_back() {
        String definition = """
                {"name": "Planning %s", "teams": ["Noord", "Zuid"], "zone": "Europe/Brussels",
                 "calendar": {"hours": "Mo-Fr 08:30-17:00", "holidays": "BE"}}""".formatted(key);
        Answer created = put("/departments/P-" + key, definition);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(JSON.readTree("""
                {"code": "P-%s", "name": "Planning %s", "confirmed": true, "teams": ["Noord", "Zuid"],
                 "zone": "Europe/Brussels", "calendar": {"hours": "Mo-Fr 08:30-17:00", "holidays": "BE"},
                 "mergedInto": null, "merged": []}""".formatted(key, key)));
        Answer again = put("/departments/P-" + key, definition);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(created.body());
        assertThat(audited()).isEqualTo(1);

        Answer changed = put("/departments/P-" + key, "{\"teams\": [\"Oost\"]}");
        assertThat(changed.body().get("name").asString()).isEqualTo("P-" + key);
        assertThat(changed.body().get("teams").size()).isEqualTo(3);
        assertThat(changed.body().get("zone").isNull()).isTrue();
        assertThat(changed.body().get("calendar").get("holidays").isNull()).isTrue();
        assertThat(audited()).isEqualTo(2);
        assertThat(get("/departments/P-" + key).body()).isEqualTo(changed.body());
        assertThat(get("/departments").body().valueStream()).contains(changed.body());
        assertThat(get("/departments/none-" + key).status()).isEqualTo(404);
    }

    @Test
    void a_journey_type_is_created_changed_and_read_back() {
        put("/departments/A-" + key, "{}");
        put("/departments/B-" + key, "{}");
        String definition = """
                {"name": "Verhuizing", "stages": [{"department": "A-%1$s", "promised": "PT8H", "clock": "BUSINESS"},
                 {"department": "B-%1$s", "promised": "P1W", "clock": "CALENDAR"}], "rhythm": "P2D",
                 "plannedPasses": [{"from": "A-%1$s", "to": "B-%1$s"}], "contactGap": "PT36H"}""".formatted(key);
        Answer created = put("/journey-types/T-" + key, definition);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(JSON.readTree("""
                {"code": "T-%1$s", "name": "Verhuizing", "stages": [
                 {"department": "A-%1$s", "promised": "PT8H", "clock": "BUSINESS"},
                 {"department": "B-%1$s", "promised": "P7D", "clock": "CALENDAR"}], "rhythm": "P2D",
                 "plannedPasses": [{"from": "A-%1$s", "to": "B-%1$s"}], "contactGap": "PT36H"}""".formatted(key)));
        Answer again = put("/journey-types/T-" + key, definition);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(created.body());

        Answer changed = put("/journey-types/T-" + key, "{}");
        assertThat(changed.body()).isEqualTo(JSON.readTree("""
                {"code": "T-%1$s", "name": "T-%1$s", "stages": [], "rhythm": null, "plannedPasses": [],
                 "contactGap": "P7D"}""".formatted(key)));
        assertThat(get("/journey-types/T-" + key).body()).isEqualTo(changed.body());
        assertThat(get("/journey-types/none-" + key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"nmae\": \"x\"}|nmae",
                "{\"name\": 7}|name",
                "{\"name\": \" \"}|name",
                "{\"teams\": \"x\"}|teams",
                "{\"teams\": [\"a\", 1]}|teams[1]",
                "{\"teams\": [\"\"]}|teams",
                "{\"zone\": \"Mars\"}|zone",
                "{\"calendar\": []}|calendar",
                "{\"calendar\": {\"open\": \"x\"}}|calendar.open",
                "{\"calendar\": {\"hours\": \"nine to five\"}}|calendar.hours",
                "{\"calendar\": {\"holidays\": \"FR\"}}|calendar.holidays",
                "{\"name\": \"a\", \"name\": \"b\"}|",
                "{} {}|",
                "[]|",
                "|"
            })
    void what_is_wrong_with_a_department_is_named(String body, String field) {
        refused(put("/departments/W-" + key, body == null ? "" : body), field);
        assertThat(get("/departments/W-" + key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"stage\": []}|stage",
                "{\"stages\": {}}|stages",
                "{\"stages\": [1]}|stages[0]",
                "{\"stages\": [{\"department\": \"nowhere\", \"promised\": \"PT1H\", \"clock\": \"BUSINESS\"}]}|stages[0].department",
                "{\"stages\": [{\"promised\": \"PT1H\", \"clock\": \"BUSINESS\"}]}|stages[0].department",
                "{\"stages\": [{\"department\": \"D\", \"promised\": \"8 hours\", \"clock\": \"BUSINESS\"}]}|stages[0].promised",
                "{\"stages\": [{\"department\": \"D\", \"promised\": \"PT1H\", \"clock\": \"business\"}]}|stages[0].clock",
                "{\"stages\": [{\"department\": \"D\", \"promised\": \"PT1H\"}]}|stages[0].clock",
                "{\"stages\": [{\"department\": \"D\", \"promised\": \"PT1H\", \"clock\": \"BUSINESS\", \"x\": 1}]}|stages[0].x",
                "{\"rhythm\": \"P1M\"}|rhythm",
                "{\"rhythm\": \"-P1D\"}|rhythm",
                "{\"contactGap\": \"PT0S\"}|contactGap",
                "{\"plannedPasses\": [{\"from\": \"D\"}]}|plannedPasses[0].to",
                "{\"plannedPasses\": [{\"from\": \"D\", \"to\": \"D\"}]}|plannedPasses[0].to"
            })
    void what_is_wrong_with_a_journey_type_is_named(String body, String field) {
        put("/departments/D-" + key, "{}");
        refused(put("/journey-types/W-" + key, body.replace("\"D\"", "\"D-" + key + "\"")), field);
        assertThat(get("/journey-types/W-" + key).status()).isEqualTo(404);
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.type()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.body().path("field").asString(null)).isEqualTo(field);
        assertThat(answer.body().get("reason").asString()).isNotBlank();
    }

    @Test
    void a_name_that_means_another_department_is_a_conflict() {
        put("/departments/A-" + key, "{\"name\": \"Sales %s\"}".formatted(key));
        Answer taken = put("/departments/B-" + key, "{\"name\": \"Sales %s\"}".formatted(key));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().get("field").asString()).isEqualTo("name");
        assertThat(put("/departments/Sales " + key, "{}").status()).isEqualTo(409);
        assertThat(get("/departments/B-" + key).status()).isEqualTo(404);
    }

    @Test
    void more_than_is_needed_broken_text_and_deep_nesting_are_refused() {
        assertThat(put("/departments/L-" + key, "{\"name\": \"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
        refused(put("/departments/L-" + key, "{\"teams\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}"), null);
        byte[] broken = "{\"name\": \"xx\"}".getBytes(StandardCharsets.UTF_8);
        broken[10] = (byte) 0xC3;
        broken[11] = (byte) 0x28;
        refused(send(ApiScope.SETUP_WRITE, HttpMethod.PUT, "/departments/L-" + key, broken), null);
    }

    @Test
    void other_scopes_set_nothing_up_and_read_nothing() {
        for (ApiScope scope : ApiScope.values()) {
            boolean writes = scope == ApiScope.SETUP_WRITE;
            boolean reads = writes || scope == ApiScope.SETUP_READ;
            for (String path : List.of("/departments", "/journey-types")) {
                assertThat(send(scope, HttpMethod.GET, path, null).status())
                        .as(scope + path)
                        .isEqualTo(reads ? 200 : 403);
                assertThat(send(scope, HttpMethod.PUT, path + "/S-" + key, "{}".getBytes(StandardCharsets.UTF_8))
                                .status())
                        .as(scope + path)
                        .isEqualTo(writes ? 201 : 403);
            }
        }
    }
}
