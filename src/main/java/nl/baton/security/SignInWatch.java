package nl.baton.security;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts wrong passwords and locks the account that has had too many. */
@Component
class SignInWatch {

    private final AccountTable accounts;
    private final Audit audit;
    private final SecurityProperties properties;
    private final Clock clock;

    SignInWatch(AccountTable accounts, Audit audit, SecurityProperties properties, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** Not for unknown names: people type their password into the wrong field, and that must not be kept. */
    @EventListener
    @Transactional
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        accounts.byUsername(event.getAuthentication().getName()).ifPresent(account -> {
            if (account.lockedAt(clock.instant())) {
                return;
            }
            int failures = accounts.countFailure(account.id());
            audit.recordAs(account.id(), account.username(), "signin.failed", account.username(), null);
            if (failures >= properties.maxFailures()) {
                accounts.lock(account.id(), clock.instant().plus(properties.lockFor()));
                audit.recordAs(account.id(), account.username(), "signin.locked", account.username(), null);
            }
        });
    }

    @EventListener
    @Transactional
    void succeeded(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser user) {
            accounts.signedIn(user.id());
            audit.recordAs(user.id(), user.getUsername(), "signin.succeeded", user.getUsername(), null);
        }
    }
}
