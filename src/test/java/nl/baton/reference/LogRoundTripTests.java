package nl.baton.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import nl.baton.SharedFiles;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributeShares;
import nl.baton.handoff.Projection;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingJson;
import nl.baton.intake.mapping.MappingProposal;
import nl.baton.intake.mapping.Sample;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.HandledBy;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.CaseLink;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Purpose;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.journey.Visibility;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A log that Baton wrote, imported again as Baton itself proposes, gives the same figures. */
@DatabaseTest
@Order(Integer.MAX_VALUE)
class LogRoundTripTests {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private AttributeShares shares;

    @Autowired
    private JourneyTypes types;

    @TempDir
    private Path folder;

    private final String type = "trip-" + UUID.randomUUID();
    private RestClient api;
    private long token;

    @BeforeEach
    void issueToken() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_003, "trip", Set.of(Role.ADMIN), null));
        ApiTokens.Issued issued = tokens.issue(type, Set.of(ApiScope.INTAKE_WRITE, ApiScope.HANDOFFS_READ));
        token = issued.id();
        api = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + issued.secret())
                .build();
    }

    @AfterEach
    void revokeToken() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_003, "trip", Set.of(Role.ADMIN), null));
        tokens.revoke(token);
        SecurityContextHolder.clearContext();
    }

    private void imported(Path file, String mapping) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new FileSystemResource(file));
        form.add("mapping", mapping);
        String id = api.post()
                .uri("/api/v1/imports")
                .body(form)
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asString();
        JsonNode end = Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> api.get().uri("/api/v1/imports/" + id).retrieve().body(JsonNode.class),
                        state -> !Set.of("RUNNING", "PROJECTING")
                                .contains(state.get("state").asString()));
        assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("DONE");
        assertThat(end.get("quarantined").asLong()).as(end.toString()).isZero();
    }

    private byte[] exported(String query) {
        return api.get()
                .uri("/api/v1/log.xes.gz?journeyType=" + type + query)
                .retrieve()
                .body(byte[].class);
    }

    /** As a steward would who confirms what is proposed, under another type and another source. */
    private String importedAgain(byte[] log, String... attributes) throws IOException {
        Path file = Files.write(folder.resolve("log.xes.gz"), log);
        MappingProposal proposal = Sample.of(file).propose("log.xes.gz");
        Map<Field, String> columns = new EnumMap<>(Field.class);
        proposal.columns().forEach((field, suggestion) -> columns.put(field, suggestion.column()));
        String again = type + "-again";
        imported(
                file,
                MappingJson.write(new Mapping(
                        ImportKind.TOUCHPOINT,
                        again,
                        again,
                        columns,
                        null,
                        null,
                        proposal.missing(),
                        List.of(attributes))));
        return again;
    }

    private JsonNode get(String path, String journeyType, String grain) {
        return api.get()
                .uri("/api/v1/handoffs/" + path + "grain=" + grain + "&journeyType=" + journeyType)
                .retrieve()
                .body(JsonNode.class);
    }

    private void assertSameFigures(String again) {
        for (String grain : List.of("department", "team")) {
            assertThat(get("summary?", again, grain)).as(grain).isEqualTo(get("summary?", type, grain));
            for (int page = 0; page < 20; page++) {
                String path = "lanes?sort=handoffs&size=500&page=" + page + "&";
                assertThat(byEnds(get(path, again, grain))).as(grain).isEqualTo(byEnds(get(path, type, grain)));
            }
        }
    }

    /** Lanes of equal rank have no order of their own. */
    private static List<String> byEnds(JsonNode page) {
        var lanes = new ArrayList<String>();
        page.get("items").forEach(lane -> lanes.add(lane.toString()));
        Collections.sort(lanes);
        return lanes;
    }

    private NewTouchpoint.Builder step(String id, String caseNumber, long minutes) {
        return NewTouchpoint.of(type, id, new CaseKey(type, type, caseNumber), START.plus(Duration.ofMinutes(minutes)));
    }

    /** Everything a log can hold: equal times, joined cases, contacts, chases, passes that wait, reopened journeys. */
    private List<NewTouchpoint> manifold() {
        var random = new Random(11);
        var all = new ArrayList<NewTouchpoint>();
        for (int journey = 0; journey < 250; journey++) {
            long minutes = random.nextInt(60 * 24 * 20);
            int steps = 1 + random.nextInt(9);
            for (int i = 0; i < steps; i++) {
                minutes += random.nextInt(4) == 0 ? 0 : random.nextInt(2_000);
                boolean second = i > 2 && journey % 5 == 0;
                var step = random.nextInt(12) == 0
                        ? NewTouchpoint.contact(type, journey + "-" + i, START.plus(Duration.ofMinutes(minutes)))
                        : step(journey + "-" + i, (second ? "second-" : "first-") + journey, minutes);
                int unit = random.nextInt(5);
                step.attributes(random.nextBoolean() ? Map.of() : Map.of("made", random.nextBoolean() ? "ja" : "nee"));
                step.position(random.nextInt(3))
                        .customer(List.of(Identity.source("K" + journey + "-" + type)))
                        .topic("topic " + journey)
                        .text("secret words of " + journey)
                        .agent(random.nextInt(3) == 0 ? null : "Agent " + random.nextInt(9))
                        .department(random.nextInt(8) == 0 ? null : "D" + unit + " " + type)
                        .team(random.nextBoolean() ? null : "T" + random.nextInt(2))
                        .direction(random.nextInt(4) == 0 ? null : Direction.values()[random.nextInt(3)])
                        .channel(
                                random.nextInt(3) == 0
                                        ? null
                                        : List.of("phone", "mail", "chat").get(random.nextInt(3)))
                        .activity(random.nextBoolean() ? null : "step <" + random.nextInt(4) + "> & \u0001more")
                        .handledBy(random.nextBoolean() ? null : HandledBy.values()[random.nextInt(3)])
                        .answered(random.nextBoolean() ? null : random.nextBoolean())
                        .purpose(random.nextBoolean() ? null : Purpose.values()[random.nextInt(3)])
                        .visibility(random.nextBoolean() ? null : Visibility.values()[random.nextInt(2)])
                        .language(random.nextBoolean() ? null : "nl")
                        .by(random.nextBoolean() ? null : Party.values()[random.nextInt(2)]);
                if (random.nextInt(3) == 0) {
                    step.endedAt(START.plus(Duration.ofMinutes(minutes + random.nextInt(300)))
                            .plusNanos(123_456_000));
                }
                // late, so that the first rows of the log say nothing of it
                if (journey > 200 && random.nextInt(3) == 0) {
                    step.handedTo(
                            new HandedTo("D" + random.nextInt(5) + " " + type, random.nextBoolean() ? null : "T0"));
                }
                if (random.nextInt(6) == 0) {
                    step.outcome(Outcome.values()[random.nextInt(Outcome.values().length)]);
                }
                if (second && i == 3) {
                    step.links(List.of(new CaseLink(type, "first-" + journey)));
                }
                all.add(step.build());
            }
        }
        return all;
    }

    @Test
    void a_log_with_everything_in_it_comes_back_with_the_same_figures() throws IOException {
        SystemWork.run(() -> {
            touchpoints.append(manifold(), Via.API);
            projection.projectAll(done -> {});
        });
        byte[] log = exported("");
        String xml =
                new String(new GZIPInputStream(new ByteArrayInputStream(log)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("secret words").doesNotContain("\"K1-").doesNotContain("Agent 1\"");

        String again = importedAgain(log, "case:made");

        JsonNode summary = get("summary?", again, "department");
        for (String figure : List.of("handoffs", "pingPongHandoffs", "returnHandoffs", "pendingPasses")) {
            assertThat(summary.get(figure).asLong()).as(figure).isPositive();
        }
        assertSameFigures(again);
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_003, "trip", Set.of(Role.EXECUTIVE), null));
        assertThat(picture(again)).isEqualTo(picture(type)).isPresent();
    }

    private Optional<AttributePicture> picture(String journeyType) {
        return shares.picture(SystemWork.call(() -> types.resolve(journeyType)), "made");
    }

    @Test
    void a_real_log_comes_back_with_the_published_figures() throws IOException {
        imported(SharedFiles.file(ReferenceLog.VOLVO_GROUPS.file), ReferenceLog.VOLVO_GROUPS.mapping(type));

        String again = importedAgain(exported(""));

        JsonNode summary = get("summary?", again, "department");
        assertThat(summary.get("handoffs").asLong()).isEqualTo(9_454);
        assertThat(summary.get("pingPongHandoffs").asLong()).isEqualTo(2_394);
        assertThat(summary.get("waitP90Seconds").asDouble())
                .isEqualTo(get("summary?", type, "department")
                        .get("waitP90Seconds")
                        .asDouble());
        assertSameFigures(again);
    }

    @Test
    void a_period_holds_the_journeys_that_were_under_way_in_it() throws IOException {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "before", 0).department("A").build(),
                            step("2", "across", 0).department("A").build(),
                            step("3", "across", 60 * 24 * 10).department("B").build(),
                            step("4", "after", 60 * 24 * 20).department("A").build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        assertThat(traces(exported(""))).isEqualTo(3);
        assertThat(traces(exported("&from=2026-01-06&to=2026-01-14"))).isEqualTo(1);
        assertThat(traces(exported("&from=2026-01-06"))).isEqualTo(2);
        assertThat(traces(exported("&to=2026-01-05"))).isEqualTo(2);
    }

    private static int traces(byte[] log) throws IOException {
        String xml =
                new String(new GZIPInputStream(new ByteArrayInputStream(log)).readAllBytes(), StandardCharsets.UTF_8);
        return xml.split("<trace>", -1).length - 1;
    }
}
