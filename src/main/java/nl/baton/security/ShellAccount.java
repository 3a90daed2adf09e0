package nl.baton.security;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import java.util.function.Function;
import nl.baton.base.Language;
import nl.baton.base.ui.ColorTheme;
import nl.baton.base.ui.ShellUser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the shell who is signed in, and keeps language and theme: with the account, and before sign-in in the session. */
@Component
class ShellAccount implements ShellUser {

    private static final String CHOSEN_LANGUAGE = "baton.language";
    private static final String CHOSEN_THEME = "baton.theme";

    private final SecurityContextUser current;
    private final AccountTable accounts;
    private final ObjectProvider<HomeDepartments> departments;
    private final ObjectProvider<AuthenticationContext> authentication;

    ShellAccount(
            SecurityContextUser current,
            AccountTable accounts,
            ObjectProvider<HomeDepartments> departments,
            ObjectProvider<AuthenticationContext> authentication) {
        this.current = current;
        this.accounts = accounts;
        this.departments = departments;
        this.authentication = authentication;
    }

    @Override
    public Optional<Person> person() {
        return current.find().map(user -> new Person(user.name(), home(user)));
    }

    private Optional<Home> home(CurrentUser user) {
        HomeDepartments known = departments.getIfAvailable();
        return known == null
                ? Optional.empty()
                : user.homeDepartment().flatMap(known::byId).map(choice -> new Home(choice.name(), choice.slot()));
    }

    @Override
    public Optional<Language> language() {
        return chosen(CHOSEN_LANGUAGE, Account::language).flatMap(Language::ofCode);
    }

    @Override
    public Optional<ColorTheme> theme() {
        return chosen(CHOSEN_THEME, Account::theme).flatMap(ColorTheme::ofCode);
    }

    /** What this session chose goes before what an earlier one stored: it is the later wish. */
    private Optional<String> chosen(String attribute, Function<Account, @Nullable String> stored) {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null && session.getAttribute(attribute) instanceof String now) {
            return Optional.of(now);
        }
        return current.find()
                .flatMap(user -> accounts.byId(user.id()))
                .flatMap(account -> Optional.ofNullable(stored.apply(account)));
    }

    @Override
    public void choose(Language language) {
        keep(CHOSEN_LANGUAGE, language.code());
        current.find().ifPresent(user -> accounts.setLanguage(user.id(), language.code()));
    }

    @Override
    public void choose(ColorTheme theme) {
        keep(CHOSEN_THEME, theme.code());
        current.find().ifPresent(user -> accounts.setTheme(user.id(), theme.code()));
    }

    private static void keep(String attribute, String value) {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute(attribute, value);
        }
    }

    @Override
    public void signOut() {
        authentication.getObject().logout();
    }
}
