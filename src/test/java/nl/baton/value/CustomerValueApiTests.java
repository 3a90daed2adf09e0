package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Reach;
import nl.baton.customer.Referral;
import nl.baton.database.DatabaseTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another system is told of a customer's value, and what it is not. */
@DatabaseTest
class CustomerValueApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(1994, 3, 31);

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Customers customers;

    @Autowired
    private Purchases purchases;

    @Autowired
    private ValuationSteps steps;

    @Autowired
    private JdbcClient jdbc;

    private final String key = "api-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Long> issued = new ArrayList<>();

    private record Answer(int status, JsonNode body) {}

    @BeforeEach
    void aBuyerWhoReferredAnother() {
        Instant then = Instant.parse("1994-01-05T10:00:00Z");
        SystemWork.run(() -> {
            customers.store(List.of(
                    NewCustomer.of(key, "K/1", NewCustomer.Kind.PERSON, "Griet Onvindbaar")
                            .identities(List.of(
                                    new Identity(Identity.Kind.EMAIL, "griet@" + key + ".nl", null),
                                    new Identity(Identity.Kind.PHONE, "06 0844 4321", null)))
                            .reach(new Reach(12, then))
                            .build(),
                    NewCustomer.of(key, "K2", NewCustomer.Kind.PERSON, "Piet Vindbaar")
                            .referredBy(List.of(new Referral("K/1", BigDecimal.ONE, then)))
                            .build()));
            purchases.store(List.of(
                    sale("P1", "K/1", "EUR", "12.50"), sale("P2", "K/1", "USD", "7"), sale("P3", "K2", "EUR", "8")));
        });
        var now = UtcTime.of(Instant.now());
        jdbc.sql("""
                        INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                            changed_at)
                        SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', ?, 0, 0, 0, ?, ? FROM value_scoring""").params(DAY, now, now).update();
        steps.all(() -> false);
    }

    @AfterEach
    void revoke() {
        asAdministrator();
        issued.forEach(tokens::revoke);
        SecurityContextHolder.clearContext();
        jdbc.sql("DELETE FROM purchase WHERE source = ?").param(key).update();
    }

    private NewPurchase sale(String id, String customer, String currency, String amount) {
        return new NewPurchase(
                key,
                id,
                customer,
                Instant.parse("1994-02-05T10:00:00Z"),
                new BigDecimal(amount),
                new BigDecimal(amount),
                currency,
                NewPurchase.Kind.SALE,
                null);
    }

    private static void asAdministrator() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_283, "admin", Set.of(Role.ADMIN), null));
    }

    private Answer get(String path, ApiScope... scopes) {
        asAdministrator();
        ApiTokens.Issued token = tokens.issue("value test", Set.of(scopes));
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

    @Test
    void all_four_quadrants_come_with_their_ranges_and_no_way_to_reach_anybody() {
        Answer answer = get("/api/v1/customers?source=" + key + "&externalId=K/1", ApiScope.VALUE_READ);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.body();
        assertThat(body.get("asOf").asString()).isEqualTo("1994-03-31");
        assertThat(body.get("tier").asString()).isEqualTo("A");
        assertThat(body.get("stage").asString()).isEqualTo("NEW");
        assertThat(body.get("silenceDays").asInt()).isEqualTo(54);
        assertThat(body.get("rhythm").isNull()).isTrue();
        assertThat(body.get("rfm").isNull()).isTrue();
        assertThat(body.get("alive").isNull()).isTrue();
        assertThat(body.get("aliveGround").asString()).isEqualTo("ONE_PURCHASE");
        JsonNode value = body.get("value");
        assertThat(value.get("currency").asString()).isEqualTo("EUR");
        JsonNode current = value.get("currentDirect");
        assertThat(current.get("value").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(current.get("low").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(current.get("interval").asString()).isEqualTo("COUNTED");
        assertThat(current.get("asOf").asString()).isEqualTo("1994-03-31");
        JsonNode potential = value.get("potentialDirect");
        assertThat(potential.get("value").isNull()).isTrue();
        assertThat(potential.get("ground").asString()).isEqualTo("TOO_FEW_BUYERS");
        assertThat(potential.get("interval").asString()).isEqualTo("OUTCOME_90");
        JsonNode through = value.get("currentIndirect");
        assertThat(through.get("value").decimalValue()).isEqualByComparingTo("8");
        assertThat(through.get("n").asInt()).isEqualTo(1);
        JsonNode ahead = value.get("potentialIndirect");
        assertThat(ahead.get("ground").asString()).isEqualTo("NO_ANSWER");
        assertThat(ahead.get("interval").asString()).isEqualTo("SHARE_95");
        assertThat(body.get("otherCurrencies")
                        .get(0)
                        .get("currentDirect")
                        .get("value")
                        .decimalValue())
                .isEqualByComparingTo("7");
        assertThat(body.toString()).doesNotContain("griet", "Griet", "0844", "4321");
        assertThat(jdbc.sql("""
                        SELECT COUNT(*) FROM audit_entry a JOIN customer c ON a.subject = CONCAT('customer ', c.id)
                        WHERE c.source = ? AND a.action = 'value.read'""").param(key).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void one_who_came_since_is_known_without_a_value() {
        SystemWork.run(() -> customers.store(List.of(
                NewCustomer.of(key, "K3", NewCustomer.Kind.PERSON, "Later").build())));

        Answer answer = get("/api/v1/customers/" + key + "/K3", ApiScope.VALUE_READ);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("externalId").asString()).isEqualTo("K3");
        assertThat(answer.body().get("value").isNull()).isTrue();
        assertThat(answer.body().get("asOf").isNull()).isTrue();
    }

    @Test
    void what_is_wrong_is_told_with_its_field() {
        Answer nobody = get("/api/v1/customers/" + key + "/nobody", ApiScope.VALUE_READ);
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body().get("field").asString()).isEqualTo("externalId");
        assertThat(nobody.body().get("detail").asString()).isEqualTo("externalId is no customer of this source");
        Answer blank = get("/api/v1/customers?source=%20&externalId=K2", ApiScope.VALUE_READ);
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.body().get("field").asString()).isEqualTo("source");
        Answer missing = get("/api/v1/customers?source=" + key, ApiScope.VALUE_READ);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().get("detail").asString()).contains("externalId");
    }

    @Test
    void no_other_scope_opens_it() {
        ApiScope[] others =
                EnumSet.complementOf(EnumSet.of(ApiScope.VALUE_READ)).toArray(ApiScope[]::new);
        assertThat(get("/api/v1/customers/" + key + "/K2", others).status()).isEqualTo(403);
        assertThat(get("/api/v1/handoffs/summary", ApiScope.VALUE_READ).status())
                .isEqualTo(403);
    }

    @Test
    void it_is_described_with_the_others() {
        JsonNode paths = get("/api/v1/openapi.json", ApiScope.VALUE_READ).body().get("paths");
        assertThat(paths.get("/api/v1/customers/{source}/{externalId}")
                        .get("get")
                        .get("description")
                        .asString())
                .contains("value:read");
        assertThat(paths.get("/api/v1/customers").has("get")).isTrue();
        assertThat(paths.get("/api/v1/customers").has("post")).isTrue();
    }
}
