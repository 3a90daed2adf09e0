package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Period;
import nl.baton.base.Texts;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a list was narrowed to, for its notes and for the audit log. */
@Component
class FilterWords {

    private final Texts texts;
    private final JourneyTypes types;
    private final HandoffWords words;

    FilterWords(Texts texts, JourneyTypes types, HandoffWords words) {
        this.texts = texts;
        this.types = types;
        this.words = words;
    }

    String of(LaneFilter filter, Locale locale) {
        List<String> parts = new ArrayList<>(List.of(of(filter.journeyType(), filter.period(), locale)));
        parts.add(texts.text(locale, "handoff.by." + filter.grain().name().toLowerCase(Locale.ROOT)));
        if (filter.rule() != null) {
            parts.add(words.rule(locale, filter.rule()));
        }
        return String.join(", ", parts);
    }

    String of(@Nullable Long journeyType, @Nullable Period period, Locale locale) {
        String type = types.all().stream()
                .filter(each -> journeyType != null && each.id() == journeyType)
                .map(JourneyType::name)
                .findFirst()
                .orElseGet(() -> texts.text(locale, "handoff.type.all"));
        return type + ", "
                + (period == null
                        ? texts.text(locale, "handoff.period.all")
                        : Formats.of(locale).period(period));
    }
}
