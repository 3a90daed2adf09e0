package nl.baton.workspace.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.Glyph;
import nl.baton.handoff.Unit;
import org.jspecify.annotations.Nullable;

/** Records as rows, drawn in the browser, where the focus in them outlives new rows; on a phone each is a few lines. */
final class RowGrid extends Grid<ListedRow> {

    private static final long serialVersionUID = 1;

    private static final String ROW = """
            <div class='work-row'><div class='age'><span class='state ${item.kind}'>\
            <span class='glyph glyph-${item.kind}' aria-hidden='true' .innerHTML=${item.glyph}></span>\
            <span>${item.words}</span></span><span class='quiet small'>${item.more}</span></div>\
            <div class='who'>${item.href ? html`<a href=${item.href} router-link>${item.name}</a>` \
            : html`<span>${item.name}</span>`}<span class='quiet'>${item.about}</span></div>\
            <div class='whom'>${item.other ? html`<span class='department ${item.colour}'>${item.other}</span>` \
            : ''}<span class='quiet small'>${item.when}</span></div></div>""";

    RowGrid(String label) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassName("work-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", label);
        addColumn(LitRenderer.<ListedRow>of(ROW)
                        .withProperty("when", ListedRow::when)
                        .withProperty("href", ListedRow::href)
                        .withProperty("name", ListedRow::name)
                        .withProperty("about", ListedRow::about)
                        .withProperty("other", row -> other(row.other()))
                        .withProperty("colour", row -> colour(row.other()))
                        .withProperty("kind", ListedRow::kind)
                        .withProperty("glyph", row -> row.kind().isEmpty() ? "" : Glyph.drawing(row.kind()))
                        .withProperty("words", ListedRow::words)
                        .withProperty("more", ListedRow::more))
                .setKey("row");
    }

    private static String other(@Nullable Unit unit) {
        return unit == null ? "" : unit.name();
    }

    private static String colour(@Nullable Unit unit) {
        return unit == null ? "" : DepartmentLabel.classNames(unit.slot());
    }
}
