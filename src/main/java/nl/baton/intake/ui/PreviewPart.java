package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.MappedItem;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.mapping.Mapping;
import nl.baton.journey.NewTouchpoint;

/** What would become of the first rows: a sentence about all of them, and the first twenty. */
final class PreviewPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int ROWS = 20;

    private final ZoneId zone;
    private final Paragraph sentence = new Paragraph();
    private final Grid<MappedRow> grid = new Grid<>();
    private ImportKind kind = ImportKind.TOUCHPOINT;

    PreviewPart(ZoneId zone) {
        this.zone = zone;
        addClassName("mapping-preview");
        sentence.getElement().setAttribute("role", "status");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("preview-grid");
        add(new H2(getTranslation("intake.preview.title")), sentence, grid);
    }

    void nothing() {
        sentence.setText(getTranslation("intake.preview.nothing"));
        grid.setVisible(false);
    }

    void show(Mapping mapping, List<MappedRow> rows) {
        kind = mapping.kind();
        Formats formats = Formats.of(getLocale());
        List<Rejected> rejected = rows.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
        sentence.setText(
                rejected.isEmpty()
                        ? getTranslation("intake.preview.fine", formats.number(rows.size()), rows.size())
                        : getTranslation(
                                "intake.preview.set-aside",
                                formats.number(rejected.size()),
                                formats.number(rows.size()),
                                why(rejected.getFirst()),
                                rejected.size()));
        grid.removeAllColumns();
        grid.addComponentColumn(this::verdict)
                .setHeader(getTranslation("intake.preview.verdict"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setFrozen(true);
        ZoneId read = mapping.zone(zone);
        for (Field field : mapping.kind().fields()) {
            if (mapping.column(field).isPresent()) {
                grid.addColumn(row -> text(row, field, formats, read))
                        .setHeader(getTranslation(field.label()))
                        .setAutoWidth(true);
            }
        }
        if (!mapping.attributes().isEmpty()) {
            grid.addColumn(PreviewPart::attributes)
                    .setHeader(getTranslation("intake.form.attributes"))
                    .setAutoWidth(true);
        }
        grid.setItems(rows.stream().limit(ROWS).toList());
        grid.setVisible(true);
        grid.recalculateColumnWidths();
    }

    private static String text(MappedRow row, Field field, Formats formats, ZoneId zone) {
        return switch (row) {
            case Mapped(NewTouchpoint touchpoint) -> TouchpointText.of(touchpoint, field, formats, zone);
            case MappedItem item -> item.shown().getOrDefault(field, "");
            case Rejected rejected -> "";
        };
    }

    private static String attributes(MappedRow row) {
        return row instanceof Mapped(NewTouchpoint touchpoint)
                ? touchpoint.attributes().entrySet().stream()
                        .map(attribute -> attribute.getKey() + ": " + attribute.getValue())
                        .collect(Collectors.joining(", "))
                : "";
    }

    private Component verdict(MappedRow row) {
        return switch (row) {
            case Mapped mapped -> new Span(getTranslation("intake.preview.taken"));
            case MappedItem mapped -> new Span(getTranslation("intake.preview.taken"));
            case Rejected rejected -> new StateLabel(StateLabel.State.AT_RISK, why(rejected));
        };
    }

    private String why(Rejected rejected) {
        String reason = ImportWords.of(this, rejected.reason());
        return kind.field(rejected.field())
                .map(field -> getTranslation(field.label()) + ": " + reason)
                .orElse(reason);
    }
}
