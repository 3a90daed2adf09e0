/**
 * Makes touchpoints of rows: which column means what, how times and words are read, by what a row is known again.
 *
 * <p>A row is set aside (quarantined) only when it has no journey or no time; when its time is unreadable, before 1970
 * or more than a day ahead; when its end is unreadable or before its time; when a value is longer than Baton keeps; and
 * when a word for a direction, an outcome or the like is none that Baton knows. Everything else is taken as it stands,
 * without the blanks around it.
 */
@NullMarked
package nl.baton.intake.mapping;

import org.jspecify.annotations.NullMarked;
