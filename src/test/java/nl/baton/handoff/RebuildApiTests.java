package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import nl.baton.BatonTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rebuild is asked for through the API, with a token that may set up. */
@BatonTest
class RebuildApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int PATIENCE = 10_000;

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    private ApiTokens.Issued issued;

    record Answer(int status, JsonNode body) {}

    @AfterEach
    void revoke() {
        if (issued != null) {
            asAdministrator();
            tokens.revoke(issued.id());
        }
        SecurityContextHolder.clearContext();
    }

    private static void asAdministrator() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_041, "admin", Set.of(Role.ADMIN), null));
    }

    private void token(ApiScope scope) {
        asAdministrator();
        issued = tokens.issue("rebuild test", Set.of(scope));
        SecurityContextHolder.clearContext();
    }

    private Answer call(HttpMethod method) {
        return RestClient.create("http://localhost:" + port)
                .method(method)
                .uri("/api/v1/handoffs/rebuild")
                .header("Authorization", "Bearer " + issued.secret())
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        JSON.readTree(response.getBody().readAllBytes())));
    }

    @Test
    void all_figures_are_computed_anew_once_however_often_it_is_asked() {
        token(ApiScope.SETUP_WRITE);
        String shownSince = call(HttpMethod.GET).body().get("shownSince").asString();

        Answer first = call(HttpMethod.POST);
        Answer again = call(HttpMethod.POST);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(first.body().get("underWay").isBoolean()).isTrue();
        for (int i = 0;
                i < PATIENCE && call(HttpMethod.GET).body().get("underWay").asBoolean();
                i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        JsonNode done = call(HttpMethod.GET).body();
        assertThat(done.get("underWay").asBoolean()).isFalse();
        assertThat(done.get("shownSince").asString()).isGreaterThan(shownSince);
        assertThat(done.get("begunAt").isNull()).isTrue();
    }

    @Test
    void a_token_that_only_reads_is_refused() {
        token(ApiScope.HANDOFFS_READ);
        assertThat(call(HttpMethod.POST).status()).isEqualTo(403);
        assertThat(call(HttpMethod.GET).status()).isEqualTo(403);
    }
}
