package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/**
 * Who has a journey.
 *
 * @param department whose leg is the last; null when no department has begun
 * @param waiting whom it was handed to and has not begun; null when it lies with nobody in between
 */
public record PromiseHolder(
        long journey, @Nullable Long department, @Nullable Long waiting) {}
