/**
 * What customers say of the company, asked or not.
 *
 * <p>Feedback is kept with the journey as its source names it: the journey may become known later than what is said
 * about it. The customer is named by its number in the same source.
 */
@NullMarked
@ApplicationModule(
        displayName = "Feedback",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui", "journey"})
package nl.baton.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
