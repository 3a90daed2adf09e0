package nl.baton.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.baton.SharedFiles;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributePicture.Step;
import nl.baton.handoff.AttributeShares;
import nl.baton.handoff.AttributeShares.TypeAttributes;
import nl.baton.handoff.EveryCount;
import nl.baton.handoff.EveryOtherCount;
import nl.baton.handoff.Grain;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The more often an incident of the real log was handed over, the more often its agreed time was missed. */
@DatabaseTest
@Order(Integer.MAX_VALUE)
class MissedSlaTests {

    /** Customer and topic are what they are; all else that is not the case, the time or the department is an attribute. */
    private static final String MAPPING = """
            {"journeyType":"%s","columns":{"journey":"number","at":"sys_updated_at","department":"assignment_group",
             "customer":"caller_id","topic":"category"},"missing":["?"],
             "attributes":["incident_state","active","reassignment_count","reopen_count","sys_mod_count","made_sla",
              "opened_by","opened_at","sys_created_by","sys_created_at","sys_updated_by","contact_type","location",
              "subcategory","u_symptom","cmdb_ci","impact","urgency","priority","assigned_to","knowledge",
              "u_priority_confirmation","notify","problem_id","rfc","vendor","caused_by","closed_code","resolved_by",
              "resolved_at","closed_at"]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext baton;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private AttributeShares shares;

    private final String code = "missed-sla-" + UUID.randomUUID();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_002, "sla", Set.of(role), null));
    }

    private JsonNode imported() {
        as(Role.ADMIN);
        RestClient api = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        "Authorization",
                        "Bearer "
                                + tokens.issue(code, Set.of(ApiScope.INTAKE_WRITE))
                                        .secret())
                .build();
        var form = new LinkedMultiValueMap<String, Object>();
        form.add(
                "file",
                new FileSystemResource(SharedFiles.file("servicenow-incidents/incident_event_log_first119998.csv.gz")));
        form.add("mapping", MAPPING.formatted(code));
        String id = api.post()
                .uri("/api/v1/imports")
                .body(form)
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> api.get().uri("/api/v1/imports/" + id).retrieve().body(JsonNode.class),
                        state -> !Set.of("RUNNING", "PROJECTING")
                                .contains(state.get("state").asString()));
    }

    @Test
    void the_share_of_missed_agreements_rises_with_the_handoffs_as_published() {
        JsonNode end = imported();
        assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("DONE");
        assertThat(end.get("quarantined").asLong()).isZero();
        as(Role.EXECUTIVE);
        TypeAttributes type = shares.choices().stream()
                .filter(choice -> choice.type().code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(type.attributes()).containsExactly("active", "knowledge", "made_sla", "u_priority_confirmation");

        AttributePicture picture = shares.picture(type.type().id(), "made_sla").orElseThrow();

        assertThat(picture.journeys()).isEqualTo(20_396);
        assertThat(picture.steps()).extracting(Step::journeys).containsExactly(12_347L, 4_435L, 2_578L, 1_036L);
        assertThat(picture.steps()).extracting(Step::no).containsExactly(3_536L, 1_994L, 1_682L, 861L);
        Formats formats = Formats.of(Locale.ENGLISH);
        assertThat(picture.steps())
                .extracting(step -> formats.number(100 * Objects.requireNonNull(step.share(false)), 1))
                .containsExactly("28.6", "45.0", "65.2", "83.1");
        for (Step step : picture.steps()) {
            Interval interval = Objects.requireNonNull(step.interval(false));
            assertThat(interval.contains(Objects.requireNonNull(step.share(false))))
                    .isTrue();
            assertThat(shares.journeys(type.type().id(), "made_sla", step.band(), false, 0, 1)
                            .total())
                    .isEqualTo(step.no());
        }
        assertThat(List.of(
                        picture.steps().getFirst().tooFew(),
                        picture.steps().getLast().tooFew()))
                .containsOnly(false);

        var walk = new EveryCount(baton, 3);
        walk.walk(Grain.DEPARTMENT, type.type().id());
        assertThat(walk.differences()).isEmpty();
        assertThat(walk.counts()).isGreaterThan(150);
        var others = new EveryOtherCount(baton);
        others.attributes();
        assertThat(others.differences()).isEmpty();
    }
}
