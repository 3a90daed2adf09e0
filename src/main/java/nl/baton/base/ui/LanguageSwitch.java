package nl.baton.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import nl.baton.base.Language;

/** NL / EN. The page loads anew in the other language: every filter lives in its URL, so nothing is lost. */
public final class LanguageSwitch extends Div {

    private final transient ShellUser user;

    public LanguageSwitch(ShellUser user) {
        this.user = user;
        addClassName("language-switch");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("shell.language"));
        Span slash = new Span("/");
        slash.getElement().setAttribute("aria-hidden", "true");
        add(button(Language.DUTCH, "NL", "Nederlands"), slash, button(Language.ENGLISH, "EN", "English"));
    }

    private NativeButton button(Language language, String code, String name) {
        NativeButton button = new NativeButton(code, click -> choose(language));
        // The name in its own language, so that who cannot read this page finds it.
        button.setAriaLabel(code + ", " + name);
        button.getElement().setAttribute("lang", language.code());
        button.getElement().setAttribute("title", name);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(language == Language.of(getLocale())));
        return button;
    }

    private void choose(Language language) {
        user.choose(language);
        getUI().ifPresent(ui -> {
            ui.getSession().setLocale(language.locale());
            ui.getPage().reload();
        });
    }
}
