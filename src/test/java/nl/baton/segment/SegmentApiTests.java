package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.baton.customer.Customers;
import nl.baton.database.DatabaseTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.segment.Crowd.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other systems are told of segments: those that are shared, and who was in them, without a way to reach them. */
@DatabaseTest
class SegmentApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEGMENTS = "/api/v1/segments";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Segments segments;

    @Autowired
    private SegmentReports reports;

    @Autowired
    private MembershipSteps steps;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SchedulerClient work;

    @Autowired
    private Clock clock;

    private final List<Long> issued = new ArrayList<>();
    private Crowd crowd;
    private long segment;

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void share() {
        crowd = new Crowd(jdbc, customers, work, clock, 12);
        crowd.beForCampaigns(new Random(13));
        asMarketer();
        segment = segments.add("kopers " + crowd.key, new Trait.AttributeIs("woning " + crowd.key, Set.of("koop")));
        segments.share(segment, true);
    }

    @AfterEach
    void leave() {
        as(Role.ADMIN);
        issued.forEach(tokens::revoke);
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM segment WHERE owner_id = 9000420").update();
        jdbc.sql("DELETE FROM segment_figures").update();
        jdbc.sql("DELETE FROM membership_day").update();
        jdbc.sql("DELETE FROM membership_run").update();
        crowd.leave();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_000_420, "segment api tester", Set.of(role), null));
    }

    private static void asMarketer() {
        as(Role.MARKETER);
    }

    private void take() {
        SystemWork.run(() -> steps.all(() -> false));
    }

    private Answer get(String path, ApiScope... scopes) {
        as(Role.ADMIN);
        ApiTokens.Issued token = tokens.issue("segment test", Set.of(scopes));
        issued.add(token.id());
        SecurityContextHolder.clearContext();
        return RestClient.create("http://localhost:" + port)
                .get()
                .uri(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token.secret())
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        JSON.readTree(response.getBody().readAllBytes())));
    }

    private Answer members(long id) {
        return get(SEGMENTS + "/" + id + "/members", ApiScope.SEGMENTS_READ);
    }

    private JsonNode listed() {
        return get(SEGMENTS, ApiScope.SEGMENTS_READ)
                .body()
                .valueStream()
                .filter(one -> one.get("id").asLong() == segment)
                .findFirst()
                .orElseThrow();
    }

    private List<Person> buyers() {
        return crowd.people.stream()
                .filter(person -> "koop".equals(person.home))
                .toList();
    }

    @Test
    void members_are_as_many_as_it_says_and_nobody_can_be_reached() {
        take();
        Answer answer = members(segment);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.body();
        assertThat(body.get("segment").asLong()).isEqualTo(segment);
        assertThat(body.get("name").asString()).isEqualTo("kopers " + crowd.key);
        assertThat(body.get("day").asString()).isEqualTo(listed().get("day").asString());
        assertThat(body.get("total").asLong())
                .isEqualTo(buyers().size())
                .isEqualTo(listed().get("customers").asLong());
        List<JsonNode> all = body.get("members").valueStream().toList();
        assertThat(all).hasSize(buyers().size());
        for (int i = 0; i < all.size(); i++) {
            Person person = buyers().get(i);
            JsonNode member = all.get(i);
            Map<String, String> expected = new HashMap<>();
            expected.put("source", crowd.key);
            expected.put("externalId", person.addressed ? null : person.number);
            expected.put("tier", person.tier == null ? null : person.tier.name());
            expected.put("stage", person.stage == null ? null : person.stage.name());
            expected.forEach((field, value) -> {
                assertThat(member.has(field)).isTrue();
                assertThat(member.get(field).isNull() ? null : member.get(field).asString())
                        .as(field)
                        .isEqualTo(value);
            });
            assertThat(member.size()).isEqualTo(4);
        }
        assertThat(all).anyMatch(member -> member.get("externalId").isNull());
        assertThat(body.toString()).doesNotContain("@", "06-", "Geheim");
    }

    @Test
    void each_reading_is_noted_down_with_its_reason() {
        take();
        listed();
        members(segment);
        get(SEGMENTS + "/" + segment + "/members?reason=nightly+mail", ApiScope.SEGMENTS_READ);

        assertThat(noted("segments.listed")).hasSize(1);
        assertThat(noted("segment.read"))
                .hasSize(2)
                .allMatch(line ->
                        line.startsWith("segment " + segment + ", ") && line.contains(": " + buyers().size() + " | "))
                .anyMatch(line -> line.endsWith(" | API"))
                .anyMatch(line -> line.endsWith(" | nightly mail"));
    }

    private List<String> noted(String action) {
        return jdbc.sql("""
                        SELECT CONCAT(subject, ' | ', COALESCE(reason, '')) FROM audit_entry
                        WHERE action = :action AND user_id IN (:tokens)""")
                .param("action", action)
                .param("tokens", issued.stream().map(id -> -id).toList())
                .query(String.class)
                .list();
    }

    @Test
    void what_is_not_shared_is_not_there() {
        take();
        assertThat(listed().get("name").asString()).isEqualTo("kopers " + crowd.key);
        asMarketer();
        segments.share(segment, false);

        assertThat(get(SEGMENTS, ApiScope.SEGMENTS_READ).body().valueStream())
                .noneMatch(one -> one.get("id").asLong() == segment);
        for (long id : List.of(segment, segment + 1_000_000)) {
            Answer answer = members(id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().get("field").asString()).isEqualTo("id");
            assertThat(answer.body().get("detail").asString()).isEqualTo("id is no segment that is shared");
        }
        asMarketer();
        segments.share(segment, true);
        segments.remove(segment);
        assertThat(members(segment).status()).isEqualTo(404);
        assertThat(noted("segment.read")).isEmpty();
    }

    /** Without a valuation nothing is taken down, not behind the scenes either. */
    private void valued(boolean valued) {
        jdbc.sql("UPDATE value_scoring SET state = ? WHERE scoring = ?")
                .params(valued ? "LIVE" : "RETIRED", crowd.scoring)
                .update();
        take();
    }

    @Test
    void before_it_was_taken_down_as_it_is_now_it_says_so() {
        valued(false);
        asMarketer();
        segment = segments.add("huurders " + crowd.key, new Trait.AttributeIs("woning " + crowd.key, Set.of("huur")));
        segments.share(segment, true);
        assertThat(listed().get("customers").isNull()).isTrue();
        assertThat(listed().get("day").isNull()).isTrue();
        Answer early = members(segment);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().get("field").asString()).isEqualTo("id");
        assertThat(early.body().get("detail").asString()).contains("within a minute");
        valued(true);
        assertThat(members(segment).status()).isEqualTo(200);
        valued(false);
        asMarketer();
        segments.change(segment, 1, "kopers", new Trait.AttributeIs("woning " + crowd.key, Set.of("koop")));
        assertThat(members(segment).status()).isEqualTo(409);
        assertThat(listed().get("customers").isNull()).isTrue();
        valued(true);
        assertThat(members(segment).body().get("total").asLong()).isEqualTo(buyers().size());
    }

    @Test
    void an_empty_segment_has_no_members() {
        asMarketer();
        segment = segments.add("leeg " + crowd.key, new Trait.AttributeIs("woning " + crowd.key, Set.of("kasteel")));
        segments.share(segment, true);
        take();
        JsonNode body = members(segment).body();
        assertThat(body.get("total").asLong()).isZero();
        assertThat(body.get("members").size()).isZero();
    }

    @Test
    void what_is_wrong_is_told_with_its_field() {
        take();
        String path = SEGMENTS + "/" + segment + "/members?reason=";
        for (String reason : List.of("x", "%20%20%20", "y".repeat(201))) {
            Answer answer = get(path + reason, ApiScope.SEGMENTS_READ);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("reason");
        }
        assertThat(get(SEGMENTS + "/soon/members", ApiScope.SEGMENTS_READ).status())
                .isEqualTo(400);
    }

    @Test
    void no_other_scope_opens_it_and_it_opens_nothing_else() {
        take();
        ApiScope[] others =
                EnumSet.complementOf(EnumSet.of(ApiScope.SEGMENTS_READ)).toArray(ApiScope[]::new);
        assertThat(get(SEGMENTS, others).status()).isEqualTo(403);
        assertThat(get(SEGMENTS + "/" + segment + "/members", others).status()).isEqualTo(403);
        assertThat(get("/api/v1/handoffs/summary", ApiScope.SEGMENTS_READ).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_for_tokens_and_not_for_people(Role role) {
        as(role);
        assertThatThrownBy(reports::all).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reports.members(segment, "API", new MemberStream(segment, () -> {
                    throw new IllegalStateException("nothing is to be written");
                })))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void it_is_described_with_the_others() {
        JsonNode paths =
                get("/api/v1/openapi.json", ApiScope.SEGMENTS_READ).body().get("paths");
        JsonNode described = paths.get("/api/v1/segments/{id}/members").get("get");
        assertThat(described.get("description").asString()).contains("segments:read");
        assertThat(described.get("responses").propertyNames()).contains("200", "404", "409");
        assertThat(paths.get("/api/v1/segments").has("get")).isTrue();
    }
}
