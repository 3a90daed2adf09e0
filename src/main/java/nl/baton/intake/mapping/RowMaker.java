package nl.baton.intake.mapping;

import nl.baton.intake.read.Row;

/** Makes of each row of a file what the file is said to hold. */
interface RowMaker {

    MappedRow map(Row row);
}
