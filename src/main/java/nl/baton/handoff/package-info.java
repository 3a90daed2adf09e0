/**
 * Legs, handoffs, lanes, and the rules by which a handoff is judged broken.
 */
@NullMarked
@ApplicationModule(
        displayName = "Handoffs",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui", "journey"})
package nl.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
