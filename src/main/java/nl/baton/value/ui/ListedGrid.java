package nl.baton.value.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.value.ListedValue;
import nl.baton.value.ValueLists;
import nl.baton.value.ValueSlice;

/** Customers and what they are worth, loaded as they are scrolled to; on a phone each is a few lines. */
final class ListedGrid extends Grid<ListedValue> {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 10;

    private static final String ROW = """
            <div class='value-row'><div class='who'><a href=${item.href} router-link>${item.name}</a>\
            <span class='quiet small'>${item.number}</span></div>\
            <div><span>${item.tier}</span><span class='quiet small'>${item.stage}</span></div>\
            <div><span>${item.current}</span><span class='quiet small'>${item.potential}</span></div>\
            <div><span>${item.risk}</span><span class='quiet small'>${item.alive}</span></div></div>""";

    private long total;

    ListedGrid(String label, ValueSlice slice, ValueLists lists, ValueWords words, CustomerScreen screen) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassName("value-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", label);
        addColumn(LitRenderer.<ListedValue>of(ROW)
                        .withProperty("href", row -> screen.address(row.customer()))
                        .withProperty("name", row -> name(row, words))
                        .withProperty("number", ListedValue::number)
                        .withProperty("tier", row -> words.tier(row.tier()))
                        .withProperty("stage", row -> words.stage(row.stage()))
                        .withProperty("current", row -> current(row, words))
                        .withProperty("potential", row -> potential(row, words))
                        .withProperty("risk", row -> risk(row, words))
                        .withProperty("alive", row -> alive(row, words)))
                .setKey("row");
        setItems(query -> lists.page(slice, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) Math.min(Integer.MAX_VALUE, total));
        setEmptyStateText(words.say("value.list.none"));
    }

    /** How many there are. */
    void show(long n) {
        total = n;
        setAllRowsVisible(n <= SHOWN_AT_ONCE);
        setClassName("tall", n > SHOWN_AT_ONCE);
    }

    private static String name(ListedValue row, ValueWords words) {
        String name = row.name();
        return name == null ? words.say("value.list.nameless") : name;
    }

    private static String current(ListedValue row, ValueWords words) {
        return row.current() == null ? "–" : words.say("value.row.current", words.money(row.current()));
    }

    private static String potential(ListedValue row, ValueWords words) {
        return row.potential() == null
                ? words.say("value.row.no-potential")
                : words.say("value.row.potential", words.money(row.potential()));
    }

    private static String risk(ListedValue row, ValueWords words) {
        return row.atRisk() == null ? "" : words.say("value.row.risk", words.money(row.atRisk()));
    }

    private static String alive(ListedValue row, ValueWords words) {
        Double alive = row.alive();
        if (alive != null) {
            return words.say("value.row.alive", words.formats.percent(alive, 0));
        }
        return row.runningContracts() > 0 ? words.say("value.row.contract") : "";
    }
}
