package nl.baton.intake.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.intake.read.Row;
import org.jspecify.annotations.Nullable;

/** What the first rows show of one column. */
final class ColumnProfile {

    /** Texts by which systems say that there is nothing; only what can hardly mean anything else. */
    static final Set<String> NOTHING =
            Set.of("?", "EMPTY", "NULL", "null", "N/A", "n/a", "#N/A", "NaN", "None", "MISSING", "(leeg)", "(empty)");

    private final String name;
    private final int index;
    private final int rows;
    private final Set<String> values = new HashSet<>();
    private final TimeDetector times = new TimeDetector();
    private final Set<String> nothings = new HashSet<>();
    private int filled;
    private int longest;

    ColumnProfile(String name, int index, List<Row> rows) {
        this.name = name;
        this.index = index;
        this.rows = rows.size();
        for (Row row : rows) {
            String value = value(row);
            if (value != null && NOTHING.contains(value)) {
                nothings.add(value);
            } else if (value != null) {
                filled++;
                values.add(value);
                longest = Math.max(longest, value.length());
                times.observe(value);
            }
        }
    }

    private @Nullable String value(Row row) {
        String cell = row.ragged() ? null : row.cell(index);
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    String name() {
        return name;
    }

    int distinct() {
        return values.size();
    }

    int rows() {
        return rows;
    }

    Set<String> nothings() {
        return nothings;
    }

    TimeDetector times() {
        return times;
    }

    boolean full() {
        return filled == rows;
    }

    /** Whether it says nothing in any of these rows. */
    boolean silent() {
        return filled == 0;
    }

    boolean mostlyFilled() {
        return 10 * filled >= 9 * rows;
    }

    boolean holdsTimes() {
        return filled > 0 && 10 * times.readable() >= 7L * filled;
    }

    boolean unique() {
        return full() && distinct() == rows;
    }

    boolean fits(Field field) {
        return filled > 0 && longest <= field.longest();
    }

    /** Whether all that stands in it are words that Baton knows for this field. */
    boolean speaks(Words<?> words) {
        return filled > 0 && values.stream().allMatch(value -> words.meaning(value) != null);
    }

    /** Whether what stands in it can be that. */
    boolean holds(Content content) {
        Words<?> words = content.words();
        if (words != null) {
            return speaks(words);
        }
        if (content == Content.NUMBER) {
            return filled > 0 && values.stream().allMatch(value -> DecimalText.parse(value) != null);
        }
        return !content.isTime() || holdsTimes();
    }

    /** Whether its value changes while a journey goes on; what never does, tells of the case and not of the contact. */
    boolean variesWithin(ColumnProfile journey, List<Row> all) {
        Map<String, String> firsts = new HashMap<>();
        for (Row row : all) {
            String caseNumber = journey.value(row);
            String value = value(row);
            if (caseNumber != null && value != null) {
                String first = firsts.putIfAbsent(caseNumber, value);
                if (first != null && !first.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
