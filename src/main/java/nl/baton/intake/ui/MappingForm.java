package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingProposal;
import nl.baton.intake.mapping.MappingProposal.Suggestion;

/** A field of what the rows are each, with the column it comes from and what spoke for that column. */
final class MappingForm extends Div {

    private static final long serialVersionUID = 1;
    private static final int TYPING_MILLIS = 400;

    /** What nearly every file has; the others stand folded below, unless they were found. */
    private static final Set<Field> COMMON = EnumSet.range(Field.JOURNEY, Field.ENDED_AT);

    private final ImportKind kind;
    private final Map<Field, ComboBox<String>> columns = new EnumMap<>(Field.class);
    private final TextField journeyType = new TextField(getTranslation("intake.form.journeyType"));
    private final TextField source = new TextField(getTranslation("intake.form.source"));
    private final TextField timeFormat = new TextField(getTranslation("intake.form.timeFormat"));
    private final ComboBox<String> timeZone = new ComboBox<>(getTranslation("intake.form.timeZone"));
    private final TextField missing = new TextField(getTranslation("intake.form.missing"));
    private final Map<String, HasValidation> byName = new HashMap<>();
    private final AttributeColumns attributes;
    private final Details more;

    MappingForm(
            ImportKind kind, List<String> names, MappingProposal proposal, ZoneId zone, SerializableRunnable changed) {
        this.kind = kind;
        addClassName("mapping-form");
        journeyType.setValue(proposal.journeyType());
        journeyType.setHelperText(getTranslation("intake.form.journeyType.help"));
        source.setValue(Mapping.DEFAULT_SOURCE);
        source.setHelperText(getTranslation("intake.form.source.help"));
        timeFormat.setHelperText(getTranslation("intake.form.timeFormat.help"));
        timeFormat.setPlaceholder(getTranslation("intake.form.timeFormat.auto"));
        timeZone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        timeZone.setValue(zone.getId());
        missing.setValue(String.join(", ", proposal.missing()));
        missing.setHelperText(getTranslation("intake.form.missing.help"));
        Div common = grid();
        Div rare = grid();
        if (kind == ImportKind.TOUCHPOINT) {
            common.add(journeyType);
        }
        for (Field field : kind.fields()) {
            Suggestion suggestion = proposal.columns().get(field);
            ComboBox<String> column = column(field, names);
            if (suggestion != null) {
                column.setValue(suggestion.column());
                column.setHelperText(ImportWords.of(this, suggestion.reason()));
            }
            columns.put(field, column);
            boolean usual = COMMON.contains(field) || kind.required().contains(field);
            (usual || suggestion != null ? common : rare).add(column);
        }
        rare.add(timeFormat, timeZone, missing, source);
        more = new Details(getTranslation("intake.form.more"), rare);
        attributes = new AttributeColumns(names, this::taken, changed);
        attributes.setVisible(kind == ImportKind.TOUCHPOINT);
        add(common, attributes, more);
        name();
        // Only now: what has been set until here was proposed, not changed.
        listen(changed);
    }

    private ComboBox<String> column(Field field, List<String> names) {
        ComboBox<String> column = new ComboBox<>(getTranslation(field.label()));
        column.setItems(names);
        column.setClearButtonVisible(true);
        column.setRequiredIndicatorVisible(kind.required().contains(field));
        // Two columns joined by a bar are a column too, and so is a text for all rows behind an equals sign.
        column.setAllowCustomValue(true);
        column.addCustomValueSetListener(custom -> column.setValue(custom.getDetail()));
        column.setManualValidation(true);
        return column;
    }

    private void listen(SerializableRunnable changed) {
        columns.values()
                .forEach(column -> column.addValueChangeListener(change -> {
                    column.setHelperText("");
                    changed.run();
                }));
        for (TextField text : List.of(journeyType, source, timeFormat, missing)) {
            text.setManualValidation(true);
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValueChangeTimeout(TYPING_MILLIS);
            text.addValueChangeListener(change -> changed.run());
        }
        timeZone.setManualValidation(true);
        timeZone.addValueChangeListener(change -> changed.run());
    }

    private void name() {
        columns.forEach((field, column) -> byName.put("columns." + field.code(), column));
        byName.put("journeyType", journeyType);
        byName.put("source", source);
        byName.put("timeFormat", timeFormat);
        byName.put("timeZone", timeZone);
        byName.put("missing", missing);
        byName.put("attributes", attributes.field());
        byName.put("columns.attributes", attributes.field());
    }

    private Collection<String> taken() {
        return columns.values().stream()
                .flatMap(column -> column.getOptionalValue().stream())
                .flatMap(column -> Stream.concat(Stream.of(column), Arrays.stream(column.split("\\|"))))
                .map(String::strip)
                .toList();
    }

    private static Div grid(Component... parts) {
        Div grid = new Div(parts);
        grid.addClassName("mapping-fields");
        return grid;
    }

    /** @throws nl.baton.intake.mapping.InvalidMapping where something does not fit */
    Mapping mapping() {
        var chosen = new EnumMap<Field, String>(Field.class);
        columns.forEach((field, column) -> column.getOptionalValue().ifPresent(name -> chosen.put(field, name)));
        List<String> texts = Arrays.stream(missing.getValue().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Mapping(
                kind,
                journeyType.getValue(),
                source.getValue(),
                chosen,
                timeFormat.getValue(),
                timeZone.getOptionalValue().orElse(""),
                texts,
                attributes.names());
    }

    void clearErrors() {
        byName.values().forEach(field -> field.setInvalid(false));
    }

    void error(String name, String why) {
        HasValidation field = byName.getOrDefault(name, source);
        field.setErrorMessage(why);
        field.setInvalid(true);
        if (field instanceof Component component
                && component.getParent().equals(more.getContent().findFirst())) {
            more.setOpened(true);
        }
    }
}
