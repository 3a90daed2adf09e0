package nl.baton.segment;

import java.math.BigDecimal;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.baton.base.Formats;
import nl.baton.base.Language;
import nl.baton.base.Texts;
import nl.baton.department.Departments;
import nl.baton.handoff.HandoffWords;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.segment.Trait.AliveIs;
import nl.baton.segment.Trait.HandoffBroken;
import nl.baton.segment.Trait.LastScore;
import nl.baton.segment.Trait.Prefers;
import nl.baton.segment.Trait.WorthIs;
import nl.baton.value.ValueTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one trait into words. */
@Component
class TraitWords {

    private static final String KEY = "segment.words.";

    private final Texts texts;
    private final Departments departments;
    private final JourneyTypes types;
    private final HandoffWords rules;
    private final ValueTotals totals;

    TraitWords(Texts texts, Departments departments, JourneyTypes types, HandoffWords rules, ValueTotals totals) {
        this.texts = texts;
        this.departments = departments;
        this.types = types;
        this.rules = rules;
        this.totals = totals;
    }

    /** How it is said: of customers who have it, of those who have not, or by itself. */
    enum Form {
        IS,
        NOT,
        SHORT
    }

    /** A text under a key in each form, all with the same arguments. */
    private record Phrase(String key, List<Object> arguments) {

        static Phrase of(String key, Object... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }

    String said(Trait trait, Form form, Locale locale) {
        Phrase phrase = phrase(trait, locale);
        return texts.text(
                locale, KEY + phrase.key + "." + form.name().toLowerCase(Locale.ROOT), phrase.arguments.toArray());
    }

    private Phrase phrase(Trait trait, Locale locale) {
        return switch (trait) {
            case Trait.KindIs(var kind) -> Phrase.of("kind." + kind);
            case Trait.AttributeIs(String key, var values) -> Phrase.of("attribute", key, quoted(values, locale));
            case Trait.LivesAs(var aspect, var values) -> Phrase.of("lives." + aspect, quoted(values, locale));
            case Prefers(var wish, String wished) ->
                Phrase.of("prefers." + wish, wish == Prefers.Wish.LANGUAGE ? language(wished, locale) : quoted(wished));
            case Trait.TierIs(var tiers) -> Phrase.of("tier", or(names(tiers), locale));
            case Trait.RfmIs(var segments) ->
                Phrase.of(
                        "rfm",
                        or(names(segments).map(name -> quoted(texts.text(locale, "value.rfm." + name))), locale));
            case Trait.StageIs(var stages) ->
                Phrase.of(
                        "stage",
                        or(names(stages).map(name -> texts.text(locale, KEY + "stage." + name)), locale),
                        and(
                                names(stages)
                                        .map(name -> texts.text(
                                                locale,
                                                KEY + "stage.unlike",
                                                texts.text(locale, KEY + "stage." + name))),
                                locale),
                        or(names(stages).map(name -> texts.text(locale, "value.stage." + name)), locale));
            case WorthIs(var of, var from, var below) ->
                Phrase.of("worth." + of, range(from, below, amount -> money(amount, locale), locale));
            case AliveIs(var from, var below) ->
                Phrase.of("alive", range(from, below, share -> percent(share, locale), locale));
            case Trait.JourneyOpen(var type) ->
                type == null ? Phrase.of("journey-open") : Phrase.of("journey-open.type", type(type, locale));
            case Trait.JourneyBegun(var type, int days) ->
                type == null
                        ? Phrase.of("journey-begun", days(days, locale))
                        : Phrase.of("journey-begun.type", days(days, locale), type(type, locale));
            case Trait.BreakdownOpen(var rule) ->
                rule == null
                        ? Phrase.of("breakdown-open")
                        : Phrase.of("breakdown-open.rule", quoted(rules.rule(locale, rule)));
            case HandoffBroken broken -> broken(broken, locale);
            case Trait.FeedbackGiven(var kind, int days) ->
                Phrase.of(
                        "feedback",
                        days(days, locale),
                        texts.text(locale, KEY + "feedback.one." + kind),
                        texts.text(locale, KEY + "feedback.name." + kind));
            case LastScore(var kind, int from, int to) ->
                Phrase.of(
                        "score",
                        texts.text(locale, KEY + "score.name." + kind),
                        from == to ? Formats.of(locale).number(from) : texts.text(locale, KEY + "scores", from, to));
            case Trait.ComplaintOpen() -> Phrase.of("complaint-open");
            case Trait.ConsentTo(String purpose) -> Phrase.of("consent", quoted(purpose));
        };
    }

