/**
 * The doors for systems that send items all day: touchpoints, and what else there is a kind of.
 *
 * <p>A new kind is an {@link nl.baton.intake.item.ItemKind} and a controller of one method with {@link
 * nl.baton.intake.api.IntakePost}; reading, transactions, answers and limits are the door's. What it promises:
 *
 * <ul>
 *   <li>What is answered is committed. An array is one transaction; of lines each batch is one, and its line of the answer
 *       is written and flushed after its commit. So the status of a stream is 200 from its first batch on, and what
 *       breaks it off after that is a problem in its last line; a stream that breaks before is a problem like any other.
 *   <li>One bad item never sinks its batch. What is well formed but wrong is the item's; only what makes the bounds
 *       between items unsure is the request's: broken JSON in an array, other encodings. A line always has a bound, so a
 *       broken one is an item as well.
 *   <li>Memory does not grow with what is sent. A slot is taken before a batch is read (in a stream, when its first line
 *       is there, so that an idle sender holds none), and there are fewer slots than connections to the database. No
 *       batch is larger than what a setting, or 8 MB of lines, allow.
 *   <li>Everything can be sent again. So a batch in whose way another one was is stored again here, and what cannot be
 *       is answered by 503, and by its sender.
 * </ul>
 */
@NullMarked
package nl.baton.intake.api;

import org.jspecify.annotations.NullMarked;
