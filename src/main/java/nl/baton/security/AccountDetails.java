package nl.baton.security;

import java.time.Clock;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Gives Spring Security the account that somebody tries to enter. */
@Component
class AccountDetails implements UserDetailsService {

    private final AccountTable accounts;
    private final Passwords passwords;
    private final Clock clock;

    AccountDetails(AccountTable accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account =
                accounts.byUsername(username).orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
        return new SignedInUser(account, passwords.orNobody(account.passwordHash()), account.lockedAt(clock.instant()));
    }
}
