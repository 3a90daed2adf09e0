/**
 * What customers bring in: purchases and contracts. What they are worth follows from these.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>An amount is never negative.</b> Whether money came in or went back is told by the kind of a purchase, so that
 *       no source's habit with signs can turn a return into a sale. A margin may be negative: then it was a loss.
 *   <li><b>The customer is named by its number in the same source</b>, and may be described later, or never.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Value",
        allowedDependencies = {"base", "base :: ui", "security", "customer", "customer :: ui"})
package nl.baton.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
