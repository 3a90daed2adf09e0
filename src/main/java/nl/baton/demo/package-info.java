/**
 * Zonnewind, a fictional energy company, with planted breakdowns.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"base", "security", "department", "customer", "journey", "handoff"})
package nl.baton.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
