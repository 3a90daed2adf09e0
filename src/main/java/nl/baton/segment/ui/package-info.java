/** The screen of segments. */
@NullMarked
package nl.baton.segment.ui;

import org.jspecify.annotations.NullMarked;
