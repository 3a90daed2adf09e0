package nl.baton.customer.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.customer.QualityTotals;
import nl.baton.customer.QualityTotals.Record;
import nl.baton.customer.QualityTotals.Which;

/** The fields that one total counts, loaded as they are scrolled to. */
final class RecordGrid extends Grid<Record> {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 8;

    RecordGrid(QualityTotals quality, CustomerScreen screen, String field, String source, Which which) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addClassName("record-grid");
        getElement().setAttribute("aria-label", getTranslation("customer.quality.record.customer"));
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(row -> screen.link(name(row), row.customer(), null))
                .setHeader(getTranslation("customer.quality.record.customer"))
                .setWidth("220px");
        addColumn(row -> getTranslation("customer.quality.state." + row.state()))
                .setHeader(getTranslation("customer.quality.record.state"))
                .setWidth("160px");
        addColumn(row ->
                        row.confirmedOn() == null ? "" : Formats.of(getLocale()).date(row.confirmedOn()))
                .setHeader(getTranslation("customer.quality.record.confirmed"))
                .setWidth("140px");
        int total = (int) quality.records(field, source, which, 0, 1).total();
        setItems(
                query -> quality.records(field, source, which, query.getOffset(), query.getLimit()).items().stream(),
                query -> (int) quality.records(field, source, which, 0, 1).total());
        setAllRowsVisible(total <= SHOWN_AT_ONCE);
        setClassName("tall", total > SHOWN_AT_ONCE);
        setEmptyStateComponent(new EmptyState(
                getTranslation("customer.quality.records.empty"),
                getTranslation("customer.quality.records.empty.next")));
    }

    private String name(Record row) {
        return row.name() == null ? getTranslation("customer.unnamed", row.number()) : row.name();
    }
}
