/** The screen of journey types: how they are planned to go, and how they went. */
@NullMarked
package nl.baton.handoff.ui.types;

import org.jspecify.annotations.NullMarked;
