package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.Condition;
import nl.baton.segment.ConditionWords;
import nl.baton.segment.RfmCustomers;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.segment.RfmFigures;
import nl.baton.segment.RfmPicture;
import nl.baton.segment.RfmPicture.Total;
import nl.baton.segment.SegmentPages.Listed;
import nl.baton.segment.Trait;
import nl.baton.segment.ui.build.DraftAddress;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.RfmSegment;
import org.jspecify.annotations.Nullable;

/** Who of the customers bought lately, often and much, and who is slipping away. */
@Route("segments")
@PageTitle("segment.menu")
@Menu(title = "segment.menu", order = 40, icon = Glyph.SEGMENT)
@RolesAllowed({"MARKETER", "EXECUTIVE"})
public class SegmentsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient RfmFigures figures;
    private final transient RfmCustomers customers;
    private final transient SegmentReading reading;
    private final transient ConditionWords conditions;
    private final transient DraftAddress drafts;
    private final transient CustomerScreen screen;
    private final transient Background background;
    private transient @Nullable Which chosen;

    /** What was read off the UI's thread. */
    private record Loaded(
            Optional<RfmPicture> picture,
            boolean leads,
            @Nullable Long listed,
            List<Built> segments,
            String currency) {}

    /** A segment in the list, and what it says. */
    record Built(Listed listed, String sentence) {}

    SegmentsView(
            RfmFigures figures,
            RfmCustomers customers,
            SegmentReading reading,
            ConditionWords conditions,
            DraftAddress drafts,
            CustomerScreen screen,
            Background background) {
        this.figures = figures;
        this.customers = customers;
        this.reading = reading;
        this.conditions = conditions;
        this.drafts = drafts;
        this.screen = screen;
        this.background = background;
        addClassName("segments-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Which which = RfmState.of(event.getLocation().getQueryParameters()).orElse(null);
        chosen = which;
        Locale locale = getLocale();
        ScreenHead head = new ScreenHead(getTranslation("segment.menu"));
        removeAll();
        add(head, new Tile<>(background, () -> load(which, locale), loaded -> shown(loaded, which, head)));
    }

    private Loaded load(@Nullable Which which, Locale locale) {
        boolean leads = figures.leadsToCustomers();
        return new Loaded(
                figures.picture(),
                leads,
                which == null || !leads ? null : customers.of(which, 0, 1).total(),
                reading.all().stream()
                        .map(listed -> new Built(
                                listed, conditions.sentence(listed.segment().condition(), locale)))
                        .toList(),
                reading.currency());
    }

    private Component shown(Loaded loaded, @Nullable Which which, ScreenHead head) {
        Component built = new SegmentListPart(loaded.segments, loaded.currency, loaded.leads, getLocale());
        Component picture = picture(loaded, which, head);
        return which == null ? new Div(built, picture) : new Div(picture, built);
    }

    private Component picture(Loaded loaded, @Nullable Which which, ScreenHead head) {
        RfmPicture picture = loaded.picture.orElse(null);
        if (picture == null) {
            return new EmptyState(getTranslation("segment.rfm.never"), getTranslation("segment.rfm.never.next"));
        }
        long scored = picture.thresholds().recency().n();
        if (scored < Quintiles.FEWEST || picture.cells().isEmpty()) {
            return new EmptyState(
                    getTranslation("segment.rfm.few", scored),
                    getTranslation("segment.rfm.few.next", Quintiles.FEWEST));
        }
        RfmWords words = new RfmWords(this, getLocale(), picture.currency(), loaded.leads, chosen);
        Total largest = picture.totals().getFirst();
        head.setSentence(getTranslation(
                "segment.rfm.sentence",
                words.number(picture.customers()),
                words.name(largest.segment()),
                words.share(largest.customers(), picture.customers())));
        Div parts = new Div();
        if (which != null && loaded.listed != null) {
            parts.add(list(which, loaded.listed, words));
        }
        parts.add(new RfmPart(picture, words));
        return parts;
    }

    private Section list(Which which, long total, RfmWords words) {
        String of = switch (which) {
            case Which.OfCell cell ->
                words.say(
                        "list.cell",
                        cell.recency(),
                        cell.both(),
                        words.name(RfmPicture.segmentOf(cell.recency(), cell.both())));
            case Which.OfSegment named -> words.name(named.segment());
        };
        H2 title = new H2(words.say("list", of, words.number(total), total));
        title.getElement().setAttribute("tabindex", "-1");
        title.addAttachListener(attached -> title.getElement().callJsFunction("focus"));
        Button close = new Button(
                words.say("list.close"),
                click -> click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate(SegmentsView.class, QueryParameters.empty())));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div ways = new Div();
        ways.addClassName("ways");
        if (which instanceof Which.OfSegment(RfmSegment named)) {
            RouterLink build = new RouterLink(words.say("list.build"), SegmentBuilderView.class);
            build.setQueryParameters(drafts.beginning(new Condition.All(List.of(new Trait.RfmIs(Set.of(named))))));
            ways.add(build);
        }
        ways.add(close);
        Div head = new Div(title, ways);
        head.addClassName("section-head");
        Section section = new Section(head, new ScoredGrid(customers, which, total, screen, words));
        section.addClassName("scored-list");
        return section;
    }
}
