package nl.baton.intake.mapping;

import java.util.Map;
import nl.baton.base.Item;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.Row;
import nl.baton.journey.NewTouchpoint;

/** What became of a row: a touchpoint, another item, or a reason why it is set aside. */
public sealed interface MappedRow {

    /** A row that is fit to be stored. */
    record Mapped(NewTouchpoint touchpoint) implements MappedRow {}

    /**
     * A row that is fit to be stored, and no touchpoint.
     *
     * @param shown what Baton has understood, by field
     */
    record MappedItem(Item item, Map<Field, String> shown) implements MappedRow {}

    /**
     * A row that is set aside, whole.
     *
     * @param field the field that is wrong, such as {@code at}; empty where the row as a whole is
     */
    record Rejected(Row row, String field, Reason reason) implements MappedRow {}
}