    private Phrase broken(HandoffBroken broken, Locale locale) {
        List<String> which = new ArrayList<>();
        which.add(texts.text(locale, KEY + "handoff-broken.handoff"));
        if (broken.rule() != null) {
            which.add("(" + quoted(rules.rule(locale, broken.rule())) + ")");
        }
        if (broken.from() != null) {
            which.add(texts.text(locale, KEY + "handoff-broken.from", department(broken.from(), locale)));
        }
        if (broken.to() != null) {
            which.add(texts.text(locale, KEY + "handoff-broken.to", department(broken.to(), locale)));
        }
        return Phrase.of("handoff-broken", days(broken.days(), locale), String.join(" ", which));
    }

    private String days(int days, Locale locale) {
        return texts.text(locale, KEY + "days", Formats.of(locale).number(days), days);
    }

    private String type(long id, Locale locale) {
        return types.all().stream()
                .filter(type -> type.id() == id)
                .findFirst()
                .map(JourneyType::name)
                .map(TraitWords::quoted)
                .orElseGet(() -> texts.text(locale, KEY + "unknown"));
    }

    private String department(long id, Locale locale) {
        long survivor = departments.survivors().department(id);
        return departments.all().stream()
                .filter(department -> department.id() == survivor)
                .findFirst()
                .map(department -> department.name())
                .orElseGet(() -> texts.text(locale, KEY + "unknown"));
    }

    private String range(
            @Nullable BigDecimal from, @Nullable BigDecimal below, Function<BigDecimal, String> words, Locale locale) {
        if (from == null) {
            return below == null ? "" : texts.text(locale, KEY + "range.below", words.apply(below));
        }
        return below == null
                ? texts.text(locale, KEY + "range.from", words.apply(from))
                : texts.text(locale, KEY + "range.both", words.apply(from), words.apply(below));
    }

    /** As it was asked, to the cent. */
    private String money(BigDecimal amount, Locale locale) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return sign() + Formats.of(locale).number(amount.doubleValue(), whole ? 0 : 2);
    }

    /** Of what somebody is worth: whole amounts say enough. */
    String about(BigDecimal amount, Locale locale) {
        return sign() + Formats.of(locale).number(amount.doubleValue(), 0);
    }

    private String sign() {
        String code = totals.currency();
        return (code.equals("EUR") ? "€" : code) + "\u00a0";
    }

    private static String percent(BigDecimal share, Locale locale) {
        int digits = Math.max(0, share.stripTrailingZeros().scale() - 2);
        return Formats.of(locale).percent(share.doubleValue(), digits);
    }

    /** The name of a language by its code; the code itself where it is none. */
    static String language(String code, Locale locale) {
        return Locale.of(code).getDisplayLanguage(Language.of(locale).locale());
    }

    private static Stream<String> names(Collection<? extends Enum<?>> chosen) {
        return chosen.stream().map(Enum::name);
    }

    private static String quoted(Collection<String> words, Locale locale) {
        return or(words.stream().map(TraitWords::quoted), locale);
    }

    private static String quoted(String word) {
        return "“" + word + "”";
    }

    private static String or(Stream<String> words, Locale locale) {
        return joined(words, ListFormat.Type.OR, locale);
    }

    private static String and(Stream<String> words, Locale locale) {
        return joined(words, ListFormat.Type.STANDARD, locale);
    }

    private static String joined(Stream<String> words, ListFormat.Type type, Locale locale) {
        return ListFormat.getInstance(Language.of(locale).locale(), type, ListFormat.Style.FULL)
                .format(words.toList());
    }
}
