/**
 * Departments, their teams, and their opening hours, by which business time is counted.
 */
@NullMarked
@ApplicationModule(
        displayName = "Departments",
        allowedDependencies = {"base", "base :: ui", "security"})
package nl.baton.department;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
