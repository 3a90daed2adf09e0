package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.Glyph;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.Finding;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.ui.VerdictReading.Place;
import org.jspecify.annotations.Nullable;

/** The very handoffs that a figure counts, loaded as they are scrolled to; each leads to the customer. */
final class EvidencePanel extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 12;

    private final transient HandoffsReading reading;
    private final transient HandoffWords words;
    private final transient CustomerScreen screen;
    private final transient Formats formats;
    private final transient @Nullable LaneFigures lane;
    private final transient LaneFilter filter;
    private final String show;
    private final H2 title = new H2();
    private final Grid<HandoffEvidence> grid = new Grid<>();
    private final VerdictPanel verdicts;
    private transient Page<HandoffEvidence> shown = Page.empty();

    EvidencePanel(
            @Nullable LaneFigures lane,
            LaneFilter filter,
            HandoffsState state,
            HandoffsReading reading,
            VerdictReading verdicts,
            CustomerScreen screen,
            SerializableConsumer<HandoffsState> go) {
        this.reading = reading;
        this.screen = screen;
        this.words = verdicts.words();
        this.formats = Formats.of(getLocale());
        this.lane = lane;
        this.filter = filter;
        this.show = state.show() == null ? HandoffsState.ALL : state.show();
        addClassName("evidence");
        setId("evidence");
        Button close = new Button(
                getTranslation("handoff.evidence.close"), click -> go.accept(state.showing(null, lane != null)));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        title.getElement().setAttribute("tabindex", "-1");
        Div head = new Div(title, close);
        head.addClassName("section-head");
        this.verdicts = new VerdictPanel(verdicts, grid::focus);
        fill();
        show(first());
        Div place = new Div(grid, this.verdicts);
        place.addClassNames("relay-place", "evidence-place");
        add(head);
        ListKey.counterpart(show).ifPresent(other -> add(ListLinks.counterpart(state, other, this)));
        add(place);
        addAttachListener(attached -> title.getElement().callJsFunction("scrollIntoView"));
    }

    /** The first handoffs of the list as they are now, to be shown with {@link #update}; touches no component. */
    Page<HandoffEvidence> first() {
        return reading.handoffs(filter, lane, which(show), 0, SHOWN_AT_ONCE);
    }

    /** Shows what has become of the list, in place. */
    void update(Page<HandoffEvidence> fresh) {
        verdicts.counted();
        if (!fresh.equals(shown)) {
            show(fresh);
            grid.getDataProvider().refreshAll();
        }
    }

    private void show(Page<HandoffEvidence> first) {
        shown = first;
        title.setText(title(first.total()));
        grid.setAllRowsVisible(first.total() <= SHOWN_AT_ONCE);
        grid.setClassName("tall", first.total() > SHOWN_AT_ONCE);
    }

    private static Which which(String show) {
        return switch (show) {
            case HandoffsState.ALL -> new Which.All();
            case "broken" -> new Which.Broken();
            case "ping-pong" -> new Which.PingPongs();
            case "return" -> new Which.Returns();
            case "not-picked-up" -> new Which.NotPickedUp();
            case HandoffsState.AT_STAKE -> new Which.AtStake();
            default -> ListKey.which(show).orElseGet(() -> new Which.ByRule(show));
        };
    }

    private String title(long total) {
        return switch (which(show)) {
            case Which.ByRule(String rule) ->
                getTranslation("handoff.evidence.rule", total, words.rule(getLocale(), rule));
            case Which.Slice slice -> ListKey.title(slice, total, words, getLocale(), this);
            case Which.Dismissed dismissed -> ListKey.title(dismissed, total, words, getLocale(), this);
            default -> getTranslation("handoff.evidence." + show, total);
        };
    }

    private void fill() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("evidence-grid");
        grid.addColumn(row()).setKey("row");
        grid.getElement().setAttribute("aria-label", getTranslation("handoff.evidence.label"));
        grid.setItems(
                query -> {
                    Page<HandoffEvidence> page =
                            reading.handoffs(filter, lane, which(show), query.getOffset(), query.getLimit());
                    return page.items().stream();
                },
                query -> (int) shown.total());
        grid.setEmptyStateText(getTranslation("handoff.evidence.none"));
    }

    /** One row, which on a phone becomes three lines; drawn in the browser, where the focus in it outlives new rows. */
    private static final String ROW = """
            <div class='evidence-row'><span class='when quiet'>${item.when}</span>\
            <div class='who'>${item.href ? html`<a href=${item.href} router-link>${item.name}</a>` \
            : html`<span>${item.name}</span>`}<span class='quiet'>${item.about}</span></div>\
            <span class='lane'><span class='department ${item.fromColour}'>${item.from}</span>\
            <span class='arrow' role='img' aria-label='${item.toward}'>→</span>\
            <span class='department ${item.toColour}'>${item.to}</span></span>\
            <div class='why'><span class='state ${item.kind}'>\
            <span class='glyph glyph-${item.kind}' aria-hidden='true' .innerHTML=${item.glyph}></span>\
            <span>${item.words}</span></span>${item.verdicts ? html`<button class='verdicts' @click=${open}>${item.verdicts}            </button>` : ''}</div></div>""";

    private LitRenderer<HandoffEvidence> row() {
        return LitRenderer.<HandoffEvidence>of(ROW)
                .withProperty("when", this::when)
                .withProperty("href", this::href)
                .withProperty("name", this::name)
                .withProperty(
                        "about",
                        evidence -> evidence.journey().typeName() + " "
                                + evidence.journey().caseNumber())
                .withProperty("from", evidence -> evidence.from().name())
                .withProperty("to", evidence -> evidence.to().name())
                .withProperty(
                        "fromColour",
                        evidence -> DepartmentLabel.classNames(evidence.from().slot()))
                .withProperty(
                        "toColour",
                        evidence -> DepartmentLabel.classNames(evidence.to().slot()))
                .withProperty("toward", evidence -> getTranslation("shell.lane.to"))
                .withProperty("kind", EvidencePanel::kind)
                .withProperty("glyph", evidence -> Glyph.drawing(kind(evidence)))
                .withProperty("words", this::why)
                .withProperty("verdicts", evidence -> judged(evidence) ? getTranslation("finding.open") : "")
                .withFunction("open", this::open);
    }

    private String when(HandoffEvidence evidence) {
        return formats.dateTime(
                evidence.pickedUpAt() == null ? evidence.passedAt() : evidence.pickedUpAt(), reading.zone());
    }

    private String name(HandoffEvidence evidence) {
        CustomerCard customer = evidence.customer();
        if (customer.name() != null) {
            return customer.name();
        }
        return customer.number().isEmpty()
                ? getTranslation("customer.unnamed-masked")
                : getTranslation("customer.unnamed", customer.number());
    }

    /** Who may see evidence only, with masked names, has no profile to go to. */
    private String href(HandoffEvidence evidence) {
        CustomerCard customer = evidence.customer();
        return customer.number().isEmpty()
                ? ""
                : screen.link("", customer.id(), evidence.journey().id())
                        .getElement()
                        .getAttribute("href");
    }

    /** Whether there is something found of it that a lead can speak of; a pass that still waits has nothing yet. */
    private static boolean judged(HandoffEvidence evidence) {
        return evidence.pickup() != 0 && !evidence.findings().isEmpty();
    }

    private void open(HandoffEvidence evidence) {
        verdicts.open(
                name(evidence) + ", " + when(evidence),
                new Place(filter.grain(), evidence.journey().id(), evidence.pickup()));
    }

    private static String kind(HandoffEvidence evidence) {
        return evidence.broken() ? Glyph.BROKEN : Glyph.FINE;
    }

    private String why(HandoffEvidence evidence) {
        return evidence.findings().isEmpty()
                ? getTranslation(
                        "handoff.evidence.fine", words.wait(getLocale(), evidence.businessWait(), evidence.receiver()))
                : evidence.findings().stream()
                        .map(finding -> sentence(finding, evidence))
                        .collect(Collectors.joining(" "));
    }

    private String sentence(Finding finding, HandoffEvidence evidence) {
        String says = words.sentence(
                getLocale(), finding, evidence.from().name(), evidence.to().name(), evidence.receiver());
        return finding.dismissed() ? getTranslation("finding.dismissed.short", says) : says;
    }
}
