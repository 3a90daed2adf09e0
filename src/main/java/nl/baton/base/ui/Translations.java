package nl.baton.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Language;
import nl.baton.base.Texts;
import org.springframework.stereotype.Component;

/** Gives components the same texts that everything else has. */
@Component
class Translations implements I18NProvider {

    private static final long serialVersionUID = 1;

    private final transient Texts texts;

    Translations(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return texts.text(locale, key, arguments);
    }
}
