package nl.baton.intake.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that sends items, with a token of its own. */
final class Sender implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiTokens tokens;
    private final ApiTokens.Issued issued;
    private final int port;

    Sender(ApiTokens tokens, int port, ApiScope... scopes) {
        this.tokens = tokens;
        this.port = port;
        this.issued = asAdministrator(() -> tokens.issue("intake test", java.util.Set.of(scopes)));
    }

    private static <T> T asAdministrator(java.util.function.Supplier<T> deed) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("admin", "", "ROLE_ADMIN"));
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    String secret() {
        return issued.secret();
    }

    /** An answer as it came. */
    record Answer(int status, String type, HttpResponse<String> http) {

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode item(int n) {
            return json().get("items").get(n);
        }

        String counts() {
            JsonNode json = json();
            return json.get("accepted") + " " + json.get("known") + " " + json.get("replaced") + " "
                    + json.get("rejected");
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + issued.secret());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer);
        } catch (IOException cut) {
            throw new java.io.UncheckedIOException(cut);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    Answer post(String type, byte[] body, String... headers) {
        return postTo("touchpoints", type, body, headers);
    }

    Answer postTo(String kind, String json) {
        return postTo(kind, "application/json", json.getBytes(UTF_8));
    }

    private Answer postTo(String kind, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = request("/api/v1/" + kind)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    Answer post(String json, String... headers) {
        return post("application/json", json.getBytes(UTF_8), headers);
    }

    Answer lines(String lines) {
        return post("application/x-ndjson", lines.getBytes(UTF_8));
    }

    @Override
    public void close() {
        asAdministrator(() -> {
            tokens.revoke(issued.id());
            return true;
        });
        http.close();
    }
}
