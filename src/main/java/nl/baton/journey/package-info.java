/**
 * Touchpoints, and the journeys they make up. Appending is idempotent by (source, external id).
 */
@NullMarked
@ApplicationModule(
        displayName = "Journeys",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui"})
package nl.baton.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
