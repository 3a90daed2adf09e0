package nl.baton.segment.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import nl.baton.base.ui.EmptyState;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.RfmCustomers;
import nl.baton.segment.RfmCustomers.Scored;
import nl.baton.segment.RfmCustomers.Which;

/** The customers that one count counts, loaded as they are scrolled to. */
final class ScoredGrid extends Grid<Scored> {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 10;

    ScoredGrid(RfmCustomers customers, Which which, long total, CustomerScreen screen, RfmWords words) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassName("scored-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", words.say("list.label"));
        addComponentColumn(row -> screen.link(name(row), row.customer(), null))
                .setHeader(words.say("list.customer"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        addColumn(row -> row.recency() + " · " + row.frequency() + " · " + row.monetary())
                .setHeader(words.say("list.scores"))
                .setWidth("110px")
                .setFlexGrow(0);
        addColumn(row -> words.money(row.current()))
                .setHeader(words.say("current"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(row -> words.money(row.potential()))
                .setHeader(words.say("potential"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        setItems(query -> customers.of(which, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) Math.min(Integer.MAX_VALUE, customers.of(which, 0, 1).total()));
        setAllRowsVisible(total <= SHOWN_AT_ONCE);
        setClassName("tall", total > SHOWN_AT_ONCE);
        setEmptyStateComponent(new EmptyState(words.say("list.none"), words.say("list.none.next")));
    }

    private String name(Scored row) {
        return row.name() == null ? getTranslation("customer.unnamed-masked") : row.name();
    }
}
