/**
 * Touchpoints, and the journeys they make up. Appending is idempotent by (source, external id).
 *
 * <p>A touchpoint is stored for the case it was sent for. Which cases are one journey is kept as links only (references
 * in touchpoints, what people said), and {@link nl.baton.journey.JourneyAssembly} computes journeys from them: so the
 * order of arrival makes no difference, and taking a link back restores what was.
 *
 * <p>Who appends only adds to a queue, {@link nl.baton.journey.ChangedCases}, and never waits for who computes: no
 * foreign key and no row that both would write. Workers on any node lock the cases they have in hand.
 */
@NullMarked
@ApplicationModule(
        displayName = "Journeys",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui"})
package nl.baton.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
