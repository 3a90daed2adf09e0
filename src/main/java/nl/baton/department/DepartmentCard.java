package nl.baton.department;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as an administrator sees it.
 *
 * @param zone as set; null means the company's
 * @param hours as written; null means round the clock
 * @param holidays code of the holidays it keeps; null means none
 * @param teams by name, those of merged departments included
 * @param mergedInto the department it has become a spelling of; null for one that stands by itself
 * @param merged the departments that are spellings of this one
 */
public record DepartmentCard(
        long id,
        String code,
        String name,
        int slot,
        boolean confirmed,
        @Nullable String zone,
        @Nullable String hours,
        @Nullable String holidays,
        List<String> teams,
        @Nullable Spelling mergedInto,
        List<Spelling> merged) {

    /** Another department that means the same. */
    public record Spelling(long id, String code, String name) {}
}
