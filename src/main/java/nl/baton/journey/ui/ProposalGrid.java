package nl.baton.journey.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.journey.LinkProposal.State;
import nl.baton.journey.ui.CasesReading.Row;

/** The proposals, loaded as they are scrolled to; the arrow keys go from one to the next. */
final class ProposalGrid extends Grid<Row> {

    private static final long serialVersionUID = 1;

    private final Map<String, Integer> places = new HashMap<>();

    ProposalGrid(CasesReading reading, SerializableSupplier<State> state, SerializableConsumer<Row> choose) {
        addClassName("proposal-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        getElement().setAttribute("aria-label", getTranslation("journey.cases.menu"));
        addColumn(LitRenderer.<Row>of("""
                        <div class='two-lines'><span class='proposal-who'><b>${item.customer}</b>\
                        <span class='small'>${item.when}</span></span><span class='small'>${item.why}</span></div>""")
                .withProperty("customer", Row::customer)
                .withProperty(
                        "when",
                        row -> Formats.of(getLocale())
                                .dateTime(
                                        row.proposal().proposedAt(),
                                        reading.properties().zone()))
                .withProperty("why", row -> ProposalWords.why(row.proposal().reasons(), this)));
        setItems(new CallbackDataProvider<Row, Void>(
                query -> {
                    List<Row> rows = reading.rows(state.get(), query.getOffset(), query.getLimit());
                    for (int i = 0; i < rows.size(); i++) {
                        places.put(rows.get(i).key(), query.getOffset() + i);
                    }
                    return rows.stream();
                },
                query -> (int) reading.count(state.get()),
                Row::key));
        setEmptyStateComponent(
                new EmptyState(getTranslation("journey.cases.empty"), getTranslation("journey.cases.empty.next")));
        addCellFocusListener(focused -> focused.getItem().ifPresent(choose::accept));
        addItemClickListener(click -> choose.accept(click.getItem()));
    }

    /** Where it stands in the list, as far as that has been loaded. */
    int place(Row row) {
        return places.getOrDefault(row.key(), 0);
    }
}
