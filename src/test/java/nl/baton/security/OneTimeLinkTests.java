package nl.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.baton.base.UtcTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OneTimeLinkTests extends SecurityTest {

    private static final String NEW_PASSWORD = "a quite different secret";

    @Autowired
    private Welcome welcome;

    @Autowired
    private OneTimeLinks links;

    @Test
    void a_link_sets_a_password_once() {
        Account account = account(Role.AGENT);
        String token = links.issue(account.id());
        assertThat(welcome.invitation(token).orElseThrow().username()).isEqualTo(account.username());

        welcome.setPassword(token, NEW_PASSWORD);

        assertThat(passwords.encoder().matches(NEW_PASSWORD, fresh(account).passwordHash()))
                .isTrue();
        assertThat(welcome.invitation(token)).isEmpty();
        assertThatThrownBy(() -> welcome.setPassword(token, NEW_PASSWORD + "2"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.LINK_SPENT));
    }

    @Test
    void a_new_password_ends_the_sessions_of_the_old_one() {
        Account account = account(Role.AGENT);

        welcome.setPassword(links.issue(account.id()), NEW_PASSWORD);

        assertThat(fresh(account).version()).isGreaterThan(account.version());
    }

    @Test
    void only_its_hash_is_stored() {
        String token = links.issue(account(Role.AGENT).id());

        assertThat(jdbc.sql("SELECT token_hash FROM one_time_link")
                        .query(String.class)
                        .list())
                .contains(SecretHash.of(token))
                .doesNotContain(token);
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void after_a_day_it_no_longer_works() {
        Account account = account(Role.AGENT);
        String token = links.issue(account.id());
        jdbc.sql("UPDATE one_time_link SET expires_at = ? WHERE token_hash = ?")
                .params(UtcTime.of(java.time.Instant.now().minusSeconds(1)), SecretHash.of(token))
                .update();

        assertThat(welcome.invitation(token)).isEmpty();
        assertThatThrownBy(() -> welcome.setPassword(token, NEW_PASSWORD)).isInstanceOf(Refused.class);
    }

    @Test
    void a_second_link_makes_the_first_void() {
        Account account = account(Role.AGENT);
        String first = links.issue(account.id());
        String second = links.issue(account.id());

        assertThat(welcome.invitation(first)).isEmpty();
        assertThat(welcome.invitation(second)).isPresent();
    }

    @Test
    void a_disabled_account_is_not_let_in_by_a_link() {
        Account account = account(Role.AGENT);
        String token = links.issue(account.id());
        accounts.setEnabled(account.id(), false);

        assertThat(welcome.invitation(token)).isEmpty();
        assertThatThrownBy(() -> welcome.setPassword(token, NEW_PASSWORD)).isInstanceOf(Refused.class);
    }

    @Test
    void a_weak_password_is_refused_and_the_link_stays_good() {
        Account account = account(Role.AGENT);
        String token = links.issue(account.id());

        assertRefused(token, "short", Reason.PASSWORD_SHORT);
        assertRefused(token, "abababababababab", Reason.PASSWORD_MONOTONE);
        assertRefused(token, "my-" + account.username() + "-1", Reason.PASSWORD_NAME);
        assertRefused(token, "x".repeat(60) + "éééééééabc", Reason.PASSWORD_LONG);
        assertThat(welcome.invitation(token)).isPresent();
    }

    @Test
    void while_there_are_users_nobody_becomes_first_administrator() {
        account(Role.AGENT);
        String token = links.issue(null);

        assertThat(welcome.invitation(token)).isEmpty();
        assertThatThrownBy(() -> welcome.setUpFirstAdministrator(token, newName(), "Eve", NEW_PASSWORD))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_token_out_of_thin_air_opens_nothing() {
        assertThat(welcome.invitation("")).isEmpty();
        assertThat(welcome.invitation("nothing")).isEmpty();
    }

    private void assertRefused(String token, String password, Reason reason) {
        assertThatThrownBy(() -> welcome.setPassword(token, password))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
