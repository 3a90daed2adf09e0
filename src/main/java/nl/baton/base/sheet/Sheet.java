package nl.baton.base.sheet;

import java.util.List;

/**
 * A list to be written.
 *
 * @param name of the list, such as stands on the tab of a workbook
 * @param rows gone through once
 * @param notes what is to be known of the list as a whole: what it was narrowed to, and when it was made
 */
public record Sheet<T>(String name, List<SheetColumn<T>> columns, Iterable<T> rows, List<Note> notes) {

    /** A remark under a heading of its own. */
    public record Note(String heading, String text) {}

    public Sheet {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
