package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.BatonTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search index is built anew by one request, from who may set up, and serves meanwhile. */
@BatonTest
class SearchRebuildApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int PATIENCE = 600;

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private SearchRebuild rebuild;

    private ApiTokens.Issued issued;

    record Answer(int status, JsonNode body) {}

    @AfterEach
    void revoke() {
        if (issued != null) {
            as(Role.ADMIN);
            tokens.revoke(issued.id());
        }
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_042, "admin", Set.of(role), null));
    }

    private void token(Set<ApiScope> scopes) {
        as(Role.ADMIN);
        issued = tokens.issue("search rebuild test", scopes);
        SecurityContextHolder.clearContext();
    }

    private Answer call(HttpMethod method) {
        return RestClient.create("http://localhost:" + port)
                .method(method)
                .uri("/api/v1/search/rebuild")
                .header("Authorization", "Bearer " + issued.secret())
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(),
                        JSON.readTree(response.getBody().readAllBytes())));
    }

    @Test
    void customers_are_found_before_during_and_after() throws InterruptedException {
        String name = "Wilhelmina " + UUID.randomUUID();
        SystemWork.run(
                () -> customers.store(List.of(NewCustomer.of("search-rebuild", name, NewCustomer.Kind.PERSON, name)
                        .build())));
        SearchIndex.await(search, name);
        token(Set.of(ApiScope.SETUP_WRITE));

        Answer asked = call(HttpMethod.POST);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("ready").asBoolean()).isTrue();
        as(Role.AGENT);
        int i = 0;
        do {
            assertThat(search.find(name, 1).customers()).hasSize(1);
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (call(HttpMethod.GET).body().get("underWay").asBoolean() && i++ < PATIENCE);
        JsonNode done = call(HttpMethod.GET).body();
        assertThat(done.get("underWay").asBoolean()).isFalse();
        assertThat(done.get("indexed").asLong()).isPositive();
        assertThat(search.find(name, 1).customers()).hasSize(1);
    }

    @Test
    void a_token_without_the_right_to_set_up_is_refused() {
        token(EnumSet.complementOf(EnumSet.of(ApiScope.SETUP_WRITE)));

        assertThat(call(HttpMethod.POST).status()).isEqualTo(403);
        assertThat(call(HttpMethod.GET).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void of_the_roles_only_an_administrator_may_ask(Role role) {
        as(role);

        assertThatThrownBy(rebuild::request).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(rebuild::progress).isInstanceOf(AccessDeniedException.class);
    }
}
