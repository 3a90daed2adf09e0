package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.UtcTime;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.NewFeedback;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.OutcomeSources;
import nl.baton.journey.Party;
import nl.baton.journey.Promised;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found of handoffs that the journey alone does not tell, as it is stored and told to another system. */
@DatabaseTest
@SignedInAs(Role.ADMIN)
class LateFindingsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private FeedbackItems feedback;

    @Autowired
    private Projection projection;

    @Autowired
    private TimePassing timePassing;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private OutcomeSources outcomeSources;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    private Instant daysAgo(double days) {
        return clock.instant()
                .minus(Duration.ofMinutes(Math.round(days * 24 * 60)))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private NewTouchpoint.Builder step(String id, String caseNumber, double daysAgo, String department) {
        return NewTouchpoint.of(key, id, new CaseKey("type " + key, key, caseNumber), daysAgo(daysAgo))
                .department(department + " " + key)
                .customer(List.of(new Identity(Identity.Kind.SOURCE, "c " + key, key)));
    }

    private NewFeedback said(String id, String caseNumber, FeedbackKind kind, int score, Instant at) {
        return NewFeedback.said(key, id, null, new CaseKey("type " + key, key, caseNumber), kind, score, null, at);
    }

    private void arrive(NewTouchpoint... some) {
        SystemWork.run(() -> {
            touchpoints.append(List.of(some), Via.API);
            projection.projectAll(done -> {});
        });
    }

    private RestClient api(ApiScope... scopes) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        "Authorization",
                        "Bearer " + tokens.issue(key, Set.of(scopes)).secret())
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    private JsonNode findings(String more) {
        return JSON.readTree(api(ApiScope.HANDOFFS_READ)
                .get()
                .uri("/api/v1/findings?journeyType={type}" + more, "type " + key)
                .retrieve()
                .body(String.class));
    }

    private List<String> rules(String more) {
        return findings(more)
                .path("items")
                .valueStream()
                .map(item -> item.path("rule").asString())
                .sorted()
                .toList();
    }

    @Test
    void a_silence_means_something_once_its_source_has_stated_an_outcome() {
        arrive(
                step("1", "a", 40.2, "sales").build(),
                step("2", "a", 40.1, "billing").build());
        assertThat(rules("")).isEmpty();
        Long exempt = jdbc.queryForObject(
                "SELECT SUM(exempt) FROM lane_span_rule r JOIN journey_type y ON y.id = r.journey_type_id"
                        + " WHERE r.span = 'D' AND y.code = ?",
                Long.class,
                "type " + key);
        assertThat(exempt).isPositive();

        arrive(step("3", "b", 2, "sales").outcome(Outcome.RESOLVED).build());

        assertThat(rules("")).containsExactly("ABANDONED");
        JsonNode item = findings("&rule=ABANDONED").path("items").path(0);
        assertThat(item.path("from").asString()).contains("sales");
        assertThat(item.path("journey").path("case").asString()).isEqualTo("a");
        assertThat(item.path("state").asString()).as("thirty days are over").isEqualTo("MENDED");
        assertThat(item.path("evidence").path(0).path("externalId").asString()).isEqualTo("2");
        assertThat(item.path("sentence").asString()).contains("sales", "billing", "thirty days");
    }

    @Test
    void another_journey_about_the_same_breaks_a_handoff_that_was_stored_before() {
        arrive(
                step("1", "a", 20, "sales")
                        .direction(Direction.INBOUND)
                        .channel("e-mail")
                        .topic("Invoice")
                        .build(),
                step("2", "a", 19.9, "billing").direction(Direction.OUTBOUND).build());
        assertThat(rules("")).isEmpty();

        arrive(step("3", "b", 17, "support")
                .direction(Direction.INBOUND)
                .channel("phone")
                .topic("invoice")
                .build());
        SystemWork.run(() -> projection.projectAll(done -> {}));

        assertThat(rules("")).containsExactly("CHANNEL_SWITCH");
        assertThat(findings("&rule=SOURED").path("total").asLong()).isZero();
    }

    @Test
    void feedback_breaks_the_handoff_before_it_whichever_comes_first() {
        arrive(
                step("1", "a", 5, "sales").build(),
                step("2", "a", 4.9, "billing").build());
        SystemWork.run(() -> {
            feedback.store(List.of(said("f1", "a", FeedbackKind.CES, 2, daysAgo(4))));
            projection.projectAll(done -> {});
        });
        assertThat(rules("&state=OPEN")).containsExactly("SOURED");

        SystemWork.run(() -> feedback.store(List.of(said("f2", "b", FeedbackKind.NPS, 9, daysAgo(1)))));
        arrive(
                step("3", "b", 3, "sales").build(),
                step("4", "b", 2.9, "billing").build());
        assertThat(rules("&state=OPEN")).as("a good one breaks nothing").containsExactly("SOURED");
    }

    @Test
    void a_promise_that_was_due_unkept_is_found_when_time_has_passed() {
        Instant due = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        arrive(
                step("1", "a", 2, "sales")
                        .promises(List.of(new Promised("p " + key, "a call", null, due, false)))
                        .build(),
                step("2", "a", 1.9, "billing").build());
        assertThat(rules("")).isEmpty();
        jdbc.update("UPDATE promise SET due_at = ? WHERE code = ?", UtcTime.of(daysAgo(0.01)), "p " + key);
        jdbc.update("UPDATE time_passed SET seen_to = ?", UtcTime.of(daysAgo(1)));

        SystemWork.run(() -> {
            timePassing.look();
            projection.projectAll(done -> {});
        });

        assertThat(rules("&state=OPEN")).containsExactly("BROKEN_PROMISE");
    }

    @Test
    void findings_and_waiting_passes_are_for_tokens_that_may_read_handoffs() {
        for (ApiScope scope : ApiScope.values()) {
            for (String list : List.of("findings", "pending-passes", "pacts")) {
                boolean setup = scope == ApiScope.SETUP_READ || scope == ApiScope.SETUP_WRITE;
                boolean may = scope == ApiScope.HANDOFFS_READ || (list.equals("pacts") && setup);
                assertThat(api(scope)
                                .get()
                                .uri("/api/v1/" + list)
                                .retrieve()
                                .toBodilessEntity()
                                .getStatusCode()
                                .value())
                        .as(scope + " asks for " + list)
                        .isEqualTo(may ? 200 : 403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings?rule=NOBODY",
                "findings?state=GONE",
                "findings?journeyType=none",
                "findings?page=-1",
                "findings?size=501",
                "pending-passes?state=OPEN"
            })
    void what_cannot_be_answered_is_refused_with_its_field(String question) {
        var answer = api(ApiScope.HANDOFFS_READ)
                .get()
                .uri("/api/v1/" + question)
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(JSON.readTree(answer.getBody()).path("field").asString())
                .isEqualTo(question.substring(question.indexOf('?') + 1, question.indexOf('=')));
    }

    @Test
    void every_total_is_the_number_of_rows_in_whatever_state() {
        arrive(
                step("1", "a", 50, "sales").build(),
                step("2", "a", 48, "billing").build(),
                step("3", "b", 4, "sales").build(),
                step("4", "b", 2, "billing").build(),
                step("5", "c", 4, "sales").build(),
                step("6", "c", 2, "billing").outcome(Outcome.RESOLVED).build());

        for (String more : List.of("", "&state=OPEN", "&state=MENDED", "&state=DISMISSED", "&rule=LATE_PICKUP")) {
            assertThat(findings(more).path("items").size())
                    .as(more)
                    .isEqualTo(findings(more).path("total").asInt());
        }
        assertThat(findings("&rule=LATE_PICKUP&state=OPEN").path("total").asInt())
                .isEqualTo(1);
        assertThat(findings("&rule=LATE_PICKUP&state=MENDED").path("total").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_source_whose_first_outcome_is_undone_has_stated_none() {
        assertThatThrownBy(() ->
                        SystemWork.run(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            touchpoints.append(
                                    List.of(step("1", "a", 2, "sales")
                                            .outcome(Outcome.RESOLVED)
                                            .build()),
                                    Via.API);
                            touchpoints.append(
                                    List.of(step("2", "a", 1, "sales")
                                            .outcome(Outcome.REOPENED)
                                            .build()),
                                    Via.API);
                            throw new IllegalStateException("undone");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(SystemWork.call(() -> outcomeSources.among(Set.of(key)))).isEmpty();

        arrive(step("3", "b", 1, "sales").outcome(Outcome.RESOLVED).build());
        assertThat(SystemWork.call(() -> outcomeSources.among(Set.of(key)))).containsExactly(key);
    }

    @Test
    void a_customer_who_cancels_while_a_pass_waits_leaves_it_in_a_count_of_its_own() {
        arrive(
                step("1", "a", 3, "sales").build(),
                step("2", "a", 2, "sales")
                        .handedTo(new NewTouchpoint.HandedTo("billing " + key, null))
                        .build());
        assertThat(pending("WAITING")).isEqualTo(1);
        arrive(step("3", "a", 1, "support")
                .direction(Direction.INBOUND)
                .outcome(Outcome.CANCELLED)
                .by(Party.CUSTOMER)
                .build());

        assertThat(pending("WAITING")).isZero();
        assertThat(pending("CANCELLED")).isEqualTo(1);
        assertThat(rules("")).isEmpty();
    }

    private long pending(String state) {
        return JSON.readTree(api(ApiScope.HANDOFFS_READ)
                        .get()
                        .uri("/api/v1/pending-passes?journeyType={type}&state={state}", "type " + key, state)
                        .retrieve()
                        .body(String.class))
                .path("total")
                .asLong();
    }

    @Test
    void a_pact_judges_the_waits_that_began_since_and_no_others() {
        arrive(
                step("1", "a", 10, "sales").build(),
                step("2", "a", 9.9, "billing").build(),
                step("3", "b", 3, "sales").build(),
                step("4", "b", 2.9, "billing").build());
        assertThat(rules("")).isEmpty();

        assertThat(put("""
                {"from": "sales %1$s", "to": "billing %1$s", "pickUp": "PT1H", "requiredFacts": ["meter number"],
                 "since": "%2$s", "signedBy": ["Ann", "Bob"]}""".formatted(key, daysAgo(5)))).isEqualTo(201);
        SystemWork.run(() -> projection.projectAll(done -> {}));

        assertThat(rules("")).containsExactly("LATE_PICKUP", "LOST_CONTEXT");
        JsonNode late = findings("&rule=LATE_PICKUP").path("items").path(0);
        assertThat(late.path("journey").path("case").asString()).isEqualTo("b");
        assertThat(late.path("compared").path("allowed").asDouble()).isEqualTo(3_600);
        assertThat(late.path("compared").path("unit").asString()).isEqualTo("SECONDS");
    }

    @Test
    void a_pact_that_is_not_as_it_should_be_is_refused_with_field_and_reason() {
        arrive(
                step("1", "a", 10, "sales").build(),
                step("2", "a", 9.9, "billing").build());
        String good = """
                {"from": "sales %1$s", "to": "billing %1$s", "pickUp": "PT1H", "since": "2026-01-01",
                 "signedBy": ["Ann", "Bob"]}""".formatted(key);
        assertThat(put(good)).isEqualTo(201);
        assertThat(put(good)).as("sent again").isEqualTo(200);
        assertThat(put(good.replace("PT1H", "soon"))).isEqualTo(400);
        assertThat(put(good.replace("\"Ann\", ", ""))).isEqualTo(400);
        assertThat(put(good.replace("billing", "sales"))).isEqualTo(400);
        assertThat(put(good.replace("billing", "nobody"))).isEqualTo(400);
        assertThat(put(good.replace("2026-01-01", "yesterday"))).isEqualTo(400);
        assertThat(api(ApiScope.SETUP_READ)
                        .put()
                        .uri("/api/v1/pacts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(good)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    private int put(String body) {
        return api(ApiScope.SETUP_WRITE)
                .put()
                .uri("/api/v1/pacts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
