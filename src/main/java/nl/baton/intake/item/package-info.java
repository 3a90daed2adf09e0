/**
 * Reads the items that systems send: one JSON object after the other becomes a touchpoint, a customer, and so on. Knows
 * neither Spring nor a database.
 *
 * <p>Reading is strict, since nobody sits beside a system that sends: a field that Baton does not know is an error, or
 * a misspelt one would be lost in silence. An item's errors are collected, each with its path and reason, so that a
 * sender hears of all of them at once; an item with errors is left out, and the others of its batch are not.
 *
 * <p>What an item is read from are plain values (text, number, boolean, list, object), never a parser: so an item's
 * fields can be read in any order, and {@link nl.baton.intake.item.ItemJson} alone knows how hostile JSON can be.
 */
@NullMarked
package nl.baton.intake.item;

import org.jspecify.annotations.NullMarked;
