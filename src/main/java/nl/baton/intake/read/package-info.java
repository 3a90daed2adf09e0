/**
 * Reads the rows of a file one after the other, in the same small memory for a kilobyte as for gigabytes: CSV by
 * FastCSV, XES (IEEE 1849) by Woodstox, plain or packed. Knows neither Spring nor Baton's words.
 *
 * <p>What a file is, is told by its content, never by its name. A file that is broken as a whole is a {@link
 * nl.baton.intake.read.RefusedFile}; a single bad row is a row all the same, for whoever reads it to set aside.
 *
 * <p>XES: a trace's attributes come with each of its events as {@code case:…}; nested attributes as {@code
 * parent:child}. The {@code global} section is not applied: it states what a reader may assume, which is not the same
 * as what somebody recorded. Lists and containers have no single value that a field could take; they count in a row's
 * identity and stay in what is set aside, and nothing else. The attributes of the log itself describe no row.
 */
@NullMarked
package nl.baton.intake.read;

import org.jspecify.annotations.NullMarked;
