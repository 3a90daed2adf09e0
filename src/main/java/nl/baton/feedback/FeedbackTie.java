package nl.baton.feedback;

import java.time.Instant;

/**
 * The last handoff between departments that was picked up in a journey before something was said of it.
 *
 * @param fromDepartment who passed
 * @param toDepartment who picked up
 * @param broken whether a rule found it broken
 */
public record FeedbackTie(
        long handoff,
        long journey,
        long fromDepartment,
        long toDepartment,
        Instant passedAt,
        Instant pickedUpAt,
        boolean broken) {}
