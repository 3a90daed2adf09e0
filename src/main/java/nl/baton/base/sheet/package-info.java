/**
 * Lists on their way out, as CSV or as a workbook for Excel: whoever has a list says its columns once, each with a heading,
 * what it means and how it is read from a row. Both are written row by row, however many there are.
 */
@NullMarked
@NamedInterface("sheet")
package nl.baton.base.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
