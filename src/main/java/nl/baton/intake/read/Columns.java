package nl.baton.intake.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of a file's columns, in order of appearance. */
final class Columns {

    /** More than any real file has; a bound on what a hostile one can make Baton remember. */
    static final int MOST = 2_000;

    private static final int LONGEST_NAME = 500;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    int size() {
        return names.size();
    }

    int indexOf(String name) throws RefusedFile {
        @Nullable Integer known = indexes.get(name);
        return known != null ? known : add(name);
    }

    /** A header cell: without the blanks around it; numbered where it is empty, or the same as one before. */
    void addHeader(String cell) throws RefusedFile {
        String name = cell.strip();
        if (name.isEmpty()) {
            name = "#" + (names.size() + 1);
        }
        String unique = name;
        for (int n = 2; indexes.containsKey(unique); n++) {
            unique = name + " (" + n + ")";
        }
        add(unique);
    }

    private int add(String name) throws RefusedFile {
        if (names.size() == MOST) {
            throw new RefusedFile("intake.refused.columns", MOST);
        }
        if (name.length() > LONGEST_NAME) {
            throw new RefusedFile("intake.refused.column-name", LONGEST_NAME);
        }
        int index = names.size();
        names.add(name);
        indexes.put(name, index);
        return index;
    }
}
