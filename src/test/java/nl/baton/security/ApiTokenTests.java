package nl.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ApiTokenTests extends SecurityTest {

    private static final String PROBE = "/api/v1/probe";
    private static final String DESCRIPTION = "/api/v1/openapi.json";

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ApiTokenTable table;

    @Test
    void without_a_token_the_api_asks_for_one_in_problem_json() throws Exception {
        http.perform(get(PROBE))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, "Bearer"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(401));
    }

    @Test
    void a_wrong_token_opens_nothing() throws Exception {
        http.perform(bearing("wrong", PROBE))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("invalid_token")));
    }

    @Test
    void a_signed_in_person_is_nobody_to_the_api() throws Exception {
        Account account = account(Role.EXECUTIVE);
        signIn(account);
        var context = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();

        http.perform(get(PROBE).sessionAttr("SPRING_SECURITY_CONTEXT", context)).andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_does_what_its_scope_says_and_no_more() throws Exception {
        String reader = issue(ApiScope.HANDOFFS_READ).secret();
        String writer = issue(ApiScope.INTAKE_WRITE).secret();

        http.perform(bearing(reader, PROBE)).andExpect(status().isOk());
        http.perform(bearing(writer, PROBE))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("insufficient_scope")));
    }

    @Test
    void a_revoked_token_opens_nothing_any_more() throws Exception {
        ApiTokens.Issued issued = issue(ApiScope.HANDOFFS_READ);
        http.perform(bearing(issued.secret(), PROBE)).andExpect(status().isOk());

        signIn(account(Role.ADMIN));
        tokens.revoke(issued.id());
        SecurityContextHolder.clearContext();

        http.perform(bearing(issued.secret(), PROBE)).andExpect(status().isUnauthorized());
    }

    @Test
    void the_use_of_a_token_is_remembered_and_its_secret_is_not() throws Exception {
        ApiTokens.Issued issued = issue(ApiScope.HANDOFFS_READ);
        http.perform(bearing(issued.secret(), PROBE)).andExpect(status().isOk());

        ApiTokenTable.Row row = table.live(SecretHash.of(issued.secret())).orElseThrow();
        assertThat(row.lastUsedAt()).isNotNull();
        assertThat(jdbc.sql("SELECT token_hash FROM api_token")
                        .query(String.class)
                        .list())
                .doesNotContain(issued.secret());
    }

    @Test
    void the_start_up_token_has_all_scopes_and_takes_the_place_of_the_former_one() throws Exception {
        new StartUpToken(table, "the-former-start-up-token").afterSingletonsInstantiated();
        http.perform(bearing("the-former-start-up-token", PROBE)).andExpect(status().isOk());

        new StartUpToken(table, "another-start-up-token").afterSingletonsInstantiated();
        http.perform(bearing("the-former-start-up-token", PROBE)).andExpect(status().isUnauthorized());
        http.perform(bearing("another-start-up-token", PROBE)).andExpect(status().isOk());

        new StartUpToken(table, "").afterSingletonsInstantiated();
        http.perform(bearing("another-start-up-token", PROBE)).andExpect(status().isUnauthorized());
    }

    @Test
    void the_description_is_for_tokens_and_signed_in_people() throws Exception {
        http.perform(get(DESCRIPTION)).andExpect(status().isUnauthorized());
        http.perform(bearing(issue(ApiScope.INTAKE_WRITE).secret(), DESCRIPTION))
                .andExpect(status().isOk());

        Account account = account(Role.AGENT);
        http.perform(get(DESCRIPTION)
                        .with(SecurityMockMvcRequestPostProcessors.securityContext(
                                SignedInAs.Factory.context(account.id(), account.username(), account.roles(), null))))
                .andExpect(status().isOk())
                .andExpect(content().string(startsWith("{\"openapi\"")));
    }

    private ApiTokens.Issued issue(ApiScope scope) {
        signIn(account(Role.ADMIN));
        ApiTokens.Issued issued = tokens.issue("test " + newName(), Set.of(scope));
        SecurityContextHolder.clearContext();
        return issued;
    }

    private static MockHttpServletRequestBuilder bearing(String token, String path) {
        return get(java.net.URI.create(path)).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
