package nl.baton.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.baton.base.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users of Baton, for administrators. Nobody changes their own roles, and the last administrator stays. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class UserAccounts {

    private final AccountTable accounts;
    private final OneTimeLinks links;
    private final AccountGuard guard;
    private final Audit audit;
    private final CurrentUserProvider current;
    private final ObjectProvider<HomeDepartments> departments;
    private final Clock clock;

    UserAccounts(
            AccountTable accounts,
            OneTimeLinks links,
            AccountGuard guard,
            Audit audit,
            CurrentUserProvider current,
            ObjectProvider<HomeDepartments> departments,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.guard = guard;
        this.audit = audit;
        this.current = current;
        this.departments = departments;
        this.clock = clock;
    }

    /** Users whose name or user name contains the part, by name. */
    @Transactional(readOnly = true)
    public Page<UserAccount> page(String part, int offset, int limit) {
        List<HomeDepartments.Choice> choices = homeDepartments();
        List<UserAccount> users = accounts.page(part, offset, limit).stream()
                .map(account -> userAccount(account, choices))
                .toList();
        return new Page<>(accounts.count(part), users);
    }

    @Transactional(readOnly = true)
    public Optional<UserAccount> byId(long id) {
        return accounts.byId(id).map(account -> userAccount(account, homeDepartments()));
    }

    /** What can be chosen as a home department; empty where no module offers any. */
    @Transactional(readOnly = true)
    public List<HomeDepartments.Choice> homeDepartments() {
        HomeDepartments known = departments.getIfAvailable();
        return known == null ? List.of() : known.choices();
    }

    /** Adds a user and gives the one-time token with which the password is set. */
    @Transactional
    public NewUser add(String username, String name, Set<Role> roles, @Nullable Long homeDepartmentId) {
        AccountRules.objection(username, name).ifPresent(UserAccounts::refuse);
        requireRoles(roles);
        requireDepartment(homeDepartmentId);
        if (accounts.byUsername(username).isPresent()) {
            refuse(Reason.USERNAME_TAKEN);
        }
        try {
            long id = accounts.add(
                    new AccountTable.NewAccount(username, name.strip(), null, roles, homeDepartmentId, false));
            audit.record("user.added", AccountTable.normalised(username), names(roles));
            return new NewUser(id, links.issue(id));
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new Refused(Reason.USERNAME_TAKEN);
        }
    }

    /** The same with where alerts go. */
    @Transactional
    public NewUser add(String username, String name, Set<Role> roles, @Nullable Long homeDepartmentId, String email) {
        String address = AccountRules.email(email);
        NewUser made = add(username, name, roles, homeDepartmentId);
        accounts.setEmail(made.id, address);
        return made;
    }

    /** Gives other roles; never to oneself, and never so that no administrator is left. */
    @Transactional
    public void setRoles(long id, Set<Role> roles) {
        Account account = account(id);
        requireRoles(roles);
        if (account.roles().equals(roles)) {
            return;
        }
        if (id == current.get().id()) {
            refuse(Reason.OWN_ROLES);
        }
        if (!roles.contains(Role.ADMIN)) {
            spareTheLastAdministrator(account);
        }
        accounts.setRoles(id, roles);
        guard.forget(id);
        audit.record("user.roles", account.username(), names(account.roles()) + " → " + names(roles));
    }

    /** Sets the name and the home department. */
    @Transactional
    public void setProfile(long id, String name, @Nullable Long homeDepartmentId) {
        Account account = account(id);
        AccountRules.objection(account.username(), name).ifPresent(UserAccounts::refuse);
        requireDepartment(homeDepartmentId);
        accounts.setProfile(id, name.strip(), sameHome(account, homeDepartmentId));
        guard.forget(id);
        audit.record("user.profile", account.username(), null);
    }

    /** Sets where alerts go; blank for nowhere. */
    @Transactional
    public void setEmail(long id, String email) {
        Account account = account(id);
        String address = AccountRules.email(email);
        if (!Objects.equals(address, account.email())) {
            accounts.setEmail(id, address);
            audit.record("user.email", account.username(), null);
        }
    }

    /** Whoever stays at home stays in the department once chosen, so that undoing its merging brings them back. */
    private @Nullable Long sameHome(Account account, @Nullable Long chosen) {
        Long stored = account.homeDepartmentId();
        return stored != null && chosen != null && survivor(stored) == chosen ? stored : chosen;
    }

    private long survivor(long department) {
        HomeDepartments known = departments.getIfAvailable();
        return known == null ? department : known.survivor(department);
    }

    /** Shuts an account and ends its sessions; not one's own. */
    @Transactional
    public void disable(long id) {
        Account account = account(id);
        spareTheLastAdministrator(account);
        if (id == current.get().id()) {
            refuse(Reason.OWN_ACCOUNT);
        }
        accounts.setEnabled(id, false);
        links.revoke(id);
        guard.forget(id);
        audit.record("user.disabled", account.username(), null);
    }

    @Transactional
    public void enable(long id) {
        Account account = account(id);
        accounts.setEnabled(id, true);
        guard.forget(id);
        audit.record("user.enabled", account.username(), null);
    }

    /** Takes the password away and gives the one-time token with which a new one is set. */
    @Transactional
    public String reset(long id) {
        Account account = account(id);
        if (id == current.get().id()) {
            // Whoever loses the link would lose Baton; another administrator does this.
            refuse(Reason.OWN_ACCOUNT);
        }
        accounts.setPasswordHash(id, null);
        guard.forget(id);
        audit.record("user.reset", account.username(), null);
        return links.issue(id);
    }

    private void spareTheLastAdministrator(Account account) {
        List<Long> administrators = accounts.lockAdministrators();
        if (administrators.equals(List.of(account.id()))) {
            refuse(Reason.LAST_ADMINISTRATOR);
        }
    }

    private Account account(long id) {
        return accounts.byId(id).orElseThrow(() -> new Refused(Reason.UNKNOWN_USER));
    }

    private static void requireRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            refuse(Reason.ROLES_EMPTY);
        }
    }

    private void requireDepartment(@Nullable Long id) {
        if (id != null && homeDepartments().stream().noneMatch(choice -> choice.id() == id)) {
            refuse(Reason.UNKNOWN_DEPARTMENT);
        }
    }

    private static void refuse(Reason reason) {
        throw new Refused(reason);
    }

    private static String names(Set<Role> roles) {
        return new TreeSet<>(roles).toString().replaceAll("[\\[\\]]", "");
    }

    private UserAccount userAccount(Account account, List<HomeDepartments.Choice> choices) {
        Long stored = account.homeDepartmentId();
        Long home = stored == null ? null : Long.valueOf(survivor(stored));
        Instant now = clock.instant();
        UserAccount.State state = !account.enabled()
                ? UserAccount.State.DISABLED
                : account.lockedAt(now)
                        ? UserAccount.State.LOCKED
                        : account.passwordHash() == null ? UserAccount.State.INVITED : UserAccount.State.ACTIVE;
        return new UserAccount(
                account.id(),
                account.username(),
                account.name(),
                account.roles(),
                home == null
                        ? null
                        : choices.stream()
                                .filter(c -> c.id() == home)
                                .findFirst()
                                .orElse(null),
                state,
                account.demo(),
                account.lastSignInAt(),
                account.id() == current.get().id(),
                account.email());
    }

    /** A user just made, and the token of the link with which the password is set. */
    public record NewUser(long id, String token) {}
}
