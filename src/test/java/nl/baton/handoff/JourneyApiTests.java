package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.CaseLink;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another system is told of a case. */
@DatabaseTest
@SignedInAs(Role.ADMIN)
class JourneyApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private ApiTokens tokens;

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aJourneyOfTwoCases() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "order/1", "2026-03-02T09:00:00Z")
                                    .department("sales " + key)
                                    .handedTo(new HandedTo("installation " + key, null))
                                    .build(),
                            step("2", "order/1", "2026-03-03T09:00:00Z")
                                    .department("support " + key)
                                    .direction(Direction.INBOUND)
                                    .build(),
                            step("3", "ticket", "2026-03-04T10:00:00Z")
                                    .department("installation " + key)
                                    .links(List.of(new CaseLink(key, "order/1")))
                                    .build(),
                            step("4", "ticket", "2026-03-04T11:00:00Z")
                                    .department("installation " + key)
                                    .handedTo(new HandedTo("billing " + key, "invoices"))
                                    .build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
    }

    private NewTouchpoint.Builder step(String id, String caseNumber, String at) {
        return NewTouchpoint.of(key, id, new CaseKey("type " + key, key, caseNumber), Instant.parse(at));
    }

    private ResponseEntity<String> get(Set<ApiScope> scopes, String caseNumber, String grain) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        "Authorization", "Bearer " + tokens.issue(key, scopes).secret())
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build()
                .get()
                .uri(
                        "/api/v1/journeys?type={type}&source={source}&case={case}&grain={grain}",
                        "type " + key,
                        key,
                        caseNumber,
                        grain)
                .retrieve()
                .toEntity(String.class);
    }

    @Test
    void either_case_gives_the_whole_journey() {
        JsonNode byTicket = JSON.readTree(
                get(Set.of(ApiScope.HANDOFFS_READ), "ticket", "department").getBody());
        JsonNode byOrder = JSON.readTree(
                get(Set.of(ApiScope.HANDOFFS_READ), "order/1", "department").getBody());

        assertThat(byTicket.get("legs")).isEqualTo(byOrder.get("legs"));
        assertThat(byTicket.get("cases").size()).isEqualTo(2);
        assertThat(byTicket.get("legs").size()).isEqualTo(2);
        JsonNode handoff = byTicket.get("handoffs").get(0);
        assertThat(handoff.get("from").asString()).isEqualTo("sales " + key);
        assertThat(handoff.get("to").asString()).isEqualTo("installation " + key);
        assertThat(handoff.get("explicit").asBoolean()).isTrue();
        assertThat(handoff.get("waitSeconds").asDouble()).isEqualTo(49 * 3600.0);
        assertThat(handoff.get("chases").get(0).get("externalId").asString()).isEqualTo("2");
        assertThat(handoff.get("brokenBy").toString()).isEqualTo("[\"CUSTOMER_CHASED\",\"LATE_PICKUP\"]");
        assertThat(handoff.has("return")).isTrue();
        JsonNode pending = byTicket.get("pendingPasses").get(0);
        assertThat(pending.get("to").asString()).isEqualTo("billing " + key);
        assertThat(pending.get("notPickedUp").asBoolean()).isTrue();
    }

    @Test
    void teams_are_told_apart_at_their_own_grain() {
        JsonNode journey = JSON.readTree(
                get(Set.of(ApiScope.HANDOFFS_READ), "ticket", "team").getBody());

        assertThat(journey.get("pendingPasses").get(0).get("to").asString())
                .isEqualTo("billing " + key + " / invoices");
    }

    @Test
    void an_unknown_case_and_a_missing_scope_are_refused() {
        assertThat(get(Set.of(ApiScope.HANDOFFS_READ), "nothing", "department").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Set.of(ApiScope.HANDOFFS_READ), "ticket", "street").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get(Set.of(ApiScope.INTAKE_WRITE), "ticket", "department").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }
}
