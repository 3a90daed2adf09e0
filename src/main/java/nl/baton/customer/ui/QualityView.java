package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.customer.CustomerQuality;
import nl.baton.customer.QualityTotals;
import nl.baton.customer.QualityTotals.Total;
import nl.baton.customer.QualityTotals.Which;
import org.jspecify.annotations.Nullable;

/** How good what is known of customers is, by field and source; each number leads to exactly what it counts. */
@Route("quality")
@PageTitle("customer.quality.menu")
@Menu(title = "customer.quality.menu", order = 57, icon = Glyph.SCORECARD)
@RolesAllowed("STEWARD")
public class QualityView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String FIELD = "field";
    private static final String SOURCE = "source";
    private static final String WHICH = "which";

    private final transient QualityTotals quality;
    private final transient CustomerQuality names;
    private final transient CustomerScreen screen;
    private final ShelfLifePart shelfLives;
    private transient @Nullable Chosen chosen;

    /** The number that was clicked. */
    private record Chosen(String field, String source, Which which) {}

    QualityView(QualityTotals quality, CustomerQuality names, CustomerScreen screen) {
        this.quality = quality;
        this.names = names;
        this.screen = screen;
        addClassName("quality-view");
        shelfLives = new ShelfLifePart(quality, names, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String field = query.getSingleParameter(FIELD).orElse("");
        String source = query.getSingleParameter(SOURCE).orElse("");
        Which which = query.getSingleParameter(WHICH)
                .flatMap(name -> Arrays.stream(Which.values())
                        .filter(known -> code(known).equals(name))
                        .findFirst())
                .orElse(Which.ALL);
        chosen = field.isEmpty() || source.isEmpty() ? null : new Chosen(field, source, which);
        show();
    }

    private void show() {
        removeAll();
        List<Total> totals = quality.totals();
        long all = totals.stream().mapToLong(total -> total.count(Which.ALL)).sum();
        long good = totals.stream().mapToLong(total -> total.count(Which.GOOD)).sum();
        Formats formats = Formats.of(getLocale());
        add(new ScreenHead(getTranslation(
                "customer.quality.sentence", all, all == 0 ? "" : formats.percent((double) good / all, 1))));
        String waiting = getTranslation("customer.quality.waiting", quality.waiting());
        if (!waiting.isEmpty()) {
            Paragraph still = new Paragraph(waiting);
            still.addClassName("quiet");
            add(still);
        }
        // above the table, which can be long: what was asked for stands where one looks
        Chosen now = chosen;
        if (now != null) {
            add(records(now));
        }
        add(table(totals, formats));
        shelfLives.show();
        add(shelfLives);
    }

    private Component table(List<Total> totals, Formats formats) {
        TotalsTable table = new TotalsTable(getTranslation("customer.quality.totals"));
        table.head(
                getTranslation("customer.quality.field"),
                getTranslation("customer.quality.from"),
                Arrays.stream(Which.values())
                        .map(which -> getTranslation("customer.quality.which." + which))
                        .toList());
        for (Total total : totals) {
            table.row(
                    names.name(total.field(), getLocale()),
                    source(total.source()),
                    Arrays.stream(Which.values())
                            .map(which -> number(total, which, formats))
                            .toList());
        }
        Div scroll = new Div(table);
        scroll.addClassName("totals-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("customer.quality.totals"));
        return scroll;
    }

    /** A source that stands for who is known by a contact detail only. */
    private String source(String source) {
        return source.startsWith("(") ? getTranslation("customer.quality.from.named") : source;
    }

    private Component number(Total total, Which which, Formats formats) {
        if (total.count(which) == 0) {
            Span none = new Span("0");
            none.addClassName("quiet");
            return none;
        }
        RouterLink link = new RouterLink(formats.number(total.count(which)), QualityView.class);
        link.setQueryParameters(
                QueryParameters.simple(Map.of(FIELD, total.field(), SOURCE, total.source(), WHICH, code(which))));
        link.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "customer.quality.records",
                                names.name(total.field(), getLocale()),
                                source(total.source()),
                                total.count(which),
                                getTranslation("customer.quality.which." + which)));
        if (new Chosen(total.field(), total.source(), which).equals(chosen)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Component records(Chosen of) {
        long total = quality.records(of.field, of.source, of.which, 0, 1).total();
        Section section = new Section(
                new H2(getTranslation(
                        "customer.quality.records",
                        names.name(of.field, getLocale()),
                        source(of.source),
                        total,
                        getTranslation("customer.quality.which." + of.which))),
                new RecordGrid(quality, screen, of.field, of.source, of.which));
        section.addClassName("records");
        return section;
    }

    private static String code(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }
}
