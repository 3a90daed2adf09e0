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
 * <p>How a journey went along the stages of its type ({@code JourneyCourse}) is one row a journey, and one
 * for each stage it reached in order. They are not added up by day: rows of a type lie by the day of closing, so that a
 * period is read in one go and costs as much as the journeys that closed in it. What lasts while a journey is open is
 * stored as the moment since when, and is never computed again because time passes.
 *
 * <p>What sources tell of a journey as a whole stays in the touchpoints that tell it; {@code JourneyAnswers}
 * keeps, of what is a yes or a no, one row a journey beside its number of handoffs, and counts that move by the difference,
 * so that its picture reads neither history nor journeys.
 *
 * <p>{@link nl.baton.handoff.LaneExport} and {@link nl.baton.handoff.LogExport} give files: to whom the same is shown, with
 * what it is for in the audit log before the first byte.
 *
 * <p>What a lane is analysed by (hours, channels, topics, whose time it was) is stored with each handoff, and counted from
 * one stretch of one index: roll-ups of so many kinds would be as many rows as there are handoffs. Where a lane has very
 * many, it is the last days only, and the screen says which ({@code LaneReach}).
 *
 * <p>What is at stake ({@code StakeSteps}) is computed after each valuation, since it stands on what customers are worth and
 * were before each handoff. What is stored are the journeys by who was alike, as counts, and each customer's days with a
 * broken handoff, each with the one before it: so any period counts a customer once, on the one row whose day before lies
 * outside, and the list behind the figure is those very rows. It holds for a day, and is added up once for each question.
 * What a lead dismisses shows the next day. A handoff counts as broken here as in the rates of lanes.
 *
 * <p>Each node looks once a second for what any node has moved ({@link nl.baton.handoff.LiveFigures}), so that the
 * number of open screens costs the database nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Handoffs",
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: sheet",
            "security",
            "department",
            "customer",
            "customer :: ui",
            "journey",
            "feedback",
            "value",
            "value :: model"
        })
package nl.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
