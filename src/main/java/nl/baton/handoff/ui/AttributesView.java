package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributeShares.TypeAttributes;
import nl.baton.handoff.ui.AttributesReading.Shown;
import org.jspecify.annotations.Nullable;

/** How what is known of journeys as a whole goes with how often they were handed over. */
@Route("handoffs/attributes")
@PageTitle("handoff.attributes.menu")
@RolesAllowed({"EXECUTIVE", "MARKETER"})
public class AttributesView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient AttributesReading reading;
    private final transient CustomerScreen screen;
    private final Div top = new Div();
    private final Tile<Shown> tile;
    private volatile @Nullable AttributesState state;
    private volatile @Nullable Shown shown;

    AttributesView(AttributesReading reading, CustomerScreen screen, Background background, LiveNews news) {
        this.reading = reading;
        this.screen = screen;
        addClassName("attributes-view");
        AttributesState first = new AttributesState(null, null, true, null, null);
        tile = new Tile<>(background, () -> reading.shown(first), this::render);
        RouterLink back = new RouterLink(getTranslation("handoff.attributes.back"), HandoffsView.class);
        back.addClassName("back");
        add(top, new LiveNote<>(news, background, LiveNews.News::moved, this::readAnew, this::update), tile, back);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AttributesState asked = AttributesState.of(event.getLocation().getQueryParameters());
        state = asked;
        tile.load(() -> reading.shown(asked));
    }

    private Shown readAnew() {
        return reading.shown(Objects.requireNonNull(state));
    }

    /** What has not moved stays as it is, and where one is in it. */
    private void update(Shown fresh) {
        if (!fresh.equals(shown)) {
            tile.load(() -> fresh);
        }
    }

    private Component render(Shown loaded) {
        shown = loaded;
        AttributesState asked = Objects.requireNonNull(state);
        TypeAttributes chosen = loaded.chosen();
        AttributePicture picture = loaded.picture();
        top.removeAll();
        if (chosen == null || picture == null) {
            top.add(new ScreenHead(getTranslation("handoff.attributes.menu")));
            return new EmptyState(
                    getTranslation("handoff.attributes.none"), getTranslation("handoff.attributes.none.next"));
        }
        AttributesState exact = new AttributesState(
                chosen.type().code(), picture.attribute(), asked.yes(), asked.show(), asked.answer());
        top.add(new ScreenHead(
                AttributeWords.sentence(picture, asked.yes(), this, Formats.of(getLocale())),
                filters(loaded, chosen, picture, exact)));
        Paragraph key = new Paragraph(getTranslation("handoff.attributes.key"));
        key.addClassNames("quiet", "small");
        Div content = new Div(new AttributeDots(picture, exact, loaded.evidence()), key, definition());
        if (exact.show() != null && loaded.evidence()) {
            content.add(new AttributeEvidence(
                    reading,
                    screen,
                    chosen.type().id(),
                    picture.attribute(),
                    exact.show(),
                    exact.answer(),
                    () -> go(exact.showing(null, null))));
        }
        return content;
    }

    private FilterRow filters(Shown loaded, TypeAttributes chosen, AttributePicture picture, AttributesState exact) {
        FilterButton type = new FilterButton(
                        getTranslation("handoff.filter.type"), chosen.type().name())
                .choosing(
                        loaded.choices(),
                        chosen,
                        choice -> choice.type().name(),
                        choice -> go(exact.withType(choice.type().code())));
        FilterButton attribute = new FilterButton(getTranslation("handoff.attributes.attribute"), picture.attribute())
                .choosing(
                        chosen.attributes(), picture.attribute(), name -> name, name -> go(exact.withAttribute(name)));
        FilterButton share = new FilterButton(
                        getTranslation("handoff.attributes.share-of"), AttributeWords.answer(exact.yes(), this))
                .choosing(
                        List.of(true, false),
                        exact.yes(),
                        yes -> AttributeWords.answer(yes, this),
                        yes -> go(exact.of(yes)));
        return new FilterRow(type, attribute, share);
    }

    private Component definition() {
        return new Details(
                getTranslation("handoff.attributes.how"),
                new Paragraph(getTranslation("handoff.attributes.definition")));
    }

    private void go(AttributesState wanted) {
        getUI().ifPresent(ui -> ui.navigate(AttributesView.class, wanted.query()));
    }
}
