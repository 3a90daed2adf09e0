package nl.baton.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;

/** Makes the accounts of the fictional company, with passwords that everybody may know. Only at start-up. */
@Component
public class DemoAccounts {

    private final AccountTable accounts;
    private final Passwords passwords;

    DemoAccounts(AccountTable accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Adds an account flagged as demo, unless there is one of that name already. */
    @Transactional
    public void addDemo(
            String username, String name, String password, Set<Role> roles, @Nullable Long homeDepartmentId) {
        if (RequestContextHolder.getRequestAttributes() != null) {
            throw new IllegalStateException("Demo accounts are made at start-up only");
        }
        if (accounts.byUsername(username).isEmpty()) {
            accounts.add(new AccountTable.NewAccount(
                    username, name, passwords.hash(password), roles, homeDepartmentId, true));
        }
    }
}
