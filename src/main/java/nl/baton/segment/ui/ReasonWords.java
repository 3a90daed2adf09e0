package nl.baton.segment.ui;

import java.util.Locale;
import java.util.Objects;
import nl.baton.base.Texts;
import nl.baton.segment.ConditionWords;
import nl.baton.segment.Reason;
import nl.baton.segment.Trait;
import org.springframework.stereotype.Component;

/** Says what changed of a customer, from what to what. */
@Component
class ReasonWords {

    private final ConditionWords conditions;
    private final Texts texts;

    ReasonWords(ConditionWords conditions, Texts texts) {
        this.conditions = conditions;
        this.texts = texts;
    }

    String of(Reason reason, Locale locale) {
        return switch (reason.kind()) {
            case DESCRIPTION -> texts.text(locale, "segment.reason.description");
            case KNOWN -> texts.text(locale, "segment.reason.known");
            case TRAIT -> trait(reason, locale);
        };
    }

    private String trait(Reason reason, Locale locale) {
        Trait trait = Objects.requireNonNull(reason.trait());
        String said = conditions.trait(trait, locale);
        if (reason.from() != null && reason.to() != null) {
            return texts.text(
                    locale,
                    "segment.reason.from-to",
                    said,
                    conditions.value(trait, reason.from(), locale),
                    conditions.value(trait, reason.to(), locale));
        }
        return texts.text(locale, reason.now() ? "segment.reason.now" : "segment.reason.no-more", said);
    }
}
