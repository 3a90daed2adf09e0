package nl.baton.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows whether a session still fits its account: not disabled since, no other roles, no new password. */
@Component
class AccountGuard {

    private static final int GONE = -1;

    private final LoadingCache<Long, Integer> versions;

    AccountGuard(AccountTable accounts) {
        // A few seconds of delay on other nodes, instead of a query with every click.
        versions = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(5))
                .build(id -> accounts.byId(id)
                        .filter(Account::enabled)
                        .map(Account::version)
                        .orElse(GONE));
    }

    boolean admits(SignedInUser user) {
        return versions.get(user.id()) == user.version();
    }

    /** Looks the account up anew at its next request; once the change is there to be seen. */
    void forget(long id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            versions.invalidate(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                versions.invalidate(id);
            }
        });
    }
}
