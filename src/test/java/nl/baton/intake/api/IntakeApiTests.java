package nl.baton.intake.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.BatonTest;
import nl.baton.intake.api.Sender.Answer;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Touchpoints as systems send them: through HTTP, with a token. */
@BatonTest
class IntakeApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Sender sender;

    /** Of this test only, since all tests share one database. */
    private final String source = "api-" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        sender = new Sender(tokens, port, ApiScope.INTAKE_WRITE);
    }

    @AfterEach
    void end() {
        sender.close();
    }

    @Test
    void an_item_is_accepted_then_known_then_replaced() {
        String first = "[" + item("1", "\"topic\":\"meter\"") + "]";
        Answer accepted = sender.post(first);
        assertThat(accepted.status()).as(accepted.http().body()).isEqualTo(200);
        assertThat(accepted.http().body())
                .isEqualTo("{\"accepted\":1,\"known\":0,\"replaced\":0,\"rejected\":0,"
                        + "\"items\":[{\"index\":0,\"externalId\":\"1\",\"state\":\"ACCEPTED\"}]}");
        assertThat(sender.post(first).counts()).isEqualTo("0 1 0 0");
        Answer replaced = sender.post("[" + item("1", "\"topic\":\"bill\"") + "]");
        assertThat(replaced.counts()).isEqualTo("0 0 1 0");
        assertThat(replaced.item(0).get("state").asString()).isEqualTo("REPLACED");
        assertThat(stored()).isOne();
    }

    @Test
    void every_field_of_the_model_is_taken() {
        Answer answer = sender.post("""
                [{"source":"%s","externalId":"all","at":"2026-01-05T10:00:00.123456+01:00",
                  "endedAt":"2026-01-05T09:30:00Z",
                  "journey":{"type":"order","case":"A-1","links":[{"source":"crm","case":"X"}],
                   "attributes":{"made_sla":false,"priority":3,"kind":"x"}},
                  "customer":[{"kind":"SOURCE","value":"c1","system":"crm","verifiedAt":"2026-01-01T00:00:00Z"},
                              {"kind":"EMAIL","value":"a@example.com"},{"kind":"PHONE","value":"0612345678"},
                              {"kind":"LOYALTY","value":"77"}],
                  "department":"Sales of %s","team":"East","agent":"a1","direction":"INBOUND","channel":"phone",
                  "handledBy":"STAFF","answered":true,"purpose":"SERVICE","activity":"call","topic":"meter",
                  "text":"Hallo, é 🎉\\nregel twee","visibility":"CUSTOMER","language":"nl","outcome":"TRANSFERRED",
                  "by":"CUSTOMER","handedTo":{"department":"Planning","team":"North"},
                  "facts":[{"key":"meter number","act":"TOLD","value":"7"},{"key":"date","act":"ASKED"}],
                  "promises":[{"id":"p1","text":"We call","from":"2026-01-06T09:00:00Z","due":"2026-01-06",
                               "chosenByCustomer":true}],
                  "settles":[{"promise":"p0","state":"KEPT"}],
                  "receipt":{"pass":"x","state":"ASKED_BACK","reason":"no number"}}]
                """.formatted(source, source));
        assertThat(answer.counts()).as(answer.http().body()).isEqualTo("1 0 0 0");
        assertThat(jdbc.sql("SELECT text FROM touchpoint WHERE source = ?")
                        .param(source)
                        .query(String.class)
                        .single())
                .isEqualTo("Hallo, é 🎉\nregel twee");
        assertThat(jdbc.sql("SELECT confirmed FROM department WHERE code = ?")
                        .param("Sales of " + source)
                        .query(Boolean.class)
                        .single())
                .as("a department that nobody defined is taken, unconfirmed")
                .isFalse();
    }

    @Test
    void a_bad_item_is_rejected_by_field_and_reason_and_the_others_are_stored() {
        Answer answer = sender.post("[" + item("1", "") + ","
                + "{\"source\":\"" + source + "\",\"externalId\":\"2\",\"at\":\"yesterday\",\"direction\":\"UP\","
                + "\"facts\":[{\"key\":\"k\",\"act\":\"TOLD\"},{\"key\":\"k\",\"act\":\"SUNG\"}],\"agnet\":\"typo\"},"
                + "7," + item("3", "") + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.counts()).isEqualTo("2 0 0 2");
        JsonNode bad = answer.item(1);
        assertThat(bad.get("state").asString()).isEqualTo("REJECTED");
        assertThat(bad.get("source").asString()).isEqualTo(source);
        assertThat(bad.get("externalId").asString()).isEqualTo("2");
        assertThat(fields(bad)).containsExactly("at", "direction", "facts[1].act", "agnet");
        assertThat(bad.get("errors").get(1).get("reason").asString())
                .isEqualTo("This is none of the words for it: INBOUND, OUTBOUND, INTERNAL.");
        assertThat(fields(answer.item(2))).containsExactly("");
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "source":""                                  | source
            "source":null                                | source
            "source":5                                   | source
            "externalId":{"a":1}                         | externalId
            "at":"2026-01-05T10:00:00"                   | at
            "at":"1969-12-31T23:59:59Z"                  | at
            "at":"2150-01-01T00:00:00Z"                  | at
            "at":1700000000                              | at
            "at":"2026-02-30T10:00:00Z"                  | at
            "endedAt":"2026-01-05T08:00:00Z"             | endedAt
            "answered":"yes"                             | answered
            "topic":"a","topic":"b"                      | topic
            "journey":{"case":"1"}                       | journey.type
            "journey":{"type":"t","case":"1","x":1}      | journey.x
            "journey":{"type":"t","type":"u"}            | journey.type
            "journey":[]                                 | journey
            "journey":{"attributes":[]}                  | journey.attributes
            "journey":{"attributes":{"a":{}}}            | journey.attributes.a
            "journey":{"attributes":{"a":["b"]}}         | journey.attributes.a
            "journey":{"attributes":{"a":1e400}}         | journey.attributes.a
            "journey":{"attributes":{" ":"b"}}           | `journey.attributes. `
            "journey":{"attributes":{"a":"\\u0000"}}     | journey.attributes.a
            "journey":{"attributes":{"a":1,"a":2}}       | journey.attributes.a
            "customer":{}                                | customer
            "customer":[{"kind":"FAX","value":"1"}]      | customer[0].kind
            "customer":[null]                            | customer[0]
            "handedTo":{}                                | handedTo.department
            "topic":"a\\u0000b"                          | topic
            "topic":"\\ud800"                            | topic
            "promises":[{"id":"1","text":"t","due":"soon","chosenByCustomer":false}] | promises[0].due
            "promises":[{"id":"1","text":"t","due":"2026-01-01"}] | promises[0].chosenByCustomer
            "channel":1e999999999999                     | channel
            "source ":"x"                                | `source `
            """)
    void what_is_wrong_with_a_field_is_told_by_its_path(String wrong, String field) {
        Answer answer = sender.post("[" + item("bad", wrong) + "," + item("good", "") + "]");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.counts()).isEqualTo("1 0 0 1");
        assertThat(fields(answer.item(0))).contains(field);
        assertThat(stored()).isOne();
    }

    @Test
    void lengths_end_where_the_columns_do() {
        assertThat(sender.post("[" + item("1", "\"text\":\"" + "x".repeat(4_000) + "\"") + "]")
                        .counts())
                .isEqualTo("1 0 0 0");
        Answer longer = sender.post("[" + item("2", "\"text\":\"" + "x".repeat(4_001) + "\"") + "]");
        assertThat(longer.item(0).get("errors").get(0).get("reason").asString())
                .isEqualTo("The value has 4001 characters; at most 4000 fit.");
        Answer attribute = sender.post("["
                + item("4", "\"journey\":{\"attributes\":{\"a\":\"" + "x".repeat(201) + "\"}}") + ","
                + item("5", "\"journey\":{\"attributes\":{\"" + "a".repeat(81) + "\":\"x\"}}") + ","
                + item("6", "\"journey\":{\"attributes\":{" + attributes(51) + "}}") + ","
                + item("7", "\"journey\":{\"attributes\":{" + attributes(50) + "}}") + "]");
        assertThat(attribute.counts()).isEqualTo("1 0 0 3");
        assertThat(fields(attribute.item(0))).containsExactly("journey.attributes.a");
        assertThat(fields(attribute.item(1))).containsExactly("journey.attributes." + "a".repeat(81));
        assertThat(fields(attribute.item(2))).containsExactly("journey.attributes");
        String facts = IntStream.range(0, 101)
                .mapToObj(n -> "{\"key\":\"k\",\"act\":\"TOLD\"}")
                .collect(Collectors.joining(","));
        assertThat(fields(sender.post("[" + item("3", "\"facts\":[" + facts + "]") + "]")
                        .item(0)))
                .containsExactly("facts");
    }

    @Test
    void a_clock_may_be_ahead_by_five_minutes() {
        Instant soon = Instant.now().plus(4, ChronoUnit.MINUTES);
        assertThat(sender.post("[" + item("1", "\"at\":\"" + soon + "\"", false) + "]")
                        .counts())
                .isEqualTo("1 0 0 0");
        Instant later = Instant.now().plus(6, ChronoUnit.MINUTES);
        assertThat(fields(sender.post("[" + item("2", "\"at\":\"" + later + "\"", false) + "]")
                        .item(0)))
                .containsExactly("at");
    }

    @Test
    void a_request_in_which_every_item_is_wrong_is_a_problem() {
        Answer answer = sender.post("[{}]", "Accept-Language", "nl");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(422);
        assertThat(answer.counts()).isEqualTo("0 0 0 1");
        assertThat(answer.item(0).get("errors").get(0).get("reason").asString())
                .isEqualTo("Er is geen waarde, en die is nodig.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``            | 400
            ` `           | 400
            []            | 400
            {}            | 400
            null          | 400
            [             | 400
            []]           | 400
            [{"a":NaN}]   | 400
            [{'a':1}]     | 400
            [{"a":01}]    | 400
            [{}]{}        | 400
            [{} {}]       | 400
            [nul]         | 400
            """)
    void what_is_no_list_is_refused_as_a_whole(String body, int status) {
        assertProblem(sender.post(body), status);
    }

    @Test
    void hostile_bodies_are_refused_or_rejected_and_never_an_error_of_baton() {
        String good = item("1", "");
        assertProblem(sender.post("[" + good + "," + "[".repeat(600) + "]".repeat(600) + "]"), 400);
        assertProblem(sender.post("application/json", ("[" + good + "]").getBytes(UTF_16)), 400);
        assertProblem(sender.post("application/json", ("[" + item("é", "") + "]").getBytes(ISO_8859_1)), 400);
        assertProblem(sender.post("application/json", bytes("[{\"source\":\"", 0xC1, 0xA1, "\"}]")), 400);
        assertProblem(sender.post("application/json", bytes("[{\"source\":\"", 0xED, 0xA0, "\"}]")), 400);
        assertProblem(sender.post("[" + good + ",{\"" + "n".repeat(2_000) + "\":1}]"), 400);
        assertProblem(sender.post("[" + good + ",{\"a\":" + "9".repeat(300) + "}]"), 400);
        assertProblem(sender.post("[" + good + ",\"" + "x".repeat(17 << 20) + "\"]"), 413);
        assertProblem(sender.post("[" + (good + ",").repeat(5_000) + good + "]"), 413);
        assertThat(stored()).as("nothing of all that").isZero();
        Answer mark = sender.post("\uFEFF[" + good + "]");
        assertThat(mark.counts()).isEqualTo("1 0 0 0");
    }

    @Test
    void an_item_that_is_too_large_or_too_deep_is_rejected_alone() {
        Answer answer = sender.post("[" + item("1", "\"text\":\"" + "x".repeat(10 << 20) + "\"") + ","
                + item("2", "\"facts\":" + "[".repeat(40) + "]".repeat(40)) + "," + item("3", "") + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.counts()).isEqualTo("1 0 0 2");
        assertThat(fields(answer.item(0))).contains("");
        assertThat(answer.item(1).get("errors").get(0).get("reason").asString())
                .isEqualTo("Objects and lists lie more than 20 deep in each other.");
    }

    @Test
    void what_is_not_json_by_its_type_is_not_read() {
        byte[] body = ("[" + item("1", "") + "]").getBytes(UTF_8);
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            assertProblem(sender.post(type, body), 415);
        }
        assertProblem(sender.post("application/json;charset=utf-16", body), 415);
        assertProblem(sender.post("application/json;charset=nonsense", body), 415);
        assertProblem(sender.post("application/json", body, "Content-Encoding", "gzip"), 415);
        assertProblem(
                sender.send(sender.request("/api/v1/touchpoints")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build()),
                415);
        assertThat(sender.post("application/json;charset=UTF-8", body).status()).isEqualTo(200);
    }

    @Test
    void who_may_not_send_is_refused() {
        try (Sender reader = new Sender(tokens, port, ApiScope.HANDOFFS_READ)) {
            assertProblem(reader.post("[" + item("1", "") + "]"), 403);
            assertProblem(reader.lines(item("1", "")), 403);
        }
        assertThat(stored()).isZero();
    }

    @Test
    void addresses_that_lead_nowhere_are_problems_too() {
        for (String path : List.of("/api/v1/nothing", "/api", "/api/v1/touchpoints/1")) {
            assertProblem(sender.send(sender.request(path).build()), 404);
        }
        assertProblem(sender.send(sender.request("/api/v1/touchpoints").build()), 405);
        for (String path : List.of(
                "/api//v1/touchpoints",
                "/api/v1/touchpoints;a=b",
                "/api/v1%2Ftouchpoints",
                "/api/v1/%00",
                "//api/v1/x")) {
            Answer answer = sender.send(sender.request(path).build());
            assertThat(answer.status()).as(path + answer.http().body()).isEqualTo(400);
        }
        assertProblem(sender.send(sender.request("/api/v1/touchpoints;a=b").build()), 400);
    }

    @Test
    void the_same_identity_twice_in_one_batch_is_what_came_last() {
        Answer answer = sender.post("[" + item("1", "\"topic\":\"a\"") + "," + item("1", "\"topic\":\"a\"") + ","
                + item("1", "\"topic\":\"b\"") + "]");
        assertThat(answer.counts()).isEqualTo("1 1 1 0");
        assertThat(jdbc.sql("SELECT topic FROM touchpoint WHERE source = ?")
                        .param(source)
                        .query(String.class)
                        .single())
                .isEqualTo("b");
    }

    @Test
    void senders_of_the_same_new_items_at_once_get_them_stored_once() throws Exception {
        String body = "["
                + IntStream.range(0, 50)
                        .mapToObj(n -> item("same" + n, "\"department\":\"Both " + source + "\""))
                        .collect(Collectors.joining(","))
                + "]";
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(8, (Callable<Answer>) () -> sender.post(body)));
            int accepted = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().http().body()).isEqualTo(200);
                accepted += answer.get().json().get("accepted").asInt();
            }
            assertThat(accepted).isEqualTo(50);
        }
        assertThat(stored()).isEqualTo(50);
    }

    @Test
    void the_description_of_the_api_tells_how_to_send() {
        String description = sender.send(sender.request("/api/v1/openapi.json").build())
                .http()
                .body();
        assertThat(description)
                .contains("/api/v1/touchpoints", "application/x-ndjson", "chosenByCustomer", "notStoredFrom");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }

    private static List<String> fields(JsonNode item) {
        return item.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    private static byte[] bytes(Object... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer unit) {
                out.write(unit);
            } else {
                out.writeBytes(part.toString().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String attributes(int n) {
        return IntStream.range(0, n).mapToObj(i -> "\"a" + i + "\":" + i).collect(Collectors.joining(","));
    }

    private String item(String externalId, String further) {
        return item(externalId, further, true);
    }

    /** What is further replaces the fields of the same name, as the first of its kind, unless it names it twice itself. */
    private String item(String externalId, String further, boolean at) {
        var text = new StringBuilder("{");
        if (!further.startsWith("\"source\":")) {
            text.append("\"source\":\"").append(source).append("\",");
        }
        if (!further.startsWith("\"externalId\":")) {
            text.append("\"externalId\":\"").append(externalId).append("\",");
        }
        if (at && !further.startsWith("\"at\":")) {
            text.append("\"at\":\"2026-01-05T10:00:00+01:00\",");
        }
        text.append(further);
        return (further.isEmpty() ? text.substring(0, text.length() - 1) : text) + "}";
    }

    private long stored() {
        return jdbc.sql("SELECT COUNT(*) FROM touchpoint WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }
}
