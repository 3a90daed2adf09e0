package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.feedback.FeedbackKind;
import nl.baton.handoff.FeedbackTotal;
import nl.baton.handoff.LaneFeedback.Totals;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.LaneVoice;
import org.jspecify.annotations.Nullable;

/** What customers said after a handoff of the lane: how much and how good, and in their own words the last first. */
final class VoiceList extends AnalysisPart {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 5;

    /** Drawn in the browser, where the focus in it outlives new rows. */
    private static final String ROW = """
            <div class='voice-row'><span class='quiet'>${item.when}</span>\
            <span class='kind'>${item.what}</span><span class='words'>${item.words}</span>\
            <span class='who'>${item.href ? html`<a href=${item.href} router-link>${item.name}</a>` : ''}</span></div>""";

    private final transient AnalysisReading reading;
    private final transient LaneFilter filter;
    private final transient LaneFigures lane;
    private final transient Formats formats = Formats.of(getLocale());
    private final Paragraph counts = new Paragraph();
    private final Grid<LaneVoice> grid = new Grid<>();
    private transient @Nullable Totals shown;

    VoiceList(LaneFilter filter, LaneFigures lane, AnalysisReading reading, ListLinks links) {
        super("voices", links);
        this.filter = filter;
        this.lane = lane;
        this.reading = reading;
        counts.addClassName("counts");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("voice-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("handoff.analysis.voices"));
        grid.addColumn(LitRenderer.<LaneVoice>of(ROW)
                        .withProperty(
                                "when",
                                voice -> formats.date(Days.dayOf(voice.said().receivedAt(), reading.zone())))
                        .withProperty("what", voice -> what(voice.said()))
                        .withProperty(
                                "words",
                                voice -> Objects.requireNonNullElse(voice.said().text(), ""))
                        .withProperty("href", this::href)
                        .withProperty("name", this::name))
                .setKey("row");
        grid.setItems(
                query -> reading.said(filter, lane, query.getOffset(), query.getLimit()).items().stream(),
                query -> (int) Objects.requireNonNull(shown).items());
        add(counts, grid);
        explain("handoff.analysis.voices.definition");
    }

    Component show(Totals totals) {
        boolean first = shown == null;
        boolean same = totals.equals(shown);
        shown = totals;
        counts.setText(totals.kinds().stream().map(this::count).collect(Collectors.joining(" · ")));
        counts.setVisible(!totals.kinds().isEmpty());
        grid.setVisible(totals.items() > 0);
        grid.setAllRowsVisible(totals.items() <= SHOWN_AT_ONCE);
        grid.setClassName("tall", totals.items() > SHOWN_AT_ONCE);
        if (!first && !same) {
            grid.getDataProvider().refreshAll();
        }
        says(totals.kinds().isEmpty() ? getTranslation("handoff.analysis.voices.none") : recent(totals.recent()));
        return this;
    }

    /** "Recommendation −20 (−48 – 8), n 15"; "Complaint, n 3". */
    private String count(FeedbackTotal total) {
        String kind = getTranslation("feedback.kind." + total.kind().name());
        Double value = total.value();
        Interval interval = total.interval();
        if (value == null || interval == null) {
            return getTranslation("handoff.analysis.voices.count", kind, formats.number(total.n()));
        }
        return getTranslation(
                "handoff.analysis.voices.measure",
                kind,
                total.kind() == FeedbackKind.NPS ? formats.number(100 * value, 0) : formats.percent(value, 0),
                formats.percentRange(interval, 0),
                formats.number(total.n()));
    }

    private String what(Said said) {
        String kind = getTranslation("feedback.kind." + said.kind().name());
        return said.score() == null
                ? kind
                : getTranslation(
                        "feedback.score", kind, said.score(), said.kind().most());
    }

    private String href(LaneVoice voice) {
        return voice.customer() == null || voice.journey() == null
                ? ""
                : reading.link(voice.customer().id(), voice.journey().id())
                        .getElement()
                        .getAttribute("href");
    }

    private String name(LaneVoice voice) {
        if (voice.customer() == null) {
            return "";
        }
        String name = voice.customer().name();
        return name != null
                ? name
                : getTranslation("customer.unnamed", voice.customer().number());
    }
}
