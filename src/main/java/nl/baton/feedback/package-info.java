/**
 * What customers say of the company, asked or not.
 *
 * <p>Feedback is kept with the journey as its source names it: the journey may become known later than what is said
 * about it. The customer is named by its number in the same source.
 *
 * <p>How far an item is, and whose, is what its source says until somebody here takes it up ({@link
 * nl.baton.feedback.FeedbackWork}). From then on it is what people here did, each step of it kept so that it can be taken
 * back, and what the source sends later only changes what the customer said. Which handoff an item followed is told by the
 * module that knows handoffs ({@link nl.baton.feedback.FeedbackTies}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Feedback",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui", "journey"})
package nl.baton.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
