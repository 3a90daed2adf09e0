package nl.baton.handoff;

import nl.baton.base.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys of a type to count.
 *
 * @param period by the day of closing, and open ones today; null means all there is
 * @param own only those with a leg in the asker's own department
 */
public record CourseFilter(long journeyType, @Nullable Period period, boolean own) {}
