package nl.baton.segment.ui.build;

import java.time.Instant;
import java.util.Locale;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.handoff.HandoffWords;
import nl.baton.segment.Condition;
import nl.baton.segment.ConditionWords;
import nl.baton.segment.SegmentRefused;
import nl.baton.segment.SegmentRefused.Reason;
import nl.baton.segment.Segments;
import nl.baton.segment.TraitChoices;
import nl.baton.value.ValueTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screen on which segments are built reads and keeps, as far as the asker may. */
@Component
public class BuilderReading {

    private final Segments segments;
    private final TraitChoices choices;
    private final ConditionWords words;
    private final HandoffWords rules;
    private final ValueTotals totals;
    private final BatonProperties properties;
    private final DraftAddress drafts;
    private final Background background;

    BuilderReading(
            Segments segments,
            TraitChoices choices,
            ConditionWords words,
            HandoffWords rules,
            ValueTotals totals,
            BatonProperties properties,
            DraftAddress drafts,
            Background background) {
        this.segments = segments;
        this.choices = choices;
        this.words = words;
        this.rules = rules;
        this.totals = totals;
        this.properties = properties;
        this.drafts = drafts;
        this.background = background;
    }

    /** How many there are, or why that is not counted. */
    record Counted(Segments.@Nullable Count count, @Nullable Reason refused) {}

    Counted count(Condition condition) {
        try {
            return new Counted(segments.count(condition), null);
        } catch (SegmentRefused refused) {
            return new Counted(null, refused.reason());
        }
    }

    public Segments segments() {
        return segments;
    }

    /** Takes seconds once an hour: not to be asked in the UI's thread. */
    public TraitChoices.Choices choices() {
        return choices.all();
    }

    public DraftAddress drafts() {
        return drafts;
    }

    public Background background() {
        return background;
    }

    ConditionWords words() {
        return words;
    }

    String rule(Locale locale, String code) {
        return rules.rule(locale, code);
    }

    /** Of the currency of all amounts. */
    String sign() {
        return totals.currency().equals("EUR") ? "€" : totals.currency();
    }

    String time(Instant moment, Locale locale) {
        return Formats.of(locale).time(moment, properties.zone());
    }
}
