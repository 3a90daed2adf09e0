package nl.baton.segment.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.base.ui.EmptyState;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.SegmentMembers.Mover;

/** Customers who entered or left, each with what changed, loaded as they are scrolled to. */
final class MoverGrid extends Grid<Mover> {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 10;

    private static final String ROW = """
            <div class='mover-row'><a href=${item.href} router-link>${item.name}</a><span class='quiet'>${item.day}</span>\
            <span class='why'>${item.why}</span></div>""";

    MoverGrid(
            SerializableBiFunction<Integer, Integer, Page<Mover>> load,
            long total,
            CustomerScreen screen,
            ReasonWords reasons,
            PageWords words) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassNames("mover-grid", "value-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", words.say("movers"));
        addColumn(LitRenderer.<Mover>of(ROW)
                        .withProperty("href", row -> screen.address(row.customer()))
                        .withProperty(
                                "name",
                                row -> row.name() == null ? getTranslation("customer.unnamed-masked") : row.name())
                        .withProperty("day", row -> words.formats.date(row.day()))
                        .withProperty(
                                "why",
                                row -> row.reasons().stream()
                                        .map(reason -> reasons.of(reason, getLocale()))
                                        .collect(Collectors.joining("; "))))
                .setKey("row");
        setItems(query -> load.apply(query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) Math.min(Integer.MAX_VALUE, load.apply(0, 1).total()));
        setAllRowsVisible(total <= SHOWN_AT_ONCE);
        setClassName("tall", total > SHOWN_AT_ONCE);
        setEmptyStateComponent(new EmptyState(words.say("movers.none"), words.say("movers.none.next")));
    }
}
