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
import com.vaadin.flow.function.SerializableRunnable;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.AttributedJourney;
import nl.baton.handoff.HandoffBand;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/** The very journeys that a share counts, loaded as they are scrolled to; each leads to the customer. */
final class AttributeEvidence extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 12;

    private final transient AttributesReading reading;
    private final transient CustomerScreen screen;
    private final transient Formats formats = Formats.of(getLocale());

    /** @param answer those of them that say this; null for all */
    AttributeEvidence(
            AttributesReading reading,
            CustomerScreen screen,
            long type,
            String attribute,
            HandoffBand band,
            @Nullable Boolean answer,
            SerializableRunnable close) {
        this.reading = reading;
        this.screen = screen;
        addClassName("evidence");
        setId("evidence");
        Page<AttributedJourney> first = reading.journeys(type, attribute, band, answer, 0, SHOWN_AT_ONCE);
        H2 title = new H2(getTranslation(
                answer == null ? "handoff.attributes.evidence" : "handoff.attributes.evidence.answered",
                formats.number(first.total()),
                AttributeWords.band(band, this),
                attribute,
                answer == null ? "" : AttributeWords.answer(answer, this),
                first.total()));
        title.getElement().setAttribute("tabindex", "-1");
        Button leave = new Button(getTranslation("handoff.evidence.close"), click -> close.run());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(title, leave);
        head.addClassName("section-head");
        Grid<AttributedJourney> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("evidence-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("handoff.attributes.journeys"));
        grid.addComponentColumn(journey -> row(journey, attribute));
        grid.setItems(
                query ->
                        reading
                                .journeys(type, attribute, band, answer, query.getOffset(), query.getLimit())
                                .items()
                                .stream(),
                query -> (int) first.total());
        grid.setAllRowsVisible(first.total() <= SHOWN_AT_ONCE);
        grid.setClassName("tall", first.total() > SHOWN_AT_ONCE);
        grid.setEmptyStateText(getTranslation("handoff.evidence.none"));
        add(head, grid);
        addAttachListener(attached -> title.getElement().callJsFunction("scrollIntoView"));
    }

    private Component row(AttributedJourney row, String attribute) {
        JourneySummary journey = row.journey();
        Span when = new Span(formats.period(new Period(
                Days.dayOf(journey.startedAt(), reading.zone()), Days.dayOf(journey.lastAt(), reading.zone()))));
        when.addClassNames("when", "quiet");
        Span about = new Span(journey.typeName() + " " + journey.caseNumber());
        about.addClassName("quiet");
        Div who = new Div(name(row.customer(), journey), about);
        who.addClassName("who");
        Span says = new Span(attribute + ": " + AttributeWords.answer(row.answer(), this));
        Span size = new Span(getTranslation("handoff.attributes.touchpoints", journey.touchpoints()));
        size.addClassName("quiet");
        Div line = new Div(when, who, says, size);
        line.addClassName("evidence-row");
        return line;
    }

    /** Who may see evidence only, with masked names, has no profile to go to. */
    private Component name(CustomerCard customer, JourneySummary journey) {
        String name = customer.name() != null
                ? customer.name()
                : customer.number().isEmpty()
                        ? getTranslation("customer.unnamed-masked")
                        : getTranslation("customer.unnamed", customer.number());
        return customer.number().isEmpty() ? new Span(name) : screen.link(name, customer.id(), journey.id());
    }
}
