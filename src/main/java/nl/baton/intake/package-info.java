/**
 * What comes in from outside: files and, through the API, touchpoints. Bad rows go to quarantine, never away.
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "journey", "handoff"})
package nl.baton.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
