/**
 * The customer: one shared profile, its identities, and the search that finds it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"base", "base :: ui", "security", "department"})
package nl.baton.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
