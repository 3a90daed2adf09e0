package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Skeleton;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValuePicture.Worth;
import nl.baton.value.ValuePictures;
import nl.baton.value.ValueSlice;
import nl.baton.value.model.Concentration;

/** What all customers are worth: who holds it, what has become of them, and what may be lost. */
@Route("value")
@PageTitle("value.menu")
@Menu(title = "value.menu", order = 35, icon = Glyph.VALUE)
@RolesAllowed({"MARKETER", "EXECUTIVE"})
public class ValueView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final int ALL = 100;
    private static final int TENTH = 10;
    private static final int LINES = 9;

    private final transient ValueReading reading;
    private final transient CustomerScreen screen;
    private final ListWays ways;
    private final ScreenHead head = new ScreenHead(getTranslation("value.menu"));
    private final Div below = new Div();

    ValueView(ValueReading reading, CustomerScreen screen, Background background) {
        this.reading = reading;
        this.screen = screen;
        this.ways = new ListWays(reading.lists());
        addClassName("value-view");
        add(
                head,
                below,
                new Tile<>(background, reading::picture, this::draw).withSkeleton(Skeleton.lines(LINES)),
                fits(background));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ValueSlice slice =
                ValueState.of(event.getLocation().getQueryParameters()).slice();
        below.removeAll();
        if (slice != null && ways.lead()) {
            reading.picture().ifPresent(shown -> {
                ValueWords words = new ValueWords(this, shown.currency());
                long n = reading.count(slice);
                String title = words.list(slice, n);
                below.add(new ValueListPart(
                        title,
                        new ListedGrid(title, slice, reading.customers(), words, screen),
                        n,
                        () -> getUI().ifPresent(ui -> ui.navigate(ValueView.class))));
            });
        }
    }

    private Component draw(Optional<ValuePictures.Shown> found) {
        if (found.isEmpty()) {
            head.setSentence(getTranslation("value.screen.never"));
            return new EmptyState(getTranslation("value.screen.never"), getTranslation("value.screen.never.next"));
        }
        ValuePictures.Shown shown = found.get();
        ValuePicture picture = shown.picture();
        ValueWords words = new ValueWords(this, shown.currency());
        head.setSentence(sentence(picture, words));
        Paragraph asOf = new Paragraph(words.say("value.worth.as-of", words.formats.date(shown.asOf())));
        asOf.addClassNames("quiet", "small");
        Div parts = new Div(
                new PortfolioPart(picture, words, ways),
                new ConcentrationPart(picture, words, ways),
                new AlivePart(picture, words, ways),
                new RiskPart(picture, words, ways.lead() ? risk(words) : null),
                new CohortPart(picture, words, ways));
        parts.addClassName("value-parts");
        return new Div(figures(picture, words), asOf, parts);
    }

    private ListedGrid risk(ValueWords words) {
        return new ListedGrid(
                getTranslation("value.part.risk"), new ValueSlice.Risk(), reading.customers(), words, screen);
    }

    /** What a reader would say to a colleague. */
    private static String sentence(ValuePicture picture, ValueWords words) {
        return picture.concentration().points().stream()
                .filter(point -> point.percent() == TENTH)
                .map(Concentration.Point::share)
                .map(share -> words.say(
                        picture.atRisk().customers() == 0 ? "value.sentence" : "value.sentence.risk",
                        words.formats.percent(share, 0),
                        words.about(picture.atRisk().sum())))
                .findFirst()
                .orElseGet(() -> words.say("value.sentence.none"));
    }

    private Figures figures(ValuePicture picture, ValueWords words) {
        Worth all = picture.worth(cell -> cell.tier() != null);
        Figure customers = new Figure(
                        words.say("value.figure.customers"),
                        words.number(picture.concentration().customers()),
                        words.say("value.figure.customers.beside"))
                .explained(words.say("value.figure.customers.definition"));
        Figure risk = new Figure(
                        words.say("value.figure.risk"),
                        words.about(picture.atRisk().sum()),
                        "n " + words.number(picture.atRisk().customers()))
                .explained(words.say("value.part.risk.definition"));
        if (ways.lead()) {
            leading(customers, new ValueSlice.Best(ALL));
            leading(risk, new ValueSlice.Risk());
        }
        return new Figures(
                customers,
                new Figure(
                                words.say("value.figure.current"),
                                words.money(all.current()),
                                words.say("value.figure.current.beside"))
                        .explained(words.say("value.figure.current.definition")),
                new Figure(
                                words.say("value.figure.potential"),
                                words.about(all.potential()),
                                words.say(
                                        "value.figure.potential.beside",
                                        words.range(all),
                                        words.number(all.estimated())))
                        .explained(words.say("value.part.portfolio.definition")),
                risk);
    }

    private static void leading(Figure figure, ValueSlice slice) {
        QueryParameters query = new ValueState(slice).query();
        figure.leadingTo(ValueView.class, RouteParameters.empty(), query);
    }

    private Component fits(Background background) {
        ValuePart part = new ValuePart("fits");
        part.add(new Tile<>(background, reading::fits, versions -> new FitsPart(versions, new ValueWords(this))));
        return part;
    }
}
