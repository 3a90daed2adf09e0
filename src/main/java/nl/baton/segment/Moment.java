package nl.baton.segment;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When it is asked who belongs to a segment.
 *
 * @param scoring the valuation that is shown then; 0 before the first, of which nothing is known
 */
record Moment(Instant now, ZoneId zone, int scoring) {}
