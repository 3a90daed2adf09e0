/**
 * Groups of customers: the picture of recency, frequency and monetary value.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Executives see totals, marketers the customers too</b>, named as in their search, and no more. Who has both roles sees
 *       what marketers see.
 *   <li><b>A cell is R by FM</b>, 25 of them, as the segments are named by; its customers are those whose frequency and
 *       monetary scores add up to twice FM, or one less.
 *   <li><b>A picture is of one valuation</b>, and says of which day. A list is of the one that is shown when it is read, so
 *       that its own count may be another than the picture's that was left open over night.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Segments",
        allowedDependencies = {"base", "base :: ui", "security", "customer", "customer :: ui", "value", "value :: model"
        })
package nl.baton.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
