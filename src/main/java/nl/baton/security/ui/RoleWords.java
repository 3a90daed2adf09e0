package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.security.Role;

/** The roles in the reader's language. */
final class RoleWords {

    private RoleWords() {}

    static String name(Component where, Role role) {
        return where.getTranslation("security.role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** What the role lets its holder do, in one line. */
    static String may(Component where, Role role) {
        return where.getTranslation("security.role." + role.name().toLowerCase(Locale.ROOT) + ".may");
    }

    static String names(Component where, Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(role -> name(where, role)).collect(Collectors.joining(", "));
    }
}
