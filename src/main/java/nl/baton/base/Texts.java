package nl.baton.base;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What Baton says, in Dutch and English, from {@code messages_nl.properties} and {@code messages_en.properties}; for
 * components and for everything that writes without one.
 */
@Component
public class Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    public Texts() {
        // Without the usual fall-back to the server's language: a server set to French must not matter.
        var exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            bundles.put(language, ResourceBundle.getBundle("messages", language.locale(), exact));
        }
    }

    /** The text under this key as a {@link MessageFormat}; the key itself where there is none, so that it is noticed. */
    public String text(Locale locale, String key, Object... arguments) {
        Language language = Language.of(locale);
        ResourceBundle bundle = bundles.get(language);
        if (bundle == null || !bundle.containsKey(key)) {
            LOG.warn("No text for {} in {}", key, language);
            return key;
        }
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    public boolean has(Locale locale, String key) {
        ResourceBundle bundle = bundles.get(Language.of(locale));
        return bundle != null && bundle.containsKey(key);
    }
}
