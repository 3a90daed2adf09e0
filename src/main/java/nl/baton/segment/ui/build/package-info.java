/** The screen on which a segment is built by clicking. */
@NullMarked
package nl.baton.segment.ui.build;

import org.jspecify.annotations.NullMarked;
