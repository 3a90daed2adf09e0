package nl.baton.intake.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.baton.intake.read.Row;
import org.jspecify.annotations.Nullable;

/** Where in a row each field stands, for one file and one mapping. */
final class Cells {

    private static final int NOWHERE = -1;

    private final int[] first = new int[Field.values().length];
    private final int[] second = new int[Field.values().length];
    private final @Nullable String[] constant = new @Nullable String[Field.values().length];
    private final Map<String, Integer> attributes = new LinkedHashMap<>();
    private final Set<String> missing;

    private Cells(Set<String> missing) {
        this.missing = missing;
    }

    /** @throws MissingColumn if the file lacks a column that is mapped */
    static Cells of(Mapping mapping, List<String> columns) throws MissingColumn {
        Cells cells = ofKnown(mapping, columns);
        for (Field field : Field.values()) {
            Optional<String> column = mapping.column(field);
            boolean found = cells.first[field.ordinal()] != NOWHERE || cells.constant[field.ordinal()] != null;
            if (column.isPresent() && !found) {
                throw new MissingColumn(field.code(), column.get());
            }
        }
        for (Map.Entry<String, String> attribute : mapping.attributeColumns().entrySet()) {
            if (!cells.attributes.containsKey(attribute.getKey())) {
                throw new MissingColumn("attributes", attribute.getValue());
            }
        }
        return cells;
    }

    /** While a file still shows its columns one by one: a field whose column has not come yet has no value yet. */
    static Cells ofKnown(Mapping mapping, List<String> columns) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            indexes.put(columns.get(i), i);
        }
        var cells = new Cells(new HashSet<>(mapping.missing()));
        for (Field field : Field.values()) {
            String column = mapping.column(field).orElse("");
            int[] found = find(column, indexes);
            cells.first[field.ordinal()] = found[0];
            cells.second[field.ordinal()] = found[1];
            if (found[0] == NOWHERE && column.startsWith(Mapping.CONSTANT)) {
                cells.constant[field.ordinal()] =
                        column.substring(Mapping.CONSTANT.length()).strip();
            }
        }
        mapping.attributeColumns().forEach((name, column) -> {
            Integer index = indexes.get(column);
            if (index != null) {
                cells.attributes.put(name, index);
            }
        });
        return cells;
    }

    private static int[] find(String column, Map<String, Integer> indexes) {
        Integer single = indexes.get(column);
        if (single != null) {
            return new int[] {single, NOWHERE};
        }
        for (int bar = column.indexOf('|'); bar >= 0; bar = column.indexOf('|', bar + 1)) {
            Integer left = indexes.get(column.substring(0, bar).strip());
            Integer right = indexes.get(column.substring(bar + 1).strip());
            if (left != null && right != null) {
                return new int[] {left, right};
            }
        }
        return new int[] {NOWHERE, NOWHERE};
    }

    /** Whether all rows have the same, which the mapping states and no column holds. */
    boolean isConstant(Field field) {
        return constant[field.ordinal()] != null;
    }

    /** The value without the blanks around it; null where there is none, or what stands for none. */
    @Nullable
    String value(Row row, Field field) {
        int column = first[field.ordinal()];
        if (column == NOWHERE) {
            return constant[field.ordinal()];
        }
        String value = present(row.cell(column));
        int other = second[field.ordinal()];
        if (other == NOWHERE) {
            return value;
        }
        String end = present(row.cell(other));
        if (field.content() == Content.NAME) {
            return value == null ? end : end == null ? value : value + " " + end;
        }
        if (value == null) {
            return null;
        }
        return end == null ? null : value + "|" + end;
    }

    /** What the row says of its journey as a whole, by name. */
    Map<String, String> attributes(Row row) {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        var stated = new LinkedHashMap<String, String>();
        attributes.forEach((name, column) -> {
            String value = present(row.cell(column));
            if (value != null) {
                stated.put(name, value);
            }
        });
        return stated;
    }

    private @Nullable String present(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String value = cell.strip();
        return value.isEmpty() || missing.contains(value) || missing.contains(cell) ? null : value;
    }
}
