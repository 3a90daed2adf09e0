package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * One journey as the relay shows it, at department grain.
 *
 * @param touchpoints in the journey's order
 * @param silences stretches in which the customer heard nothing, longer than promised
 */
public record JourneyStory(
        JourneySummary journey,
        List<Touchpoint> touchpoints,
        Relay relay,
        List<JudgedHandoff> handoffs,
        List<JudgedPass> pending,
        List<Silence> silences,
        Instant now) {

    /** A handoff with the rules it breaks. */
    public record JudgedHandoff(Handoff handoff, Duration businessWait, List<Finding> findings, OpeningHours receiver) {

        public boolean broken() {
            return !findings.isEmpty();
        }
    }

    /** A pass that nobody has begun; overdue when older than the pick-up time. */
    public record JudgedPass(
            PendingPass pass, Duration businessWait, Duration allowed, boolean overdue, OpeningHours receiver) {}

    /** @param to null while it lasts */
    public record Silence(Instant from, @Nullable Instant to) {}

    JourneyStory withSilences(List<Silence> found) {
        return new JourneyStory(journey, touchpoints, relay, handoffs, pending, found, now);
    }

    /** How the journey was closed; null while it is open. */
    public @Nullable Outcome closingOutcome() {
        return relay.closedAt() == null
                ? null
                : touchpoints.stream()
                        .map(Touchpoint::outcome)
                        .filter(outcome -> outcome != null && outcome.closes())
                        .reduce((former, later) -> later)
                        .orElse(null);
    }

    /** Open as far as is known: not closed, and not {@link #endUnknown}. */
    public boolean open() {
        return relay.closedAt() == null && !endUnknown();
    }

    /** No touchpoint of it states an outcome and nothing happened for 30 days: whether it is over, nobody has said. */
    public boolean endUnknown() {
        return touchpoints.stream().allMatch(touchpoint -> touchpoint.outcome() == null)
                && relay.pending().isEmpty()
                && journey.lastAt().isBefore(now.minus(Duration.ofDays(30)));
    }

    /** The moment up to which there is something to tell: the close, the last touchpoint where the end is unknown, or now. */
    public Instant end() {
        Instant closedAt = relay.closedAt();
        if (closedAt != null) {
            return closedAt.isAfter(journey.lastAt()) ? closedAt : journey.lastAt();
        }
        return endUnknown() ? journey.lastAt() : now;
    }

    /** How many handoffs are broken, passes that are not picked up in time included. */
    public long broken() {
        return handoffs.stream().filter(JudgedHandoff::broken).count()
                + pending.stream().filter(JudgedPass::overdue).count();
    }
}
