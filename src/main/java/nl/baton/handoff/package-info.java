/**
 * Legs, handoffs, lanes, and the rules by which a handoff is judged broken.
 *
 * <p>{@link nl.baton.handoff.Projection} takes changed cases off their queue, has their journeys put together, and stores
 * the difference to what was stored before, roll-ups included, in one transaction. All that is computed carries a
 * generation: screens read the live one, and a {@link nl.baton.handoff.Rebuild} fills the next one beside it, which
 * whatever changes meanwhile is written to as well. A column rather than a second set of tables: the changing over is
 * one row, in one transaction, on either database.
 *
 * <p>Roll-ups of days move with each journey, by the exact difference. A long period would be many of them, so that
 * {@link nl.baton.handoff.SealedMonths} adds up the days of months that have come to rest, and moves all there is by what
 * a month changed. Who stores a journey does not pay for it, and who reads is never wrong by it: a month that has moved
 * since ({@code moved_month}) is taken off all there is as it was, and its days are read instead.
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
