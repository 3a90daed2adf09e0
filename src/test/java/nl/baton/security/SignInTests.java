package nl.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

class SignInTests extends SecurityTest {

    private static final String WRONG = "/login?error";

    @Autowired
    private AccountGuard guard;

    @Test
    void a_password_is_kept_as_a_slow_salted_hash() {
        String hash = passwords.hash(PASSWORD);

        assertThat(hash).startsWith("{bcrypt}$2a$12$").doesNotContain(PASSWORD);
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(passwords.encoder().matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.encoder().matches(PASSWORD + "!", hash)).isFalse();
    }

    @Test
    void the_right_password_signs_in_and_is_written_down() throws Exception {
        Account account = account(Role.AGENT);

        http.perform(formLogin("/login").user(account.username()).password(PASSWORD))
                .andExpect(authenticated().withUsername(account.username()).withRoles("AGENT"));

        assertThat(fresh(account).lastSignInAt()).isNotNull();
        assertThat(actionsOf(account)).isEqualTo(1);
    }

    @Test
    void case_and_blanks_around_a_user_name_do_not_matter() throws Exception {
        Account account = account(Role.AGENT);

        http.perform(formLogin("/login")
                        .user(" " + account.username().toUpperCase(Locale.ROOT))
                        .password(PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void wrong_password_unknown_name_disabled_and_invited_account_get_the_same_answer() throws Exception {
        Account wrong = account(Role.AGENT);
        Account disabled = account(Role.AGENT);
        accounts.setEnabled(disabled.id(), false);
        Account invited = account(Role.AGENT);
        accounts.setPasswordHash(invited.id(), null);

        http.perform(formLogin("/login").user(wrong.username()).password("nope"))
                .andExpect(redirectedUrl(WRONG));
        http.perform(formLogin("/login").user(newName()).password("nope")).andExpect(redirectedUrl(WRONG));
        http.perform(formLogin("/login").user(disabled.username()).password(PASSWORD))
                .andExpect(redirectedUrl(WRONG));
        http.perform(formLogin("/login").user(invited.username()).password(PASSWORD))
                .andExpect(redirectedUrl(WRONG));
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_known_one() throws Exception {
        Account account = account(Role.AGENT);
        long known = nanos(account.username());
        long unknown = nanos(newName());

        // Without a hash to compute, an answer would come in a hundredth of the time.
        assertThat((double) unknown).isGreaterThan(known * 0.3);
    }

    @Test
    void after_five_failures_the_account_is_locked_for_a_quarter_of_an_hour() throws Exception {
        Account account = account(Role.AGENT);
        for (int i = 0; i < 5; i++) {
            assertThat(fresh(account).lockedAt(Instant.now())).isFalse();
            http.perform(formLogin("/login").user(account.username()).password("nope"));
        }

        assertThat(fresh(account).lockedAt(Instant.now())).isTrue();
        assertThat(fresh(account).lockedAt(Instant.now().plusSeconds(16 * 60))).isFalse();
        http.perform(formLogin("/login").user(account.username()).password(PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl(WRONG));
    }

    @Test
    void when_the_lock_ends_the_right_password_works_and_the_count_starts_anew() throws Exception {
        Account account = account(Role.AGENT);
        accounts.lock(account.id(), Instant.now().minusSeconds(1));
        http.perform(formLogin("/login").user(account.username()).password("nope"));

        assertThat(fresh(account).lockedAt(Instant.now())).isFalse();
        http.perform(formLogin("/login").user(account.username()).password(PASSWORD))
                .andExpect(authenticated());
    }

    @Test
    void without_the_pages_token_nobody_signs_in() throws Exception {
        Account account = account(Role.AGENT);

        http.perform(post("/login").param("username", account.username()).param("password", PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login"));
    }

    @Test
    void a_session_ends_when_its_account_is_disabled() throws Exception {
        Account account = account(Role.AGENT);
        MockHttpSession session = (MockHttpSession)
                http.perform(formLogin("/login").user(account.username()).password(PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
        http.perform(get("/handoffs").session(session)).andExpect(authenticated());

        accounts.setEnabled(account.id(), false);
        guard.forget(account.id());

        http.perform(get("/handoffs").session(session)).andExpect(redirectedUrl("/login"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void pages_cannot_be_framed_and_load_nothing_from_elsewhere() throws Exception {
        http.perform(get("/users"))
                .andExpect(redirectedUrl("/login"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(startsWith("default-src 'self'"), endsWith("frame-ancestors 'none'"))));
    }

    private long nanos(String username) throws Exception {
        long before = System.nanoTime();
        http.perform(formLogin("/login").user(username).password("nope"));
        return System.nanoTime() - before;
    }

    private long actionsOf(Account account) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE user_id = ? AND action = 'signin.succeeded'")
                .param(account.id())
                .query(Long.class)
                .single();
    }
}
