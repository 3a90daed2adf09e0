package nl.baton.workspace.ui;

import nl.baton.handoff.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A record of a list, in words.
 *
 * @param href where the customer's profile is; empty for who may not open it
 * @param about the journey
 * @param other the department at the other end; null where there is none
 * @param kind the name of a glyph; empty for none
 */
record ListedRow(
        String when,
        String href,
        String name,
        String about,
        @Nullable Unit other,
        String kind,
        String words,
        String more) {}
