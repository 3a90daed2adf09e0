package nl.baton.intake.mapping;

import nl.baton.intake.read.RefusedFile;

/** The file has no column of the name that the mapping gives to a field. */
public final class MissingColumn extends RefusedFile {

    MissingColumn(String field, String column) {
        super("intake.refused.column-missing", column, field);
    }
}
