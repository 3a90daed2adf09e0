/** The screens on which files are imported: the list, the mapping, and how one import goes. */
@NullMarked
package nl.baton.intake.ui;

import org.jspecify.annotations.NullMarked;
