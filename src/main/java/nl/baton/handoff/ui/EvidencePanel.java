package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import org.jspecify.annotations.Nullable;

/** The very handoffs that a figure counts, loaded as they are scrolled to; each leads to the customer. */
final class EvidencePanel extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 12;

    private final transient HandoffsReading reading;
    private final transient HandoffWords words;
    private final transient CustomerScreen screen;
    private final transient Formats formats;

    EvidencePanel(
            @Nullable LaneFigures lane,
            LaneFilter filter,
            HandoffsState state,
            HandoffsReading reading,
            HandoffWords words,
            CustomerScreen screen,
            SerializableConsumer<HandoffsState> go) {
        this.reading = reading;
        this.screen = screen;
        this.words = words;
        this.formats = Formats.of(getLocale());
        addClassName("evidence");
        setId("evidence");
        String show = state.show() == null ? HandoffsState.ALL : state.show();
        Which which = which(show);
        long total = reading.handoffs(filter, lane, which, 0, 1).total();
        Button close = new Button(
                getTranslation("handoff.evidence.close"), click -> go.accept(state.showing(null, lane != null)));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        H2 title = new H2(title(show, total));
        title.getElement().setAttribute("tabindex", "-1");
        Div head = new Div(title, close);
        head.addClassName("section-head");
        add(head, grid(lane, filter, which, total));
        addAttachListener(attached -> title.getElement().callJsFunction("scrollIntoView"));
    }

    private static Which which(String show) {
        return switch (show) {
            case HandoffsState.ALL -> new Which.All();
            case "broken" -> new Which.Broken();
            case "ping-pong" -> new Which.PingPongs();
            case "return" -> new Which.Returns();
            case "not-picked-up" -> new Which.NotPickedUp();
            default -> new Which.ByRule(show);
        };
    }

    private String title(String show, long total) {
        String n = formats.number(total);
        return switch (which(show)) {
            case Which.ByRule(String rule) -> getTranslation("handoff.evidence.rule", n, words.rule(getLocale(), rule));
            default -> getTranslation("handoff.evidence." + show, n);
        };
    }

    private Component grid(@Nullable LaneFigures lane, LaneFilter filter, Which which, long total) {
        Grid<HandoffEvidence> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("evidence-grid");
        grid.addComponentColumn(this::row).setKey("row");
        grid.getElement().setAttribute("aria-label", getTranslation("handoff.evidence.label"));
        grid.setItems(
                query -> {
                    Page<HandoffEvidence> page =
                            reading.handoffs(filter, lane, which, query.getOffset(), query.getLimit());
                    return page.items().stream();
                },
                query -> (int) total);
        grid.setEmptyStateText(getTranslation("handoff.evidence.none"));
        grid.setAllRowsVisible(total <= SHOWN_AT_ONCE);
        grid.setClassName("tall", total > SHOWN_AT_ONCE);
        return grid;
    }

    /** One row, which on a phone becomes three lines. */
    private Component row(HandoffEvidence evidence) {
        Span when = new Span(formats.dateTime(
                evidence.pickedUpAt() == null ? evidence.passedAt() : evidence.pickedUpAt(), reading.zone()));
        when.addClassNames("when", "quiet");
        LaneLabel lane = new LaneLabel(
                new DepartmentLabel(evidence.from().name(), evidence.from().slot()),
                new DepartmentLabel(evidence.to().name(), evidence.to().slot()));
        Div row = new Div(when, who(evidence), lane, why(evidence));
        row.addClassName("evidence-row");
        return row;
    }

    private Component who(HandoffEvidence evidence) {
        CustomerCard customer = evidence.customer();
        String unnamed = customer.number().isEmpty()
                ? getTranslation("customer.unnamed-masked")
                : getTranslation("customer.unnamed", customer.number());
        String name = customer.name() == null ? unnamed : customer.name();
        String journey =
                evidence.journey().typeName() + " " + evidence.journey().caseNumber();
        Span about = new Span(journey);
        about.addClassName("quiet");
        // who may see evidence only, with masked names, has no profile to go to
        Component who = customer.number().isEmpty()
                ? new Span(name)
                : screen.link(name, customer.id(), evidence.journey().id());
        Div cell = new Div(who, about);
        cell.addClassName("who");
        return cell;
    }

    private Component why(HandoffEvidence evidence) {
        Div cell = new Div();
        cell.addClassName("why");
        if (evidence.findings().isEmpty()) {
            cell.add(new StateLabel(
                    StateLabel.State.FINE,
                    getTranslation(
                            "handoff.evidence.fine",
                            words.wait(getLocale(), evidence.businessWait(), evidence.receiver()))));
        } else {
            cell.add(new StateLabel(
                    StateLabel.State.BROKEN,
                    evidence.findings().stream()
                            .map(finding -> words.sentence(
                                    getLocale(),
                                    finding,
                                    evidence.from().name(),
                                    evidence.to().name(),
                                    evidence.receiver()))
                            .collect(Collectors.joining(" "))));
        }
        return cell;
    }
}
