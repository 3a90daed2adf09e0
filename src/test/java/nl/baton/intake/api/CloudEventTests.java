package nl.baton.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Base64;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.intake.api.Sender.Answer;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Touchpoints as CloudEvents 1.0: structured, batched and binary. */
@BatonTest
class CloudEventTests {

    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json; charset=UTF-8";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Sender sender;

    private final String source = "/crm/" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        sender = new Sender(tokens, port, ApiScope.INTAKE_WRITE);
    }

    @AfterEach
    void end() {
        sender.close();
    }

    @Test
    void an_event_fills_in_source_id_and_time_of_its_touchpoint() {
        Answer answer = post(ONE, event("e1", "\"data\":{\"topic\":\"meter\"}"));
        assertThat(answer.counts()).as(answer.http().body()).isEqualTo("1 0 0 0");
        assertThat(jdbc.sql("SELECT started_at FROM touchpoint WHERE source = ? AND external_id = 'e1'")
                        .param(source)
                        .query(LocalDateTime.class)
                        .single())
                .isEqualTo("2026-01-05T09:00:00");
        assertThat(post(ONE, event("e1", "\"data\":{\"topic\":\"meter\"}")).counts())
                .isEqualTo("0 1 0 0");
    }

    @Test
    void what_the_touchpoint_says_itself_stands() {
        Answer answer =
                post(ONE, event("e1", "\"data\":{\"externalId\":\"own\",\"at\":\"2026-02-01T00:00:00Z\"},\"myext\":7"));
        assertThat(answer.item(0).get("externalId").asString()).isEqualTo("own");
        assertThat(answer.counts()).isEqualTo("1 0 0 0");
    }

    @Test
    void data_may_be_packed() {
        String data = Base64.getEncoder().encodeToString("{\"topic\":\"meter\"}".getBytes(UTF_8));
        assertThat(post(ONE, event("e1", "\"data_base64\":\"" + data + "\"")).counts())
                .isEqualTo("1 0 0 0");
        assertThat(post(ONE, event("e2", "\"data_base64\":\"***\"")).status()).isEqualTo(422);
    }

    @Test
    void a_batch_of_events_is_answered_event_by_event() {
        Answer answer = post(
                BATCH,
                "["
                        + String.join(
                                ",",
                                event("1", "\"data\":{}"),
                                event("2", "\"data\":\"text\""),
                                event("3", "\"data\":{\"topic\":\"a\",\"topic\":\"b\"}"),
                                event("4", "\"data\":{},\"datacontenttype\":\"text/xml\""),
                                event("5", "\"data\":{},\"Not-Lower\":1"),
                                "{\"specversion\":\"1.0\",\"id\":\"6\",\"data\":{}}",
                                "{\"specversion\":\"0.3\",\"id\":\"7\",\"source\":\"x\",\"type\":\"t\",\"data\":{}}",
                                event("8", "\"time\":\"soon\",\"data\":{}")
                                        .replace("\"time\":\"2026-01-05T10:00:00+01:00\",", ""),
                                "null",
                                event("10", "\"data\":{\"facts\":[{}]}"),
                                event("11", "\"data\":{}"))
                        + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.counts()).as(answer.http().body()).isEqualTo("2 0 0 9");
        assertThat(answer.item(9).get("errors").get(0).get("field").asString()).isEqualTo("facts[0].key");
    }

    @Test
    void an_event_in_headers_is_taken_too() {
        Answer answer = sender.post(
                "application/json",
                "{\"topic\":\"meter\"}".getBytes(UTF_8),
                "ce-specversion",
                "1.0",
                "ce-id",
                "a%20b+c",
                "ce-source",
                source,
                "ce-type",
                "nl.example.call",
                "ce-time",
                "2026-01-05T09:00:00Z");
        assertThat(answer.counts()).as(answer.http().body()).isEqualTo("1 0 0 0");
        assertThat(answer.item(0).get("externalId").asString()).isEqualTo("a b+c");
        Answer without = sender.post("application/json", "{}".getBytes(UTF_8), "ce-specversion", "1.0");
        assertThat(without.status()).isEqualTo(422);
    }

    @Test
    void what_is_no_event_at_all_is_refused() {
        assertThat(post(ONE, "[]").status()).isEqualTo(422);
        assertThat(post(ONE, "{").status()).isEqualTo(400);
        assertThat(post(BATCH, "{}").status()).isEqualTo(400);
    }

    private Answer post(String type, String body) {
        return sender.post(type, body.getBytes(UTF_8));
    }

    private String event(String id, String further) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"nl.example.call\",\"time\":\"2026-01-05T10:00:00+01:00\",%s}"
                .formatted(id, source, further);
    }
}
