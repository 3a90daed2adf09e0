package nl.baton.handoff;

import nl.baton.handoff.Window.Kind;

/**
 * A rule that a handoff breaks, and why.
 *
 * @param known by what it is known for good
 * @param dismissed whether a lead has said that it does not count
 */
public record Finding(String rule, Kind known, boolean dismissed, BreakdownRule.Evidence evidence) {

    /** Whether it counts. */
    public boolean stands() {
        return !dismissed;
    }

    Finding dismiss() {
        return new Finding(rule, known, true, evidence);
    }
}
