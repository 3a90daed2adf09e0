package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import java.util.function.ToLongFunction;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.ScreenHead;
import nl.baton.intake.Import;
import nl.baton.intake.Imports;

/** All imports, the newest first, a page at a time. */
final class ImportListPanel extends Div {

    private static final long serialVersionUID = 1;

    private final ZoneId zone;
    private final Grid<Import> grid;

    ImportListPanel(Imports imports, ZoneId zone, SerializableRunnable begin, SerializableConsumer<Import> open) {
        this.zone = zone;
        addClassName("list");
        grid = grid();
        long known = imports.page(0, 1).total();
        Button add = new Button(getTranslation("intake.list.add"), click -> begin.run());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (known == 0) {
            add(
                    new ScreenHead(getTranslation("intake.menu")),
                    new EmptyState(getTranslation("intake.list.empty"), getTranslation("intake.list.empty.next"), add));
            return;
        }
        grid.setItems(query -> imports.page(query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) Math.min(Integer.MAX_VALUE, imports.page(0, 1).total()));
        // The keyboard's way, Space on a row, is the same.
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(item -> selected.isFromClient())
                .ifPresent(open));
        add(new ScreenHead(getTranslation("intake.list.sentence", known), add), grid);
    }

    /** Shows what the counts are by now. */
    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private Grid<Import> grid() {
        Grid<Import> grid = new Grid<>();
        grid.addClassName("import-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addComponentColumn(this::file)
                .setHeader(getTranslation("intake.column.file"))
                .setFlexGrow(3)
                .setWidth("220px")
                .setFrozen(true);
        grid.addComponentColumn(item -> ImportWords.state(this, item))
                .setHeader(getTranslation("intake.column.state"))
                .setFlexGrow(1)
                .setWidth("150px");
        number(grid, "accepted", item -> item.counts().accepted());
        number(grid, "known", item -> item.counts().known());
        number(grid, "replaced", item -> item.counts().replaced());
        number(grid, "quarantined", item -> item.counts().quarantined());
        grid.addColumn(item -> Formats.of(getLocale()).dateTime(item.createdAt(), zone))
                .setHeader(getTranslation("intake.column.begun"))
                .setFlexGrow(1)
                .setWidth("160px");
        return grid;
    }

    private void number(Grid<Import> grid, String name, ToLongFunction<Import> count) {
        grid.addColumn(item -> Formats.of(getLocale()).number(count.applyAsLong(item)))
                .setHeader(getTranslation("intake.column." + name))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("120px");
    }

    private Component file(Import item) {
        Span name = new Span(item.fileName());
        Span small = new Span(getTranslation("intake.column.as", ImportWords.rows(this, item), item.startedBy()));
        small.addClassName("small");
        Div cell = new Div(name, small);
        cell.addClassName("two-lines");
        return cell;
    }
}
