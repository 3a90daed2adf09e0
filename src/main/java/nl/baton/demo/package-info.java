/**
 * Zonnewind, a fictional energy company, with planted breakdowns.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>A company is told, not drawn.</b> Each kind of journey is a storyline that passes the baton on purpose; so
 *       each broken handoff, and each that only looks broken, is written down where it is made. A test compares what
 *       Baton finds with that, for equality. What is planted where stands in {@code Plan}.
 *   <li><b>It ends with the present Monday</b>, at midnight: a whole week long the same seed gives the same bytes, and
 *       nothing lies in the future.
 *   <li><b>Opening hours are the product's own</b> ({@code OpeningHours}); the test counts them a second time, slowly and
 *       by itself.
 *   <li><b>Loading can be done twice.</b> The seed and the Monday are noted down first and the completion last, so an
 *       interrupted start is finished by the next one, even in another week.
 *   <li><b>Nobody in it can be reached</b>: streets do not exist, phone numbers are not given out, mail goes to an
 *       example domain.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"base", "security", "department", "customer", "journey", "handoff", "feedback", "value"})
package nl.baton.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
