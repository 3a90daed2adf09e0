package nl.baton.feedback;

import java.util.Map;

/**
 * How many items there are.
 *
 * @param byGroup of those that wait, by when the customer should have heard; empty where others are looked at too
 */
public record InboxCounts(long all, Map<Group, Long> byGroup) {

    /** By when the customer should have heard, in the order of the list. */
    public enum Group {
        LATE,
        TODAY,
        THIS_WEEK,
        NEXT_WEEK,
        LATER
    }
}
