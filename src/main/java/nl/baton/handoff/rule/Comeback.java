package nl.baton.handoff.rule;

import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.Handoff;
import nl.baton.journey.Outcome;

/** What makes a handoff that comes back a good one, for ping-pongs and returns alike. */
final class Comeback {

    private Comeback() {}

    /** By plan, or because the unit that gives it back had done its work; an unknown outcome is not DONE. */
    static boolean isFine(Handoff handoff, Circumstances circumstances) {
        return circumstances
                        .type()
                        .plans(handoff.from().department(), handoff.to().department())
                || handoff.from().lastKnownOutcome() == Outcome.DONE;
    }
}
