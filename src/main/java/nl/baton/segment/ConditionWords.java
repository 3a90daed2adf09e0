package nl.baton.segment;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Stand-in. */
@Component
public class ConditionWords {

    public String sentence(Condition condition, Locale locale) {
        return condition.toString();
    }

    public String trait(Trait trait, Locale locale) {
        return trait.toString();
    }

    public String value(Trait trait, String code, Locale locale) {
        return code;
    }
}
