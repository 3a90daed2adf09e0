package nl.baton.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import nl.baton.SharedFiles;
import nl.baton.database.DatabaseTest;
import nl.baton.reference.ReferenceLog.Expected;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The same public logs as another system would bring them: through the import API, into the database, and back. */
@DatabaseTest
@Order(Integer.MAX_VALUE)
class ReferenceLogsByApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    private final String type = "reference-" + UUID.randomUUID();
    private RestClient api;
    private long token;

    @BeforeEach
    void issueToken() {
        asAdministrator();
        ApiTokens.Issued issued = tokens.issue("reference logs", Set.of(ApiScope.values()));
        token = issued.id();
        api = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + issued.secret())
                .build();
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void revokeToken() {
        asAdministrator();
        tokens.revoke(token);
        SecurityContextHolder.clearContext();
    }

    private static void asAdministrator() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_001, "reference", Set.of(Role.ADMIN), null));
    }

    private JsonNode imported(ReferenceLog log, String journeyType) {
        Path file = SharedFiles.file(log.file);
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new FileSystemResource(file));
        form.add("mapping", log.mapping(journeyType));
        JsonNode started =
                api.post().uri("/api/v1/imports").body(form).retrieve().body(JsonNode.class);
        String id = started.get("id").asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api.get().uri("/api/v1/imports/" + id).retrieve().body(JsonNode.class),
                        state -> !Set.of("RUNNING", "PROJECTING")
                                .contains(state.get("state").asString()));
    }

    private JsonNode summary(String journeyType) {
        return api.get()
                .uri("/api/v1/handoffs/summary?grain=department&journeyType=" + journeyType)
                .retrieve()
                .body(JsonNode.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_reference_row_comes_out_to_the_last_digit(ReferenceLog log) {
        JsonNode end = imported(log, type);
        assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("DONE");
        assertThat(end.get("quarantined").asLong()).isZero();

        JsonNode summary = summary(type);
        assertThat(new Expected(
                        summary.get("touchpoints").asLong(),
                        summary.get("touchpointsWithoutDepartment").asLong(),
                        summary.get("journeys").asLong(),
                        summary.get("handoffs").asLong(),
                        summary.get("journeysWithHandoff").asLong(),
                        summary.get("pingPongHandoffs").asLong(),
                        summary.get("pingPongJourneys").asLong(),
                        summary.get("returnHandoffs").asLong(),
                        summary.get("returnJourneys").asLong(),
                        summary.get("lanes").asLong()))
                .isEqualTo(log.expected);
        if (log == ReferenceLog.VOLVO_GROUPS) {
            assertThat(summary.get("waitP50Seconds").asDouble()).isEqualTo(272.0, within(0.05));
            assertThat(summary.get("waitP90Seconds").asDouble()).isEqualTo(52_434.3, within(0.05));
            assertThat(summary.get("waitTotalHours").asDouble()).isEqualTo(225_886.33, within(0.005));
        }
    }

    @Test
    void the_lanes_add_up_to_the_summary_and_their_years_too() {
        imported(ReferenceLog.VOLVO_LINES, type);
        JsonNode summary = summary(type);
        JsonNode lanes = api.get()
                .uri("/api/v1/handoffs/lanes?journeyType=" + type + "&sort=handoffs&size=500")
                .retrieve()
                .body(JsonNode.class);

        assertThat(lanes.get("total").asLong()).isEqualTo(106);
        long handoffs = 0;
        long broken = 0;
        for (JsonNode lane : lanes.get("items")) {
            handoffs += lane.get("handoffs").asLong();
            broken += lane.get("broken").asLong();
        }
        assertThat(handoffs).isEqualTo(4_350);
        assertThat(broken).isEqualTo(summary.get("broken").asLong());

        long byYear = 0;
        long journeysByYear = 0;
        for (int year = 2010; year <= 2012; year++) {
            JsonNode one = api.get()
                    .uri("/api/v1/handoffs/summary?journeyType=%s&from=%d-01-01&to=%d-12-31"
                            .formatted(type, year, year))
                    .retrieve()
                    .body(JsonNode.class);
            byYear += one.get("handoffs").asLong();
            journeysByYear += one.get("journeysWithHandoff").asLong();
        }
        assertThat(byYear).isEqualTo(4_350);
        assertThat(journeysByYear).isEqualTo(2_034);
    }

    @Test
    void the_same_log_under_two_journey_types_lies_there_twice() {
        imported(ReferenceLog.VOLVO_LEVELS, type);
        JsonNode second = imported(ReferenceLog.VOLVO_LEVELS, type + "-b");

        assertThat(second.get("accepted").asLong()).isEqualTo(65_533);
        assertThat(imported(ReferenceLog.VOLVO_LEVELS, type).get("known").asLong())
                .isEqualTo(65_533);
        assertThat(summary(type).get("handoffs").asLong()).isEqualTo(5_000);
        assertThat(summary(type + "-b").get("handoffs").asLong()).isEqualTo(5_000);
    }
}
