package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.base.ui.Glyph;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.CourseEvidence;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.ui.types.TypesReading.Loaded;

/** The very journeys that a figure counts, loaded as they are scrolled to; each leads to the customer. */
final class CoursePanel extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 12;

    private final transient TypesReading reading;
    private final transient HandoffWords waits;
    private final transient CustomerScreen screen;
    private final transient Formats formats;
    private final transient CourseFigures figures;
    private final transient Loaded loaded;
    private final transient CourseList list;
    private final transient TypesWords words;
    private final Grid<CourseEvidence> grid = new Grid<>();
    private transient Page<CourseEvidence> shown;

    CoursePanel(
            CourseFigures figures,
            Loaded loaded,
            TypesState state,
            CourseList list,
            TypesReading reading,
            HandoffWords waits,
            CustomerScreen screen,
            SerializableConsumer<TypesState> go) {
        this.figures = figures;
        this.loaded = loaded;
        this.list = list;
        this.reading = reading;
        this.waits = waits;
        this.screen = screen;
        this.formats = Formats.of(getLocale());
        this.words = new TypesWords(this, getLocale());
        shown = reading.journeys(figures.type(), loaded, list, 0, SHOWN_AT_ONCE);
        addClassName("evidence");
        setId("evidence");
        H2 title = new H2(title());
        title.getElement().setAttribute("tabindex", "-1");
        Button close = new Button(words.text("types.list.close"), click -> go.accept(state.showing(null)));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(title, close);
        head.addClassName("section-head");
        fill();
        add(head, grid);
        addAttachListener(attached -> title.getElement().callJsFunction("scrollIntoView"));
    }

    private String title() {
        String key = "types.list." + list.kind().name().toLowerCase(Locale.ROOT);
        String stage = list.stage() == 0 || list.stage() > figures.stages().size()
                ? ""
                : figures.stages().get(list.stage() - 1).department().name();
        String instead = loaded.departments().stream()
                .filter(department -> department.id() == list.department())
                .map(department -> department.name())
                .findFirst()
                .orElse("");
        return words.text(
                list.kind() == CourseList.Kind.LEFT && list.stage() == 0 ? key + ".before" : key,
                shown.total(),
                stage,
                instead);
    }

    private void fill() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("evidence-grid");
        grid.addColumn(row()).setKey("row");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", words.text("types.list.label"));
        grid.setAllRowsVisible(shown.total() <= SHOWN_AT_ONCE);
        grid.setClassName("tall", shown.total() > SHOWN_AT_ONCE);
        grid.setItems(
                query ->
                        reading
                                .journeys(figures.type(), loaded, list, query.getOffset(), query.getLimit())
                                .items()
                                .stream(),
                query -> (int) shown.total());
        grid.setEmptyStateText(words.text("types.list.none"));
    }

    /** One row, which on a phone becomes lines; drawn in the browser. */
    private static final String ROW = """
            <div class='evidence-row course-row'><span class='when quiet'>${item.when}</span>\
            <div class='who'>${item.href ? html`<a href=${item.href} router-link>${item.name}</a>` \
            : html`<span>${item.name}</span>`}<span class='quiet'>${item.number}</span></div>\
            <div class='why'><span class='glyph glyph-${item.kind}' aria-hidden='true' \
            .innerHTML=${item.glyph}></span><span>${item.words}</span></div></div>""";

    private LitRenderer<CourseEvidence> row() {
        return LitRenderer.<CourseEvidence>of(ROW)
                .withProperty("when", this::when)
                .withProperty("href", this::href)
                .withProperty("name", this::name)
                .withProperty("number", row -> row.journey().caseNumber())
                .withProperty("kind", CoursePanel::kind)
                .withProperty("glyph", row -> Glyph.drawing(kind(row)))
                .withProperty("words", this::why);
    }

    private String when(CourseEvidence row) {
        String begun = date(row.journey().startedAt());
        Instant closed = row.journey().closedAt();
        return closed == null
                ? words.text("types.list.since", begun)
                : words.text("types.list.between", begun, date(closed));
    }

    private String date(Instant moment) {
        return formats.date(moment.atZone(reading.zone()).toLocalDate());
    }

    private String name(CourseEvidence row) {
        CustomerCard customer = row.customer();
        if (customer.name() != null) {
            return customer.name();
        }
        return customer.number().isEmpty()
                ? words.text("customer.unnamed-masked")
                : words.text("customer.unnamed", customer.number());
    }

    /** Who may see evidence only, with masked names, has no profile to go to. */
    private String href(CourseEvidence row) {
        CustomerCard customer = row.customer();
        return customer.number().isEmpty()
                ? ""
                : screen.link("", customer.id(), row.journey().id())
                        .getElement()
                        .getAttribute("href");
    }

    private static String kind(CourseEvidence row) {
        boolean late =
                row.used() != null && row.promised() != null && row.used().compareTo(row.promised()) > 0;
        if (late) {
            return Glyph.BROKEN;
        }
        return row.follows() == null ? Glyph.UNKNOWN : row.follows() ? Glyph.FINE : Glyph.HANDOFF;
    }

    private String why(CourseEvidence row) {
        String way = way(row);
        if (row.used() == null || row.promised() == null || row.clock() == null) {
            return way;
        }
        return words.text(
                        "types.list.used",
                        waits.wait(getLocale(), row.used(), row.clock()),
                        waits.wait(getLocale(), row.promised(), row.clock()))
                + " " + way;
    }

    private String way(CourseEvidence row) {
        if (row.follows() == null) {
            return words.text("types.way.nothing");
        }
        String at = row.at() == null ? "" : row.at().name();
        if (row.follows()) {
            return words.text(row.complete() ? "types.way.followed" : "types.way.underway", at);
        }
        if (row.left() == null) {
            return words.text("types.way.stopped", at);
        }
        return words.text(
                row.at() == null ? "types.way.began" : "types.way.left",
                at,
                row.left().name());
    }
}
