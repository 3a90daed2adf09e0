package nl.baton.feedback.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.EmptyState;
import nl.baton.department.Department;
import nl.baton.feedback.FeedbackTie;
import nl.baton.feedback.InboxCounts;
import nl.baton.feedback.InboxFilter;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ui.InboxReading.Row;
import org.jspecify.annotations.Nullable;

/** The items, by when their customers should have heard; loaded as they are scrolled to. */
final class InboxGrid extends Grid<Row> {

    private static final long serialVersionUID = 1;

    private final transient InboxReading reading;
    private final SerializableSupplier<InboxFilter> filter;
    private final transient Map<Long, Department> departments;
    private final transient List<Long> order = new ArrayList<>();
    private transient InboxCounts counts = new InboxCounts(0, Map.of());

    InboxGrid(InboxReading reading, SerializableSupplier<InboxFilter> filter, SerializableConsumer<Long> choose) {
        this.reading = reading;
        this.filter = filter;
        this.departments = reading.departments();
        addClassName("inbox-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.SINGLE);
        getElement().setAttribute("aria-label", getTranslation("feedback.inbox.menu"));
        addColumn(LitRenderer.<Row>of("""
                        <div class='inbox-row'>
                          ${item.head ? html`<div class='inbox-head'><b>${item.head}</b><span>${item.count}</span></div>` : ''}
                          <div class='inbox-item'>
                            <span class='score ${item.low ? 'low' : ''}'>${item.score}<small>${item.scale}</small></span>
                            <span class='name'>${item.name}</span>
                            <span class='due ${item.late ? 'late' : ''}'>${item.due}</span>
                            <span class='words'>${item.words}</span>
                            <span class='about'>${item.from
                              ? html`${item.after} <span class='department ${item.fromSlot}'>${item.from}</span>
                                  <span aria-hidden='true'>→</span> <span class='department ${item.toSlot}'>${item.to}</span>`
                              : item.about}</span>
                          </div>
                        </div>""")
                .withProperty("head", this::head)
                .withProperty("count", row -> counts.byGroup().getOrDefault(row.group(), 0L))
                .withProperty("low", row -> row.item().negative())
                .withProperty(
                        "score",
                        row -> row.item().score() == null ? "" : row.item().score())
                .withProperty("scale", this::scale)
                .withProperty("name", row -> words().customer(row.item()))
                .withProperty("late", row -> words().late(row.item()))
                .withProperty("due", this::due)
                .withProperty("words", this::first)
                .withProperty("after", row -> getTranslation("feedback.inbox.after"))
                .withProperty("from", row -> name(row, true))
                .withProperty("to", row -> name(row, false))
                .withProperty("fromSlot", row -> slot(row, true))
                .withProperty("toSlot", row -> slot(row, false))
                .withProperty("about", row -> words().what(row.item())));
        setItems(new CallbackDataProvider<Row, Void>(
                query -> page(query.getOffset(), query.getLimit()).stream(),
                query -> (int) counts.all(),
                row -> row.item().id()));
        addCellFocusListener(focused ->
                focused.getItem().ifPresent(row -> choose.accept(row.item().id())));
        addItemClickListener(click -> choose.accept(click.getItem().item().id()));
    }

    private List<Row> page(int offset, int limit) {
        List<Row> rows = reading.rows(filter.get(), offset, limit);
        for (int i = 0; i < rows.size(); i++) {
            int place = offset + i;
            while (order.size() <= place) {
                order.add(0L);
            }
            order.set(place, rows.get(i).item().id());
        }
        return rows;
    }

    /** These are there now; what is chosen and where one is in the list stays. */
    void show(InboxCounts now) {
        counts = now;
        order.clear();
        getDataProvider().refreshAll();
        InboxFilter shown = filter.get();
        setEmptyStateComponent(new EmptyState(
                getTranslation("feedback.inbox.empty." + shown.state()),
                getTranslation(
                        shown.equals(InboxFilter.USUAL)
                                ? "feedback.inbox.empty.next"
                                : "feedback.inbox.empty.filter")));
    }

    void choose(InboxItem item) {
        select(new Row(item, reading.group(item), false));
    }

    /** Where it stands in the list; -1 where that is not known. */
    int place(long item) {
        return order.indexOf(item);
    }

    /** Which stands there; null beyond the ends. */
    @Nullable
    Long at(int place) {
        if (place < 0 || place >= counts.all()) {
            return null;
        }
        return page(place, 1).stream().map(row -> row.item().id()).findFirst().orElse(null);
    }

    private InboxWords words() {
        return new InboxWords(this, getLocale(), reading);
    }

    private String head(Row row) {
        return row.heads() ? getTranslation("feedback.inbox.group." + row.group()) : "";
    }

    private String scale(Row row) {
        return row.item().score() == null
                ? getTranslation("feedback.kind." + row.item().kind()).toLowerCase(getLocale())
                : getTranslation("feedback.inbox.scale", row.item().kind().most());
    }

    private String due(Row row) {
        InboxItem item = row.item();
        return item.work().waiting() ? words().due(item) : words().day(item.receivedAt());
    }

    private String first(Row row) {
        String text = row.item().text();
        return text == null || text.isBlank() ? getTranslation("feedback.inbox.wordless") : text;
    }

    private String name(Row row, boolean from) {
        Department department = department(row, from);
        return department == null ? "" : department.name();
    }

    private String slot(Row row, boolean from) {
        Department department = department(row, from);
        return DepartmentLabel.classNames(department == null ? 0 : department.slot());
    }

    private @Nullable Department department(Row row, boolean from) {
        FeedbackTie tie = row.item().tie();
        return tie == null ? null : departments.get(from ? tie.fromDepartment() : tie.toDepartment());
    }
}
