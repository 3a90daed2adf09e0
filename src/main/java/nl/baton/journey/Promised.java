package nl.baton.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise made to the customer in a touchpoint; with a {@code from} it is an appointment.
 *
 * @param id names it within its source
 * @param due by when it is to be kept
 */
public record Promised(String id, String text, @Nullable Instant from, Instant due, boolean chosenByCustomer) {}
