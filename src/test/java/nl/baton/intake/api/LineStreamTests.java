package nl.baton.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import tools.jackson.databind.JsonNode;

/** Lines of JSON without end: what a line of the answer says is stored, whatever happens after it. */
@BatonTest
class LineStreamTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Sender sender;

    private final String source = "lines-" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        sender = new Sender(tokens, port, ApiScope.INTAKE_WRITE);
    }

    @AfterEach
    void end() {
        sender.close();
    }

    @Test
    void lines_are_stored_and_answered_by_five_thousand() {
        Answer answer = sender.lines(lines(0, 12_000));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/x-ndjson");
        List<JsonNode> lines = answers(answer);
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().map(line -> line.get("accepted").asInt()))
                .containsExactly(5_000, 5_000, 2_000, 12_000);
        assertThat(lines.get(2).get("items").get(1_999).get("index").asInt()).isEqualTo(11_999);
        assertThat(lines.get(3).get("complete").asBoolean()).isTrue();
        assertThat(lines.get(3).get("lines").asInt()).isEqualTo(12_000);
        assertThat(stored()).isEqualTo(12_000);
    }

    @Test
    void a_line_that_is_broken_is_rejected_by_its_number_and_the_others_are_stored() {
        Answer answer = sender.lines("\uFEFF" + line(0) + "\r\n\n  \n{broken\n" + line(1) + line(2) + "\n" + "\""
                + "x".repeat(2 << 20) + "\"\n[]\n{\"a\":1,\"a\":2}\n" + line(3));
        List<JsonNode> lines = answers(answer);
        assertThat(lines).hasSize(2);
        JsonNode batch = lines.getFirst();
        assertThat(batch.get("accepted").asInt()).isEqualTo(2);
        assertThat(batch.get("items")
                        .valueStream()
                        .map(item -> item.get("index") + " " + item.get("state").asString()))
                .containsExactly(
                        "0 ACCEPTED",
                        "3 REJECTED",
                        "4 REJECTED",
                        "5 REJECTED",
                        "6 REJECTED",
                        "7 REJECTED",
                        "8 ACCEPTED");
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void the_rejected_alone_are_listed_for_who_asks_so() {
        Answer answer = sender.send(sender.request("/api/v1/touchpoints?items=rejected")
                .header("Content-Type", "application/jsonl")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(line(0) + "\n7\n"))
                .build());
        JsonNode batch = answers(answer).getFirst();
        assertThat(batch.get("accepted").asInt()).isOne();
        assertThat(batch.get("items").size()).isOne();
        assertThat(batch.get("items").get(0).get("index").asInt()).isOne();
    }

    @Test
    void a_stream_without_a_line_is_a_problem() {
        for (String body : List.of("", "\n\n", "  \r\n")) {
            Answer answer = sender.lines(body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.type()).startsWith("application/problem+json");
        }
    }

    @Test
    void what_was_answered_is_stored_even_if_the_connection_is_cut_right_after() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/touchpoints HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + sender.secret()
                            + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(UTF_8));
            byte[] lines = lines(0, 7_000).getBytes(UTF_8);
            out.write((Integer.toHexString(lines.length) + "\r\n").getBytes(UTF_8));
            out.write(lines);
            out.write("\r\n".getBytes(UTF_8));
            out.flush();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = answer.readLine();
            assertThat(line).contains("200");
            while (!line.startsWith("{\"accepted\"")) {
                line = answer.readLine();
            }
            assertThat(line).startsWith("{\"accepted\":5000,");
            assertThat(stored()).isEqualTo(5_000);
        }
        List<JsonNode> again = answers(sender.lines(lines(0, 7_000)));
        assertThat(again.getLast().get("accepted").asInt()
                        + again.getLast().get("known").asInt())
                .isEqualTo(7_000);
        assertThat(stored()).isEqualTo(7_000);
    }

    private List<JsonNode> answers(Answer answer) {
        return answer.http().body().lines().map(Sender.JSON::readTree).toList();
    }

    private String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> line(n) + "\n").collect(Collectors.joining());
    }

    private String line(int n) {
        return "{\"source\":\"%s\",\"externalId\":\"%d\",\"at\":\"2026-01-05T10:00:00Z\",\"journey\":{\"type\":\"t\",\"case\":\"%d\"}}"
                .formatted(source, n, n / 10);
    }

    private long stored() {
        return jdbc.sql("SELECT COUNT(*) FROM touchpoint WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }
}
