/**
 * Groups of customers: the picture of recency, frequency and monetary value, and segments that marketers build.
 *
 * <p>A segment is a {@link nl.baton.segment.Condition}: traits joined by and, or and not. Each trait is one statement with
 * parameters ({@link nl.baton.segment.TraitSql}) that finds its customers; and, or and not are then worked out on sets of
 * ids in memory. So a count follows within milliseconds when one trait of many changes, overlaps are exact, and of a
 * customer who moved it can be told which trait did it. {@link nl.baton.segment.MembershipSteps} takes down every day who
 * belongs to what.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>Executives see totals, marketers the customers too</b>, named as in their search, and no more. Who has both roles sees
 *       what marketers see.
 *   <li><b>A cell is R by FM</b>, 25 of them, as the segments are named by; its customers are those whose frequency and
 *       monetary scores add up to twice FM, or one less.
 *   <li><b>A picture is of one valuation</b>, and says of which day. A list is of the one that is shown when it is read, so
 *       that its own count may be another than the picture's that was left open over night.
 *   <li><b>Anonymous customers belong to no segment</b>: they stand for a case number, and nobody can write to them.
 *   <li><b>A day's members are those of its last taking</b>, which follows the valuation of the night; a segment that is new
 *       or was described anew is taken at once. Days on which Baton did not run are missing, and are not made up.
 *   <li><b>Why somebody moved</b> is told from the sets of both days, trait by trait. What a valuation said of the customer
 *       is read from that valuation, which is kept for as long ({@link nl.baton.value.KeptScorings}).
 *   <li><b>A count while building may be minutes old</b>, and says so; members, exports and days are read anew.
 *   <li><b>Only who made a segment changes it</b>; others who see it keep a copy of their own.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Segments",
        allowedDependencies = {
            "base",
            "base :: ui",
            "base :: sheet",
            "security",
            "department",
            "customer",
            "customer :: ui",
            "journey",
            "value",
            "value :: model",
            "feedback",
            "handoff",
            "handoff :: ui"
        })
package nl.baton.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
