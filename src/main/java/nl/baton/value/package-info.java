/**
 * What customers bring in: purchases and contracts. What they are worth follows from these.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>An amount is never negative.</b> Whether money came in or went back is told by the kind of a purchase, so that
 *       no source's habit with signs can turn a return into a sale. A margin may be negative: then it was a loss.
 *   <li><b>The customer is named by its number in the same source</b>, and may be described later, or never.
 *   <li><b>Values are computed at night, for everybody at once</b>, as of the end of yesterday, beside those that are shown:
 *       tiers and scores compare customers with each other, so that they hold for one day or for none. What is read is always
 *       of one valuation. Memory does not grow with the customers; only what a fit counts does, by some bytes each.
 *   <li><b>A purchase day</b> is a day with a sale that did not go back as a whole. The amount of a day is less what went back
 *       of its sales. A return that names no sale of the same customer lowers net and current value, and nothing else.
 *   <li><b>A contract is due on its first day</b> and on the same day of each month after it, up to its last day. An end that
 *       is known beforehand ends what is to come.
 *   <li><b>Buyers are one cohort</b>, all who ever bought: Kaplan-Meier weighs those who came lately for what they are.
 *   <li><b>Scores and tiers are of the company's currency</b>, a setting; in others both direct values are told, no more.
 *       Where no sale has ever stated a margin, the whole amount counts as one.
 *   <li><b>A fit is used when it converged, spends have a mean, and what it foresaw</b> of the last third of all days, a year at
 *       most, was within a quarter of what came, or nearer than chance. With fewer than 100 who had come back by then, there is
 *       nothing to hold it against. Its versions are kept; an accepted one is used until another is.
 *   <li><b>What the value screen shows is added up once</b>, as the last step of a valuation, and stored with it; its lists are
 *       ranges of an index. So neither costs more with more customers, and a figure and its list are of one valuation.
 *   <li><b>At risk</b> is who has a chance to have gone (P(alive)), no running contract, and is not lost yet. A contract that runs has not gone,
 *       and one that ended with no purchase since makes the customer lost: neither is in that list, and the screen says so.
 *   <li><b>Ranges of sums</b> take customers' futures as independent of each other.
 *   <li><b>Value through others</b> is of the company's currency. What a referred customer brings counts from the day of the
 *       referral on. Promoters are those whose last answer was 9–10, buyers who ever bought or agreed something, and one whom
 *       several promoters referred counts for their part. Answers come through {@code Recommendations}, which feedback
 *       implements. Fewer than 10 answers in a band are too few.
 *   <li><b>Customers cannot be merged yet</b>; values are of customers as purchases name them. When they can be, what was dealt
 *       by those who were merged is to be read as one history, in {@code HistoryReader}.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Value",
        allowedDependencies = {"base", "base :: ui", "security", "customer", "customer :: ui"})
package nl.baton.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
