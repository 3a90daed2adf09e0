package nl.baton.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class UserAccountsTests extends SecurityTest {

    @Autowired
    private UserAccounts users;

    @Autowired
    private OwnAccount own;

    @Autowired
    private Welcome welcome;

    @Autowired
    private AuditTrail trail;

    private Account administrator;

    @BeforeEach
    void signInAsAdministrator() {
        administrator = account(Role.ADMIN);
        signIn(administrator);
    }

    @Test
    void a_user_is_added_without_a_password_and_let_in_by_a_link() {
        String name = newName();

        UserAccounts.NewUser made =
                users.add(name.toUpperCase(Locale.ROOT), " Samira Haddad ", Set.of(Role.AGENT), null);

        UserAccount user = users.byId(made.id()).orElseThrow();
        assertThat(user.username()).isEqualTo(name);
        assertThat(user.name()).isEqualTo("Samira Haddad");
        assertThat(user.state()).isEqualTo(UserAccount.State.INVITED);
        welcome.setPassword(made.token(), PASSWORD);
        assertThat(users.byId(made.id()).orElseThrow().state()).isEqualTo(UserAccount.State.ACTIVE);
    }

    @Test
    void what_is_wrong_with_a_new_user_is_said() {
        Account other = account(Role.AGENT);

        refused(Reason.USERNAME_EMPTY, () -> users.add(" ", "Name", Set.of(Role.AGENT), null));
        refused(Reason.USERNAME_SHAPE, () -> users.add("with blank", "Name", Set.of(Role.AGENT), null));
        refused(Reason.NAME_EMPTY, () -> users.add(newName(), " ", Set.of(Role.AGENT), null));
        refused(Reason.ROLES_EMPTY, () -> users.add(newName(), "Name", Set.of(), null));
        refused(Reason.USERNAME_TAKEN, () -> users.add(other.username(), "Name", Set.of(Role.AGENT), null));
        refused(Reason.UNKNOWN_DEPARTMENT, () -> users.add(newName(), "Name", Set.of(Role.AGENT), -1L));
    }

    @Test
    void an_address_for_alerts_is_one_address_or_none() {
        Account user = account(Role.AGENT);

        users.setEmail(user.id(), " samira@voorbeeld.nl ");
        assertThat(users.byId(user.id()).orElseThrow().email()).isEqualTo("samira@voorbeeld.nl");
        for (String wrong : List.of(
                "samira",
                "a@b@c.nl",
                "a b@c.nl",
                "a@c.nl, d@e.nl",
                "a@c.nl\r\nBcc: x@y.nl",
                "Samira <a@c.nl>",
                "a..b@c.nl",
                "@c.nl",
                "a@")) {
            refused(Reason.EMAIL_SHAPE, () -> users.setEmail(user.id(), wrong));
        }
        refused(Reason.EMAIL_SHAPE, () -> users.add(newName(), "Name", Set.of(Role.AGENT), null, "no address"));
        assertThat(users.byId(user.id()).orElseThrow().email()).isEqualTo("samira@voorbeeld.nl");

        signIn(user);
        assertThat(own.email()).contains("samira@voorbeeld.nl");
        own.setEmail("ander@voorbeeld.nl");
        assertThat(own.email()).contains("ander@voorbeeld.nl");
        refused(Reason.EMAIL_SHAPE, () -> own.setEmail("nothing"));
        own.setEmail("");
        assertThat(own.email()).isEmpty();
        signIn(administrator);
        assertThat(trail.page(new AuditTrail.Filter("", "user.email", "", "", null, null), 0, 50)
                        .items())
                .noneSatisfy(
                        entry -> assertThat(entry.subject() + entry.reason()).contains("@"))
                .anySatisfy(entry -> assertThat(entry.subject()).isEqualTo(user.username()));
    }

    @Test
    void roles_change_and_with_them_the_sessions_end() {
        Account user = account(Role.AGENT);

        users.setRoles(user.id(), Set.of(Role.LEAD, Role.STEWARD));

        assertThat(fresh(user).roles()).containsExactlyInAnyOrder(Role.LEAD, Role.STEWARD);
        assertThat(fresh(user).version()).isGreaterThan(user.version());
        assertThat(trail.page(new AuditTrail.Filter("", "user.roles", "", "", null, null), 0, 50)
                        .items())
                .anySatisfy(entry -> {
                    assertThat(entry.subject()).isEqualTo(user.username());
                    assertThat(entry.username()).isEqualTo(administrator.username());
                    assertThat(entry.reason()).isEqualTo("AGENT → LEAD, STEWARD");
                });
    }

    @Test
    void nobody_changes_their_own_roles() {
        refused(Reason.OWN_ROLES, () -> users.setRoles(administrator.id(), Set.of(Role.ADMIN, Role.AGENT)));
        assertThat(fresh(administrator).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void nobody_disables_or_resets_themselves() {
        account(Role.ADMIN);

        refused(Reason.OWN_ACCOUNT, () -> users.disable(administrator.id()));
        refused(Reason.OWN_ACCOUNT, () -> users.reset(administrator.id()));
    }

    @Test
    void the_last_administrator_can_be_neither_disabled_nor_demoted() {
        // The shared database holds administrators of other tests: they step aside for this one.
        var others = jdbc.sql("""
                        SELECT u.id FROM app_user u JOIN app_user_role r ON r.user_id = u.id
                        WHERE r.role = 'ADMIN' AND u.enabled = TRUE AND u.id <> ?
                        """).param(administrator.id()).query(Long.class).list();
        others.forEach(id -> accounts.setEnabled(id, false));
        try {
            // Somebody whose rights have been taken away while the session was still open.
            Account former = account(Role.ADMIN);
            signIn(former);
            accounts.setEnabled(former.id(), false);

            refused(Reason.LAST_ADMINISTRATOR, () -> users.disable(administrator.id()));
            refused(Reason.LAST_ADMINISTRATOR, () -> users.setRoles(administrator.id(), Set.of(Role.AGENT)));
        } finally {
            others.forEach(id -> accounts.setEnabled(id, true));
        }
    }

    @Test
    void a_disabled_user_can_be_enabled_again() {
        Account user = account(Role.AGENT);

        users.disable(user.id());
        assertThat(users.byId(user.id()).orElseThrow().state()).isEqualTo(UserAccount.State.DISABLED);

        users.enable(user.id());
        assertThat(users.byId(user.id()).orElseThrow().state()).isEqualTo(UserAccount.State.ACTIVE);
    }

    @Test
    void a_reset_takes_the_password_away_at_once() {
        Account user = account(Role.AGENT);

        String token = users.reset(user.id());

        assertThat(fresh(user).passwordHash()).isNull();
        assertThat(welcome.invitation(token).orElseThrow().username()).isEqualTo(user.username());
    }

    @Test
    void users_are_found_by_part_of_their_name() {
        Account user = account(Role.AGENT);

        assertThat(users.page(user.username().substring(2, 10), 0, 10).items())
                .extracting(UserAccount::id)
                .containsExactly(user.id());
        assertThat(users.page("100%", 0, 10).total()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "ADMIN")
    void users_and_audit_are_the_administrators_only(Role role) {
        signIn(account(role));

        assertThatThrownBy(() -> users.page("", 0, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> users.add(newName(), "Name", Set.of(Role.ADMIN), null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> users.setRoles(administrator.id(), Set.of(Role.AGENT)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> users.reset(administrator.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> trail.page(AuditTrail.Filter.ALL, 0, 1)).isInstanceOf(AccessDeniedException.class);
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
