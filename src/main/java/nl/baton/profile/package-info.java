/**
 * The shared customer profile on screen: a header, and the panels which the modules bring.
 */
@NullMarked
@ApplicationModule(
        displayName = "Profile",
        allowedDependencies = {
            "base",
            "base :: ui",
            "security",
            "department",
            "customer",
            "customer :: ui",
            "journey",
            "journey :: ui",
            "handoff",
            "handoff :: ui"
        })
package nl.baton.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
