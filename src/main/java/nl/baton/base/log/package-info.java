/**
 * What Baton tells about itself: a log that can be followed by request, and never holds what customers, sources or
 * users entered. Databases and parsers quote in their exceptions what they choked on, so an exception's own words stay
 * out of the log wherever it was thrown and whoever logs it; its type, its SQL state and where it happened go in.
 */
@NullMarked
package nl.baton.base.log;

import org.jspecify.annotations.NullMarked;
