package nl.baton.intake.mapping;

import nl.baton.intake.read.Reason;
import nl.baton.intake.read.Row;
import nl.baton.journey.NewTouchpoint;

/** What became of a row: a touchpoint, or a reason why it is set aside. */
public sealed interface MappedRow {

    /** A row that is fit to be stored. */
    record Mapped(NewTouchpoint touchpoint) implements MappedRow {}

    /**
     * A row that is set aside, whole.
     *
     * @param field the field that is wrong, such as {@code at}; empty where the row as a whole is
     */
    record Rejected(Row row, String field, Reason reason) implements MappedRow {}
}
