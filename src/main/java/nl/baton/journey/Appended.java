package nl.baton.journey;

import java.util.List;
import nl.baton.base.Stored;

/** What became of a batch: of each touchpoint, in the batch's order. */
public record Appended(List<Stored> items) {

    /** New touchpoints. */
    public int accepted() {
        return count(Stored.ACCEPTED);
    }

    /** Sent before, unchanged. */
    public int known() {
        return count(Stored.KNOWN);
    }

    /** Sent before, changed. */
    public int replaced() {
        return count(Stored.REPLACED);
    }

    private int count(Stored kind) {
        return (int) items.stream().filter(item -> item == kind).count();
    }
}
