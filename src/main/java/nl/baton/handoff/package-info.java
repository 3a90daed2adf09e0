/**
 * Legs, handoffs, lanes, and the rules by which a handoff is judged broken.
 *
 * <p>{@link nl.baton.handoff.Projection} takes changed cases off their queue, has their journeys put together, and stores
 * the difference to what was stored before, roll-ups included, in one transaction. All that is computed carries a
 * generation: screens read the live one, and a {@link nl.baton.handoff.Rebuild} fills the next one beside it, which
 * whatever changes meanwhile is written to as well. A column rather than a second set of tables: the changing over is
 * one row, in one transaction, on either database.
 *
 * <p>Each node looks once a second for what any node has moved ({@link nl.baton.handoff.LiveFigures}), so that the
 * number of open screens costs the database nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Handoffs",
        allowedDependencies = {"base", "base :: ui", "security", "department", "customer", "customer :: ui", "journey"})
package nl.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
