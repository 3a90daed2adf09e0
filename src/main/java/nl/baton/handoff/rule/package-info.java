/**
 * The rules by which a handoff is judged broken, one class each. To add one: write the class, and give it a name, a
 * sentence and a definition in the message files ({@code rule.CODE.…}).
 */
@NullMarked
package nl.baton.handoff.rule;

import org.jspecify.annotations.NullMarked;
