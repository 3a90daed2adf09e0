package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import nl.baton.security.ApiScope;

/** What a scope lets a token do, in the reader's language. */
final class ScopeWords {

    private ScopeWords() {}

    static String may(Component where, ApiScope scope) {
        return where.getTranslation("security.scope." + scope.name().toLowerCase(Locale.ROOT));
    }
}
