package nl.baton.segment;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.base.sheet.Sheet;
import nl.baton.base.sheet.Sheet.Note;
import nl.baton.base.sheet.SheetColumn;
import nl.baton.segment.CampaignSelection.Row;
import nl.baton.segment.CampaignSelection.Selected;
import nl.baton.value.ValueTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the customers of a campaign out as a sheet. */
@Component
class CampaignSheet {

    private final Texts texts;
    private final ValueTotals totals;
    private final ZoneId zone;

    CampaignSheet(Texts texts, ValueTotals totals, BatonProperties properties) {
        this.texts = texts;
        this.totals = totals;
        this.zone = properties.zone();
    }

    Sheet<Row> of(Segment segment, Selected selected, Iterable<Row> rows, Locale locale) {
        List<SheetColumn<Row>> columns = new ArrayList<>(List.of(
                column("source", locale, row -> row.called().source()),
                column("number", locale, row -> row.called().number()),
                column("tier", locale, row -> said(row, Standing::tier)),
                column("stage", locale, row -> named("value.stage.", said(row, Standing::stage), locale)),
                column("rfm", locale, row -> named("value.rfm.", said(row, Standing::rfm), locale)),
                amount("current", locale, Standing::current),
                amount("potential", locale, Standing::potential)));
        String kept = text("attribute.definition", locale);
        for (String key : selected.rules().attributes()) {
            columns.add(SheetColumn.text(key, kept, row -> row.attributes().get(key)));
        }
        return new Sheet<>(text("name", locale), columns, rows, notes(segment, selected, locale));
    }

    private List<Note> notes(Segment segment, Selected selected, Locale locale) {
        Formats formats = Formats.of(locale);
        CampaignRules rules = selected.rules();
        CampaignPreview numbers = selected.numbers();
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(text("segment", locale), segment.name()));
        notes.add(new Note(text("made", locale), formats.dateTime(numbers.asOf(), zone)));
        notes.add(new Note(text("members", locale), formats.number(numbers.members())));
        numbers.because()
                .forEach((reason, customers) -> notes.add(new Note(
                        texts.text(locale, "segment.campaign.because." + reason),
                        text(
                                "because",
                                locale,
                                formats.number(customers),
                                texts.text(
                                        locale,
                                        "segment.campaign.because." + reason + ".definition",
                                        rules.purpose(),
                                        rules.cap(),
                                        rules.days())))));
        notes.add(new Note(text("alone", locale), text("alone.text", locale, formats.number(numbers.alone()))));
        notes.add(new Note(text("remaining", locale), formats.number(numbers.remaining())));
        return notes;
    }

    private SheetColumn<Row> column(String key, Locale locale, Function<Row, @Nullable String> value) {
        return SheetColumn.text(text(key, locale), text(key + ".definition", locale), value);
    }

    private SheetColumn<Row> amount(String key, Locale locale, Function<Standing, @Nullable BigDecimal> value) {
        return SheetColumn.decimal(text(key, locale, totals.currency()), text(key + ".definition", locale), row -> {
            BigDecimal amount = row.standing() == null ? null : value.apply(row.standing());
            return amount == null ? null : (Double) amount.doubleValue();
        });
    }

    private static @Nullable String said(Row row, Function<Standing, @Nullable String> of) {
        return row.standing() == null ? null : of.apply(row.standing());
    }

    private @Nullable String named(String prefix, @Nullable String code, Locale locale) {
        return code == null ? null : texts.text(locale, prefix + code);
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.text(locale, "segment.campaign.sheet." + key, values);
    }
}
