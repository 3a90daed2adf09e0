/**
 * Where each role starts.
 */
@NullMarked
@ApplicationModule(
        displayName = "Workspace",
        allowedDependencies = {"base", "base :: ui", "security", "department", "handoff"})
package nl.baton.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
