package nl.baton.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.fuzz.HostileJson.Item;
import nl.baton.fuzz.HostileJson.Wound;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API with everything behind it, database included. What it throws, or what it stores wrongly, is a failure. */
public final class ApiUnderFire {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final String token;

    public ApiUnderFire(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        jdbc = context.getBean(JdbcClient.class);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        token = context.getBean(ApiTokens.class)
                .issue("fuzz", Set.of(ApiScope.INTAKE_WRITE))
                .secret();
        SecurityContextHolder.clearContext();
    }

    /** Good and bad items in an array: every good one is stored, and of the others what the answer says. */
    public void array(List<Item> items) {
        String source = "fuzz-" + UUID.randomUUID();
        MockHttpServletResponse answer =
                send("application/json", array(source, items).getBytes(UTF_8));
        assertThat(answer.getStatus()).as(text(answer)).isIn(200, 422);
        JsonNode json = JSON.readTree(answer.getContentAsByteArray());
        assertItems(items, json);
        assertThat(answer.getStatus()).isEqualTo(stored(json) == 0 ? 422 : 200);
        assertGoodAreStored(source, items);
    }

    /** The same as lines. */
    public void lines(List<Item> items) {
        String source = "fuzz-" + UUID.randomUUID();
        MockHttpServletResponse answer =
                send("application/x-ndjson", texts(source, items, "\n").getBytes(UTF_8));
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        List<JsonNode> lines = text(answer).lines().map(JSON::readTree).toList();
        assertThat(lines).hasSize(2);
        assertItems(items, lines.getFirst());
        assertThat(lines.getLast().get("complete").asBoolean()).isTrue();
        assertGoodAreStored(source, items);
    }

    /** The same as the data of events. */
    public void events(List<Item> items) {
        String source = "fuzz-" + UUID.randomUUID();
        String events = IntStream.range(0, items.size())
                .mapToObj(n -> HostileJson.quoted(
                                "{'specversion':'1.0','type':'t','source':'%s','id':'%d','data':".formatted(source, n))
                        + text(source, n, items.get(n)) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        MockHttpServletResponse answer = send("application/cloudevents-batch+json", events.getBytes(UTF_8));
        assertThat(answer.getStatus()).as(text(answer)).isIn(200, 422);
        assertItems(items, JSON.readTree(answer.getContentAsByteArray()));
        assertGoodAreStored(source, items);
    }

    /** Bytes that were JSON once, as any type: refused with nothing stored, or taken with nothing else stored. */
    public void wounded(List<Item> items, List<Wound> wounds, String type) {
        String source = "fuzz-" + UUID.randomUUID();
        String whole =
                type.contains("nd") || type.contains("jsonl") ? texts(source, items, "\n") : array(source, items);
        MockHttpServletResponse answer = send(type, HostileJson.wounded(whole.getBytes(UTF_8), wounds));
        assertThat(answer.getStatus()).as(text(answer)).isLessThan(500);
        long stored = answer.getStatus() == 200
                ? stored(JSON.readTree(text(answer).lines().toList().getLast()))
                : 0;
        assertThat(rows(source, items, false)).as(text(answer)).isLessThanOrEqualTo(stored);
    }

    private MockHttpServletResponse send(String type, byte[] body) {
        try {
            var request = post("/api/v1/touchpoints")
                    .header("Authorization", "Bearer " + token)
                    .content(body);
            return mvc.perform(type.isEmpty() ? request : request.header("Content-Type", type))
                    .andReturn()
                    .getResponse();
        } catch (Exception thrown) {
            throw new AssertionError("Thrown out of the API", thrown);
        }
    }

    private static String array(String source, List<Item> items) {
        return "[" + texts(source, items, ",") + "]";
    }

    private static String texts(String source, List<Item> items, String between) {
        return IntStream.range(0, items.size())
                .mapToObj(n -> text(source, n, items.get(n)))
                .collect(Collectors.joining(between));
    }

    private static String text(String source, int n, Item item) {
        String identity = HostileJson.quoted(
                "'source':'%s','externalId':'%s','at':'2026-01-05T10:00:00Z'".formatted(source, externalId(n, item)));
        return "{" + identity + (item.fields().isEmpty() ? "" : ",") + item.fields() + "}";
    }

    private static void assertItems(List<Item> items, JsonNode answer) {
        JsonNode answered = answer.get("items");
        assertThat(answered.size()).isEqualTo(items.size());
        for (int n = 0; n < items.size(); n++) {
            JsonNode item = answered.get(n);
            assertThat(item.get("index").asInt()).isEqualTo(n);
            boolean rejected = item.get("state").asString().equals("REJECTED");
            assertThat(rejected && items.get(n).good())
                    .as("a good item is lost: " + item)
                    .isFalse();
            assertThat(rejected).as(item.toString()).isEqualTo(item.has("errors"));
        }
    }

    private void assertGoodAreStored(String source, List<Item> items) {
        assertThat(rows(source, items, true))
                .isEqualTo(items.stream().filter(Item::good).count());
    }

    private static long stored(JsonNode counts) {
        return counts.get("accepted").asLong()
                + counts.get("known").asLong()
                + counts.get("replaced").asLong();
    }

    /** Asked for by external id, by which the table is sorted, so that asking costs the same after a million inputs. */
    private long rows(String source, List<Item> items, boolean goodOnly) {
        List<String> externalIds = IntStream.range(0, items.size())
                .filter(n -> !goodOnly || items.get(n).good())
                .mapToObj(n -> externalId(n, items.get(n)))
                .toList();
        return externalIds.stream()
                .mapToLong(id -> jdbc.sql("SELECT COUNT(*) FROM touchpoint WHERE external_id = ? AND source = ?")
                        .params(id, source)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private static String externalId(int n, Item item) {
        return (item.good() ? "good-" : "") + n;
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }
}
