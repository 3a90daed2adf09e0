package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.ui.DownloadPanel;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.ExplainedPart;
import nl.baton.base.ui.Tile;
import nl.baton.segment.CampaignExports;
import nl.baton.segment.CampaignPreview;
import nl.baton.segment.CampaignRules;
import nl.baton.segment.Trait;
import org.jspecify.annotations.Nullable;

/** Takes a segment along for a campaign: who of it remains, who is left alone and why, and then the file. */
public final class CampaignPart extends ExplainedPart {

    private static final long serialVersionUID = 1;
    private static final String TEXTS = "segment.campaign.";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final transient CampaignExports exports;
    private final transient Background background;
    private final ZoneId zone;
    private final long segment;
    private final ComboBox<String> purpose = new ComboBox<>(say("purpose"));
    private final IntegerField cap;
    private final IntegerField days;
    private final MultiSelectComboBox<String> attributes = new MultiSelectComboBox<>(say("attributes"));
    private final Div outcome = new Div();
    private final DownloadPanel files = new DownloadPanel();
    private @Nullable Tile<Counted> tile;
    /** As last chosen; a request that downloads must not touch the screen. */
    private transient volatile @Nullable CampaignRules rules;

    /** What was counted, and by which rules. */
    record Counted(CampaignRules rules, CampaignPreview numbers) {}

    /**
     * @param zone the company's
     * @param purposes to which customers consented
     * @param keys of attributes that customers have
     */
    public CampaignPart(
            long segment,
            CampaignExports exports,
            Background background,
            ZoneId zone,
            List<String> purposes,
            List<String> keys) {
        super(TEXTS, "campaign-part", "title");
        this.segment = segment;
        this.exports = exports;
        this.background = background;
        this.zone = zone;
        CampaignExports.Cap usual = exports.usualCap();
        cap = number("cap", usual.contacts(), CampaignRules.HIGHEST_CAP);
        days = number("days", usual.days(), Trait.MOST_DAYS);
        if (purposes.isEmpty()) {
            add(new EmptyState(say("no-purposes"), say("no-purposes.next")));
            return;
        }
        purpose.setItems(purposes);
        purpose.setPlaceholder(say("purpose.choose"));
        purpose.addValueChangeListener(change -> count());
        attributes.setItems(keys);
        attributes.setVisible(!keys.isEmpty());
        attributes.setHelperText(say("attributes.help", CampaignRules.MOST_ATTRIBUTES));
        attributes.addValueChangeListener(change -> take());
        Div fields = new Div(purpose, cap, days, attributes);
        fields.addClassName("fields");
        files.offer(
                TEXTS + "csv",
                ".csv",
                CSV,
                asked -> exports.csv(segment, current(), asked.reason(), asked.locale(), asked.out()));
        files.offer(
                TEXTS + "excel",
                ".xlsx",
                EXCEL,
                asked -> exports.excel(segment, current(), asked.reason(), asked.locale(), asked.out()));
        files.setVisible(false);
        outcome.add(files);
        outcome.addClassName("outcome");
        add(fields, outcome);
        if (purposes.size() == 1) {
            purpose.setValue(purposes.getFirst());
        }
    }

    private IntegerField number(String key, int usual, int most) {
        IntegerField field = new IntegerField(say(key));
        field.setHelperText(say(key + ".help"));
        field.setValue(usual);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        field.setErrorMessage(say(key + ".wrong", most));
        field.addValueChangeListener(change -> count());
        return field;
    }

    /** Empty, and said at the field, where something is not as it must be. */
    private Optional<CampaignRules> chosen() {
        boolean counts = fits(cap, CampaignRules.HIGHEST_CAP) & fits(days, Trait.MOST_DAYS);
        boolean few = attributes.getValue().size() <= CampaignRules.MOST_ATTRIBUTES;
        attributes.setErrorMessage(say("attributes.wrong", CampaignRules.MOST_ATTRIBUTES));
        attributes.setInvalid(!few);
        return purpose.getValue() == null || !counts || !few
                ? Optional.empty()
                : Optional.of(new CampaignRules(
                        purpose.getValue(),
                        cap.getValue(),
                        days.getValue(),
                        attributes.getValue().stream().sorted().toList()));
    }

    private static boolean fits(IntegerField field, int most) {
        Integer value = field.getValue();
        boolean fits = value != null && value >= 1 && value <= most;
        field.setInvalid(!fits);
        return fits;
    }

    /** Other attributes change nobody's lot. */
    private void take() {
        rules = chosen().orElse(null);
        outcome.setVisible(rules != null);
    }

    private void count() {
        take();
        CampaignRules asked = rules;
        if (asked == null) {
            return;
        }
        if (tile == null) {
            tile = new Tile<>(background, () -> counted(asked), this::shown).withPatience(say("counting"));
            outcome.addComponentAsFirst(tile);
        } else {
            tile.load(() -> counted(asked));
        }
    }

    private Counted counted(CampaignRules asked) {
        return new Counted(asked, exports.preview(segment, asked));
    }

    private Component shown(Counted counted) {
        files.setVisible(counted.numbers.remaining() > 0);
        return new CampaignNumbers(counted, zone);
    }

    private CampaignRules current() throws IOException {
        CampaignRules now = rules;
        if (now == null) {
            throw new IOException("what was chosen has been changed, and is not complete");
        }
        return now;
    }

    private String say(String key, Object... values) {
        return getTranslation(TEXTS + key, values);
    }
}
