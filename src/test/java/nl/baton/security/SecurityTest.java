package nl.baton.security;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Set;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the tests of this module share: accounts of their own, and requests through the real security chains. */
@DatabaseTest
abstract class SecurityTest {

    static final String PASSWORD = "correct horse battery";

    private static String hash;

    @Autowired
    AccountTable accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    MockMvc http;

    @BeforeEach
    void buildHttp() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void forgetWhoIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    static String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    Account account(Role... roles) {
        long id = accounts.add(
                new AccountTable.NewAccount(newName(), "Ada Account", hashOfPassword(), Set.of(roles), null, false));
        return accounts.byId(id).orElseThrow();
    }

    /** Computed once: a hash takes a quarter of a second, on purpose. */
    private String hashOfPassword() {
        if (hash == null) {
            hash = passwords.hash(PASSWORD);
        }
        return hash;
    }

    Account fresh(Account account) {
        return accounts.byId(account.id()).orElseThrow();
    }

    static void signIn(Account account) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(
                account.id(), account.username(), account.roles(), account.homeDepartmentId()));
    }
}
