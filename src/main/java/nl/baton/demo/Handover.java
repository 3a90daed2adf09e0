package nl.baton.demo;

import java.util.random.RandomGenerator;
import nl.baton.journey.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a storyline passes the baton on.
 *
 * @param text what the passing department notes down; alternatives, parted by a bar
 * @param breaks the rule about coming back that it breaks
 * @param excuse why coming back is no breakdown here
 */
record Handover(Desk to, String text, @Nullable Rule breaks, NearMiss.@Nullable Kind excuse) {

    /** To a department that this journey has not been to. */
    static Handover to(Desk to, String text) {
        return new Handover(to, text, null, null);
    }

    Handover breaking(Rule rule) {
        return new Handover(to, text, rule, null);
    }

    Handover excusedBy(NearMiss.Kind kind) {
        return new Handover(to, text, null, kind);
    }

    boolean comesBack() {
        return breaks != null || excuse != null;
    }

    boolean isDone() {
        return excuse == NearMiss.Kind.PING_PONG_WHEN_DONE || excuse == NearMiss.Kind.RETURN_WHEN_DONE;
    }

    /** The outcome noted down with the pass. Unknown is not DONE, so a broken one may lack it. */
    @Nullable
    Outcome outcome(RandomGenerator random) {
        if (isDone()) {
            return Outcome.DONE;
        }
        if (excuse == NearMiss.Kind.PING_PONG_DONE_THEN_UNKNOWN) {
            return null;
        }
        int roll = random.nextInt(20);
        if (roll < 4) {
            return null;
        }
        return breaks == null && roll < 7 ? Outcome.DONE : Outcome.TRANSFERRED;
    }
}
