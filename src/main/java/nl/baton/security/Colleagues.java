package nl.baton.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom Baton itself may write to: people who can sign in. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Colleagues {

    private final AccountTable accounts;
    private final ObjectProvider<HomeDepartments> departments;

    Colleagues(AccountTable accounts, ObjectProvider<HomeDepartments> departments) {
        this.accounts = accounts;
        this.departments = departments;
    }

    /**
     * A person.
     *
     * @param homeDepartmentId the department as it is read, where it was merged into another
     * @param language chosen at a screen; the house's first where none was
     * @param email null where the person has none
     */
    public record Colleague(
            long id,
            String name,
            Set<Role> roles,
            @Nullable Long homeDepartmentId,
            Language language,
            @Nullable String email) {}

    /** All with any of these roles. */
    @Transactional(readOnly = true)
    public List<Colleague> with(Set<Role> roles) {
        return accounts.enabledWith(roles).stream().map(this::colleague).toList();
    }

    /** One of them; empty once the account is gone or shut. */
    @Transactional(readOnly = true)
    public Optional<Colleague> byId(long id) {
        return accounts.byId(id).filter(Account::enabled).map(this::colleague);
    }

    private Colleague colleague(Account account) {
        HomeDepartments known = departments.getIfAvailable();
        Long home = account.homeDepartmentId();
        return new Colleague(
                account.id(),
                account.name(),
                account.roles(),
                home == null || known == null ? home : Long.valueOf(known.survivor(home)),
                Optional.ofNullable(account.language())
                        .flatMap(Language::ofCode)
                        .orElse(Language.ENGLISH),
                account.email());
    }
}
