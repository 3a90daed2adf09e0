package nl.baton.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the holder of a one-time link may do: set the password it is for. Open to everyone; the link is the proof. */
@Service
@PreAuthorize("permitAll()")
public class Welcome {

    private final OneTimeLinks links;
    private final AccountTable accounts;
    private final Passwords passwords;
    private final Audit audit;

    Welcome(OneTimeLinks links, AccountTable accounts, Passwords passwords, Audit audit) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Whom the link invites; empty when it is unknown, spent or expired. */
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(String token) {
        return links.open(token).flatMap(link -> {
            Long userId = link.userId();
            if (userId == null) {
                return accounts.any() ? Optional.empty() : Optional.of(new Invitation("", "", true));
            }
            return accounts.byId(userId)
                    .filter(Account::enabled)
                    .map(account -> new Invitation(account.username(), account.name(), false));
        });
    }

    /** Sets the password of the invited account. */
    @Transactional
    public void setPassword(String token, String password) {
        Long userId = links.open(token)
                .orElseThrow(() -> new Refused(Reason.LINK_SPENT))
                .userId();
        if (userId == null) {
            throw new Refused(Reason.LINK_SPENT);
        }
        Account account =
                accounts.byId(userId).filter(Account::enabled).orElseThrow(() -> new Refused(Reason.LINK_SPENT));
        refuse(passwords.objection(password, account.username(), account.name()));
        spend(token);
        accounts.setPasswordHash(userId, passwords.hash(password));
        audit.recordAs(userId, account.username(), "user.password", account.username(), null);
    }

    /** Makes the first administrator, while there is no user at all. */
    @Transactional
    public void setUpFirstAdministrator(String token, String username, String name, String password) {
        boolean open = links.open(token).filter(link -> link.userId() == null).isPresent();
        if (!open || accounts.any()) {
            throw new Refused(Reason.LINK_SPENT);
        }
        refuse(AccountRules.objection(username, name));
        refuse(passwords.objection(password, username, name));
        spend(token);
        long id = accounts.add(new AccountTable.NewAccount(
                username, name.strip(), passwords.hash(password), Set.of(Role.ADMIN), null, false));
        String stored = AccountTable.normalised(username);
        audit.recordAs(id, stored, "user.added", stored, null);
    }

    private void spend(String token) {
        if (!links.spend(token)) {
            throw new Refused(Reason.LINK_SPENT);
        }
    }

    private static void refuse(Optional<Reason> objection) {
        objection.ifPresent(reason -> {
            throw new Refused(reason);
        });
    }

    /**
     * Whom a link invites.
     *
     * @param firstAdministrator whether user name and name are still to be given
     */
    public record Invitation(String username, String name, boolean firstAdministrator) {}
}
