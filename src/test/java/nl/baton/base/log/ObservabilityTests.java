package nl.baton.base.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Baton says about itself to whoever runs it, and what it never says. */
@BatonTest
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityTests extends SpringBrowserlessTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    private final List<Long> issued = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** What a customer might have entered. */
    private final String canary = "jan.klaassen-" + UUID.randomUUID().toString().substring(0, 8) + "@example.nl";

    @AfterEach
    void revokeTokens() {
        asAdministrator();
        issued.forEach(tokens::revoke);
        SecurityContextHolder.clearContext();
    }

    private static void asAdministrator() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_050, "admin", Set.of(Role.ADMIN), null));
    }

    private String token(ApiScope... scopes) {
        asAdministrator();
        ApiTokens.Issued token = tokens.issue("observability test", Set.of(scopes));
        issued.add(token.id());
        SecurityContextHolder.clearContext();
        return token.secret();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(token == null ? request(path) : request(path).header("Authorization", "Bearer " + token));
    }

    @Test
    void whether_it_lives_and_is_ready_is_told_to_anyone_and_nothing_more() throws Exception {
        for (String probe : List.of("liveness", "readiness")) {
            HttpResponse<String> answer = get("/actuator/health/" + probe, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        String all = token(ApiScope.values());
        for (String path :
                List.of("", "/", "/health", "/health/readiness/db", "/env", "/beans", "/loggers", "/metrics")) {
            assertThat(get("/actuator" + path, null).statusCode()).as(path).isIn(401, 404);
            assertThat(get("/actuator" + path, all).statusCode()).as(path).isIn(403, 404);
        }
    }

    @Test
    void metrics_are_for_a_token_that_may_read_them() throws Exception {
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", token(ApiScope.HANDOFFS_READ)).statusCode())
                .isEqualTo(403);
        String reader = token(ApiScope.HANDOFFS_READ);
        get("/api/v1/handoffs/summary", reader);

        HttpResponse<String> metrics = get("/actuator/prometheus", token(ApiScope.METRICS_READ));
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("baton_sessions", "baton_screens", "hikaricp_connections_active", "http_server_requests")
                .containsPattern("baton_service_seconds_count\\{.*method=\"summary\".*service=\"HandoffFigures\"");
    }

    @Test
    void a_decent_request_id_goes_along_and_another_is_replaced() throws Exception {
        HttpResponse<String> kept = send(request("/api/v1/departments").header("X-Request-Id", "crm-2026_11.22"));
        assertThat(kept.headers().firstValue("X-Request-Id")).contains("crm-2026_11.22");
        assertThat(JSON.readTree(kept.body()).get("requestId").asString()).isEqualTo("crm-2026_11.22");

        for (String odd : List.of("x".repeat(65), "a b", "<script>", "a;b")) {
            HttpResponse<String> replaced = send(request("/login").header("X-Request-Id", odd));
            assertThat(replaced.headers().firstValue("X-Request-Id"))
                    .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(odd).matches("[0-9a-f-]{36}"));
        }

        HttpResponse<String> problem = send(request("/api/v1/handoffs/summary?grain=street")
                .header("Authorization", "Bearer " + token(ApiScope.HANDOFFS_READ)));
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(problem.body()).get("requestId").asString())
                .isEqualTo(problem.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_failure_is_answered_with_the_id_under_which_the_log_tells_of_it(CapturedOutput log) throws Exception {
        String any = token(ApiScope.values());
        for (String how : List.of("state", "error", "checked", "suppressed", "mysql", "h2")) {
            HttpResponse<String> answer = get("/api/v1/failing/" + how + "/" + canary, any);
            assertThat(answer.statusCode()).as(how).isEqualTo(500);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(log).contains(problem.get("requestId").asString());
            assertThat(answer.body()).doesNotContain(canary);
        }
        assertThat(log)
                .contains("IllegalStateException", "AssertionError", "SQL state 23000, error 1062", "SQL state 23505")
                .doesNotContain(canary);
    }

    @Test
    void what_is_sent_in_vain_never_stands_in_the_log(CapturedOutput log) throws Exception {
        String any = token(ApiScope.values());
        String bearer = "Bearer " + any;
        get("/api/v1/handoffs/summary?from=" + canary, any);
        get("/api/v1/handoffs/lanes?page=" + canary, any);
        get("/api/v1/handoffs/summary?grain=" + canary + "&journeyType=" + canary, any);
        get("/api/v1/" + canary, any);
        get("/api/v1/departments/" + canary, any);
        get("/api/v1/handoffs/summary", canary);
        get("/" + canary + "?q=" + canary, null);
        get("/welcome/" + canary, null);
        get("/api/v1/%00" + canary, any);
        get("/api/v1//" + canary, any);
        for (String body :
                List.of("{\"name\": " + canary, "{\"" + canary + "\": 1}", "{\"zone\": \"" + canary + "\"}", canary)) {
            send(request("/api/v1/departments/X")
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body)));
        }
        send(request("/api/v1/imports")
                .header("Authorization", bearer)
                .header("Content-Type", "multipart/form-data; boundary=" + canary.replace("@", ""))
                .POST(BodyPublishers.ofString("--" + canary + "\r\nnothing")));
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + canary + "&password=" + canary)));
        raw("GET /" + canary + "|<> HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: " + canary + "{}\r\nX: \u0001" + canary + "\r\n\r\n");

        assertThat(log).doesNotContain(canary);
    }

    /** What the client library would refuse to send. */
    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void the_same_as_json_has_the_request_and_the_kind_of_failure_as_fields() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new StructuredLogEncoder();
        encoder.setFormat("ecs");
        encoder.setContext(context);
        encoder.start();
        var failure = new IllegalStateException("Cannot store " + canary, new RuntimeException(canary));
        var event = new LoggingEvent(
                "caller", context.getLogger("some.library"), Level.ERROR, "Failed: {}", failure, new Object[] {failure
                });
        event.setMDCPropertyMap(Map.of("requestId", "crm-1"));

        JsonNode line = JSON.readTree(encoder.encode(DiscreetEvent.of(event)));

        assertThat(line.get("requestId").asString()).isEqualTo("crm-1");
        assertThat(line.get("error").get("type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.get("error").get("stack_trace").asString()).contains("ObservabilityTests.java");
        assertThat(line.toString()).contains("Failed: ").doesNotContain(canary);
    }

    @Test
    void what_fails_on_a_screen_or_a_thread_says_where_and_not_over_what(CapturedOutput log) throws Exception {
        var failure = new IllegalStateException("Cannot show " + canary, new RuntimeException(canary));
        UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(failure));
        Thread thread = Thread.ofPlatform().start(() -> {
            throw new IllegalArgumentException(canary);
        });
        thread.join();
        var logger = LoggerFactory.getLogger("some.library");
        logger.warn("It went wrong: " + failure.getMessage(), failure);
        logger.warn("It went wrong: {}, retrying", failure.toString(), failure);
        logger.warn("It went wrong: {} at {}", failure, 3);

        assertThat(log)
                .contains("Failed behind a click", "A thread ended by a failure", "It went wrong")
                .contains("Caused by: java.lang.RuntimeException")
                .contains("ObservabilityTests.java")
                .doesNotContain(canary);
    }
}
