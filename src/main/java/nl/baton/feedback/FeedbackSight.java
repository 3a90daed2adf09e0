package nl.baton.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.baton.department.Departments;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Which feedback the asker may see. An agent sees what nobody owns, and what the own department or the agent owns; a lead
 * what the own department owns; a marketer all of it without free text; an executive totals of all.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER', 'EXECUTIVE')")
public class FeedbackSight {

    static final Condition ALL = new Condition("1 = 1", List.of());
    private static final Condition NONE = new Condition("1 = 0", List.of());

    private final Departments departments;
    private final CurrentUserProvider users;

    FeedbackSight(Departments departments, CurrentUserProvider users) {
        this.departments = departments;
        this.users = users;
    }

    /** A condition in SQL on feedback {@code f}, with its parameters. */
    public record Condition(String sql, List<Object> parameters) {}

    /** Of which the words may be read. */
    Condition readable() {
        CurrentUser user = users.get();
        var sql = new ArrayList<String>();
        if (user.has(Role.AGENT)) {
            sql.add("f.owner_word IS NULL");
        }
        Set<String> owners = user.has(Role.AGENT) || user.has(Role.LEAD) ? owners(user) : Set.of();
        if (!owners.isEmpty()) {
            sql.add(among(owners).sql());
        }
        return sql.isEmpty() ? NONE : new Condition("(" + String.join(" OR ", sql) + ")", List.copyOf(owners));
    }

    /** Which may be seen one by one, with its words or without. */
    public Condition items() {
        return users.get().has(Role.MARKETER) ? ALL : readable();
    }

    /** Which counts in totals. */
    public Condition totals() {
        return users.get().has(Role.EXECUTIVE) ? ALL : items();
    }

    /** Whose of it is looked at. */
    Condition of(InboxFilter.View view) {
        CurrentUser user = users.get();
        return switch (view) {
            case ALL -> ALL;
            case MINE -> mine(user);
            case DEPARTMENT -> among(department(user));
            case UNASSIGNED -> new Condition("f.owner_word IS NULL", List.of());
        };
    }

    private static Condition mine(CurrentUser user) {
        return new Condition(
                "(f.handler = ? OR f.owner_word IN (?, ?))",
                List.of(user.username(), word(user.username()), word(user.name())));
    }

    private static Condition among(Set<String> owners) {
        return owners.isEmpty()
                ? NONE
                : new Condition(
                        "f.owner_word IN (" + String.join(", ", Collections.nCopies(owners.size(), "?")) + ")",
                        List.copyOf(owners));
    }

    /** By which words the asker's department, and an agent, may be named as the owner. */
    Set<String> owners(CurrentUser user) {
        Set<String> names = new HashSet<>();
        if (user.has(Role.AGENT)) {
            names.add(word(user.username()));
            names.add(word(user.name()));
        }
        names.addAll(department(user));
        return names;
    }

    private Set<String> department(CurrentUser user) {
        Set<String> names = new HashSet<>();
        long home = user.homeDepartment().orElse(0L);
        departments.all().stream().filter(department -> department.id() == home).forEach(department -> {
            names.add(word(department.code()));
            names.add(word(department.name()));
        });
        return names;
    }

    static String word(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The owner as it is looked for; null for nobody. */
    static @Nullable String wordOf(@Nullable String owner) {
        return owner == null || owner.isBlank() ? null : word(owner);
    }
}
