package nl.baton.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Says who belongs to a segment, in one sentence that can be read in one way only. */
@Component
@PreAuthorize("isAuthenticated()")
public class ConditionWords {

    private static final String KEY = "segment.words.";

    private final Texts texts;
    private final TraitWords traits;

    ConditionWords(Texts texts, TraitWords traits) {
        this.texts = texts;
        this.traits = traits;
    }

    /** The whole of it, such as "Customers who are at risk, with value tier A or B, and who have no open breakdown". */
    public String sentence(Condition condition, Locale locale) {
        return switch (Clause.of(condition)) {
            case Clause.Joined(boolean all, var parts)
            when parts.isEmpty() -> texts.text(locale, KEY + (all ? "everyone" : "nobody"));
            case Clause clause -> texts.text(locale, KEY + "customers", said(clause, 0, locale));
        };
    }

    /** One trait, such as "value tier A or B". */
    public String trait(Trait trait, Locale locale) {
        return traits.said(trait, TraitWords.Form.SHORT, locale);
    }

    /** A word or number that a customer has where a trait asks for it: a tier, a stage, an amount. */
    public String value(Trait trait, String code, Locale locale) {
        return switch (trait) {
            case Trait.StageIs stage -> known(locale, "value.stage." + code, code);
            case Trait.RfmIs rfm -> known(locale, "value.rfm." + code, code);
            case Trait.KindIs kind -> known(locale, KEY + "kind." + code + ".short", code);
            case Trait.WorthIs worth ->
                number(code).map(amount -> traits.about(amount, locale)).orElse(code);
            case Trait.AliveIs alive ->
                number(code)
                        .map(share -> Formats.of(locale).percent(share.doubleValue(), 0))
                        .orElse(code);
            case Trait.Prefers(var wish, String value)
            when wish == Trait.Prefers.Wish.LANGUAGE -> TraitWords.language(code, locale);
            case Trait other -> code;
        };
    }

    private String known(Locale locale, String key, String code) {
        return texts.has(locale, key) ? texts.text(locale, key) : code;
    }

    private static Optional<BigDecimal> number(String code) {
        try {
            return Optional.of(new BigDecimal(code));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }

    /**
     * Commas part what is joined outermost, none stand within what is joined in there, and what lies deeper stands in
     * brackets.
     */
    private String said(Clause clause, int depth, Locale locale) {
        return switch (clause) {
            case Clause.Said(Trait trait, boolean not) ->
                traits.said(trait, not ? TraitWords.Form.NOT : TraitWords.Form.IS, locale);
            case Clause.Joined(boolean all, var parts) -> {
                List<String> said = parts.stream()
                        .map(part -> said(part, depth + 1, locale))
                        .toList();
                String word = texts.text(locale, KEY + (all ? "and" : "or"));
                yield switch (depth) {
                    case 0 -> outermost(said, word, parts.stream().allMatch(Clause.Said.class::isInstance));
                    case 1 -> String.join(" " + word + " ", said);
                    default -> "(" + String.join(" " + word + " ", said) + ")";
                };
            }
        };
    }

    private static String outermost(List<String> said, String word, boolean plain) {
        if (plain && said.size() == 2) {
            return String.join(" " + word + " ", said);
        }
        int last = said.size() - 1;
        return IntStream.range(0, said.size())
                .mapToObj(i -> i == 0 ? said.get(i) : (plain && i < last ? ", " : ", " + word + " ") + said.get(i))
                .collect(Collectors.joining());
    }
}
