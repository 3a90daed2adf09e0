package nl.baton.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as they are stored. Decides nothing. */
@Repository
@Transactional
class AccountTable {

    private static final String COLUMNS = """
            id, username, name, password_hash, home_department_id, language, theme, enabled, demo, version,
            locked_until, last_sign_in_at, email
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    AccountTable(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Names are compared without regard to case, on any database. */
    static String normalised(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    long add(NewAccount account) {
        long id = ids.next("app_user");
        jdbc.sql("""
                        INSERT INTO app_user (id, username, name, password_hash, home_department_id, enabled, demo,
                            version, failed_sign_ins, created_at)
                        VALUES (?, ?, ?, ?, ?, TRUE, ?, 1, 0, ?)
                        """)
                .param(id)
                .param(normalised(account.username()))
                .param(account.name())
                .param(account.passwordHash())
                .param(account.homeDepartmentId())
                .param(account.demo())
                .param(UtcTime.of(clock.instant()))
                .update();
        insertRoles(id, account.roles());
        return id;
    }

    Optional<Account> byUsername(String username) {
        return one("username = ?", normalised(username));
    }

    Optional<Account> byId(long id) {
        return one("id = ?", id);
    }

    private Optional<Account> one(String condition, Object value) {
        return withRoles(jdbc.sql("SELECT " + COLUMNS + " FROM app_user WHERE " + condition)
                        .param(value)
                        .query(AccountTable::account)
                        .list())
                .stream()
                .findFirst();
    }

    List<Account> page(String part, int offset, int limit) {
        return withRoles(jdbc.sql("SELECT " + COLUMNS + """
                         FROM app_user
                        WHERE username LIKE :part ESCAPE '!' OR LOWER(name) LIKE :part ESCAPE '!'
                        ORDER BY name, id
                        LIMIT :limit OFFSET :offset
                        """)
                .param("part", pattern(part))
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountTable::account)
                .list());
    }

    long count(String part) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM app_user
                        WHERE username LIKE :part ESCAPE '!' OR LOWER(name) LIKE :part ESCAPE '!'
                        """).param("part", pattern(part)).query(Long.class).single();
    }

    private static String pattern(String part) {
        return "%" + normalised(part).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    boolean any() {
        return jdbc.sql("SELECT COUNT(*) FROM app_user").query(Long.class).single() > 0;
    }

    /** Enabled administrators; locks their rows, so that two changes at once cannot each spare the other's last one. */
    List<Long> lockAdministrators() {
        return jdbc.sql("""
                        SELECT u.id FROM app_user u JOIN app_user_role r ON r.user_id = u.id
                        WHERE r.role = 'ADMIN' AND u.enabled = TRUE ORDER BY u.id FOR UPDATE
                        """).query(Long.class).list();
    }

    void setRoles(long id, Set<Role> roles) {
        jdbc.sql("DELETE FROM app_user_role WHERE user_id = ?").param(id).update();
        insertRoles(id, roles);
        endSessions(id);
    }

    void setProfile(long id, String name, @Nullable Long homeDepartmentId) {
        jdbc.sql("UPDATE app_user SET name = ?, home_department_id = ?, version = version + 1 WHERE id = ?")
                .param(name)
                .param(homeDepartmentId)
                .param(id)
                .update();
    }

    void setEnabled(long id, boolean enabled) {
        jdbc.sql("UPDATE app_user SET enabled = ?, version = version + 1 WHERE id = ?")
                .params(enabled, id)
                .update();
    }

    /** A new password also lifts a lock: its owner has just been let in by a link. */
    void setPasswordHash(long id, @Nullable String hash) {
        jdbc.sql("""
                        UPDATE app_user SET password_hash = ?, version = version + 1, failed_sign_ins = 0,
                            locked_until = NULL WHERE id = ?
                        """).param(hash).param(id).update();
    }

    void setLanguage(long id, String language) {
        jdbc.sql("UPDATE app_user SET language = ? WHERE id = ?")
                .params(language, id)
                .update();
    }

    void setEmail(long id, @Nullable String email) {
        jdbc.sql("UPDATE app_user SET email = ? WHERE id = ?")
                .param(email)
                .param(id)
                .update();
    }

    /** Those who can sign in and have any of these roles. */
    List<Account> enabledWith(Set<Role> roles) {
        return withRoles(jdbc.sql("SELECT " + COLUMNS + """
                         FROM app_user WHERE enabled = TRUE
                            AND id IN (SELECT r.user_id FROM app_user_role r WHERE r.role IN (:roles)) ORDER BY id""")
                .param("roles", roles.stream().map(Role::name).toList())
                .query(AccountTable::account)
                .list());
    }

    void setTheme(long id, String theme) {
        jdbc.sql("UPDATE app_user SET theme = ? WHERE id = ?").params(theme, id).update();
    }

    private void endSessions(long id) {
        jdbc.sql("UPDATE app_user SET version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** Counts a failure and tells how many there now are in a row. */
    int countFailure(long id) {
        jdbc.sql("UPDATE app_user SET failed_sign_ins = failed_sign_ins + 1 WHERE id = ?")
                .param(id)
                .update();
        return jdbc.sql("SELECT failed_sign_ins FROM app_user WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** The count starts anew when the lock ends. */
    void lock(long id, Instant until) {
        jdbc.sql("UPDATE app_user SET locked_until = ?, failed_sign_ins = 0 WHERE id = ?")
                .params(UtcTime.of(until), id)
                .update();
    }

    void signedIn(long id) {
        jdbc.sql("UPDATE app_user SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?")
                .params(UtcTime.of(clock.instant()), id)
                .update();
    }

    private void insertRoles(long id, Set<Role> roles) {
        for (Role role : roles) {
            jdbc.sql("INSERT INTO app_user_role (user_id, role) VALUES (?, ?)")
                    .params(id, role.name())
                    .update();
        }
    }

    private List<Account> withRoles(List<Account> accounts) {
        if (accounts.isEmpty()) {
            return accounts;
        }
        Map<Long, Set<Role>> roles = new HashMap<>();
        jdbc.sql("SELECT user_id, role FROM app_user_role WHERE user_id IN (:ids)")
                .param("ids", accounts.stream().map(Account::id).toList())
                .query((row, n) -> roles.computeIfAbsent(row.getLong(1), id -> EnumSet.noneOf(Role.class))
                        .add(Role.valueOf(row.getString(2))))
                .list();
        return accounts.stream()
                .map(account -> account.withRoles(roles.getOrDefault(account.id(), Set.of())))
                .toList();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("password_hash"),
                Set.of(),
                row.getObject("home_department_id", Long.class),
                row.getString("language"),
                row.getString("theme"),
                row.getBoolean("enabled"),
                row.getBoolean("demo"),
                row.getInt("version"),
                UtcTime.instantOrNull(row.getObject("locked_until", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("last_sign_in_at", LocalDateTime.class)),
                row.getString("email"));
    }

    /** What a new account is made of; without a hash nobody can sign in until a one-time link has been used. */
    record NewAccount(
            String username,
            String name,
            @Nullable String passwordHash,
            Set<Role> roles,
            @Nullable Long homeDepartmentId,
            boolean demo) {}
}
