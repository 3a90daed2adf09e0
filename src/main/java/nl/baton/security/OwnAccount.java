package nl.baton.security;

import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people set of their own account. */
@Service
@PreAuthorize("isAuthenticated()")
public class OwnAccount {

    private final AccountTable accounts;
    private final CurrentUserProvider users;
    private final Audit audit;

    OwnAccount(AccountTable accounts, CurrentUserProvider users, Audit audit) {
        this.accounts = accounts;
        this.users = users;
        this.audit = audit;
    }

    /** Where alerts go. */
    @Transactional(readOnly = true)
    public Optional<String> email() {
        return accounts.byId(users.get().id()).map(Account::email);
    }

    /** Sets where alerts go; blank for nowhere. */
    @Transactional
    public void setEmail(String typed) {
        CurrentUser user = users.get();
        String address = AccountRules.email(typed);
        String before = accounts.byId(user.id()).map(Account::email).orElse(null);
        if (!Objects.equals(address, before)) {
            accounts.setEmail(user.id(), address);
            audit.record("user.email", user.username(), null);
        }
    }
}
