package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.baton.journey.Direction;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * One journey as a relay race: its legs, the handoffs between them, and the passes that nobody has picked up. A pure
 * function of the touchpoints, in whatever order they arrived.
 *
 * @param touchpoints all of them in order, those in no leg too
 * @param lapsed passes that waited when the journey was closed
 * @param closedAt when the journey was closed and not opened again since
 */
public record Relay(
        Grain grain,
        List<Touchpoint> touchpoints,
        List<Leg> legs,
        List<Handoff> handoffs,
        List<PendingPass> pending,
        List<PendingPass> lapsed,
        @Nullable Instant closedAt) {

    /** Runs the relay over one journey's touchpoints, given in any order. */
    public static Relay of(Grain grain, List<Touchpoint> touchpoints) {
        var ordered = new ArrayList<>(touchpoints);
        ordered.sort(Touchpoint.ORDER);
        var run = new Run(grain);
        ordered.forEach(run::take);
        return run.finish(List.copyOf(ordered));
    }

    /** The touchpoint that closed it; null while it is open. */
    public @Nullable Touchpoint closing() {
        return closedAt == null
                ? null
                : touchpoints.reversed().stream()
                        .filter(touchpoint -> touchpoint.outcome() != null
                                && touchpoint.outcome().closes())
                        .findFirst()
                        .orElse(null);
    }

    /** The last outcome that is known; null when none is. */
    public @Nullable Outcome lastKnownOutcome() {
        return touchpoints.reversed().stream()
                .map(Touchpoint::outcome)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The last handoff before something happened. One that began with that very contact is before it too, unless it was
     * the customer who came with it.
     */
    public @Nullable Handoff lastBefore(Touchpoint event) {
        int low = 0;
        int high = handoffs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Touchpoint.ORDER.compare(handoffs.get(middle).pickup(), event);
            if (order < 0 || (order == 0 && event.direction() != Direction.INBOUND)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : handoffs.get(low - 1);
    }

    /** The place of one of its touchpoints among all of them. */
    public int place(Touchpoint touchpoint) {
        return Collections.binarySearch(touchpoints, touchpoint, Touchpoint.ORDER);
    }

    /** A pass that waits to be picked up, while the touchpoints are walked through. */
    private static final class Waiting {
        private final Touchpoint passing;
        private final long department;
        private final @Nullable Long team;
        private final List<Touchpoint> chases = new ArrayList<>();
        private @Nullable Instant lapsesAt;

        Waiting(Touchpoint passing, long department, @Nullable Long team) {
            this.passing = passing;
            this.department = department;
            this.team = team;
        }
    }

    /** What is known of a handoff when the receiving leg begins; the rest needs the whole journey. */
    private record Pass(Touchpoint passing, boolean explicit, List<Touchpoint> chases) {}

    private static final class Run {
        private final Grain grain;
        private final List<List<Touchpoint>> legs = new ArrayList<>();
        private final List<Pass> passes = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private @Nullable Instant closedAt;

        Run(Grain grain) {
            this.grain = grain;
        }

        void take(Touchpoint touchpoint) {
            waiting.removeIf(pass -> pass.lapsesAt != null && !touchpoint.at().isBefore(pass.lapsesAt));
            if (!waiting.isEmpty() && touchpoint.direction() == Direction.INBOUND) {
                waiting.forEach(pass -> pass.chases.add(touchpoint));
            } else if (grain.unit(touchpoint) != null) {
                run(touchpoint);
                hand(touchpoint);
            }
            settle(touchpoint);
        }

        private void run(Touchpoint touchpoint) {
            if (legs.isEmpty()) {
                legs.add(new ArrayList<>());
            } else if (!Objects.equals(grain.unit(legs.getLast().getLast()), grain.unit(touchpoint))) {
                passes.add(pass(touchpoint));
                waiting.clear();
                legs.add(new ArrayList<>());
            }
            legs.getLast().add(touchpoint);
        }

        /** The first explicit pass to whoever begins now; without one, the leg simply ended. */
        private Pass pass(Touchpoint begins) {
            for (Waiting pass : waiting) {
                if (leadsTo(pass.department, pass.team, begins)) {
                    return new Pass(pass.passing, true, List.copyOf(pass.chases));
                }
            }
            return new Pass(legs.getLast().getLast(), false, List.of());
        }

        private void hand(Touchpoint touchpoint) {
            Long department = touchpoint.handedToDepartmentId();
            Long team = touchpoint.handedToTeamId();
            if (department == null || leadsTo(department, team, touchpoint)) {
                return;
            }
            boolean already = waiting.stream()
                    .anyMatch(pass -> pass.department == department
                            && (grain == Grain.DEPARTMENT || Objects.equals(pass.team, team)));
            if (!already) {
                waiting.add(new Waiting(touchpoint, department, team));
            }
        }

        private boolean leadsTo(long department, @Nullable Long team, Touchpoint touchpoint) {
            return grain == Grain.TEAM && team != null
                    ? team.equals(touchpoint.teamId())
                    : Objects.equals(touchpoint.departmentId(), department);
        }

        private void settle(Touchpoint touchpoint) {
            Outcome outcome = touchpoint.outcome();
            if (outcome == null) {
                return;
            }
            if (outcome.closes()) {
                closedAt = touchpoint.end();
                for (Waiting pass : waiting) {
                    if (pass.lapsesAt == null) {
                        pass.lapsesAt = closedAt;
                    }
                }
            } else if (outcome == Outcome.REOPENED) {
                closedAt = null;
            }
        }

        Relay finish(List<Touchpoint> ordered) {
            List<Leg> finished = legs.stream().map(this::leg).toList();
            var handoffs = new ArrayList<Handoff>(passes.size());
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < passes.size(); i++) {
                seen.add(finished.get(i).unit());
                handoffs.add(handoff(i, finished, seen));
            }
            boolean closed = closedAt != null;
            List<PendingPass> passes = finished.isEmpty()
                    ? List.of()
                    : waiting.stream()
                            .filter(pass -> closed == (pass.lapsesAt != null))
                            .map(pass -> new PendingPass(
                                    finished.getLast(),
                                    pass.department,
                                    pass.team,
                                    pass.passing,
                                    pass.passing.end(),
                                    List.copyOf(pass.chases)))
                            .toList();
            return new Relay(
                    grain,
                    ordered,
                    finished,
                    List.copyOf(handoffs),
                    closed ? List.of() : passes,
                    closed ? passes : List.of(),
                    closedAt);
        }

        private Leg leg(List<Touchpoint> touchpoints) {
            Touchpoint first = touchpoints.getFirst();
            Instant end = first.end();
            for (Touchpoint touchpoint : touchpoints) {
                if (touchpoint.end().isAfter(end)) {
                    end = touchpoint.end();
                }
            }
            return new Leg(
                    Objects.requireNonNull(grain.unit(first)),
                    Objects.requireNonNull(first.departmentId()),
                    first.at(),
                    end,
                    List.copyOf(touchpoints));
        }

        private Handoff handoff(int i, List<Leg> finished, Set<Long> seen) {
            Pass pass = passes.get(i);
            Leg from = finished.get(i);
            Leg to = finished.get(i + 1);
            Instant passedAt = pass.explicit() ? pass.passing().end() : from.end();
            Duration wait = to.start().isAfter(passedAt) ? Duration.between(passedAt, to.start()) : Duration.ZERO;
            boolean pingPong = i > 0 && finished.get(i - 1).unit() == to.unit();
            boolean bounced = i + 2 < finished.size() && finished.get(i + 2).unit() == from.unit();
            Instant legEndedAt = i + 2 < finished.size() ? finished.get(i + 2).start() : closedAt;
            return new Handoff(
                    i,
                    from,
                    to,
                    pass.passing(),
                    pass.explicit(),
                    pass.chases(),
                    passedAt,
                    wait,
                    pingPong,
                    !pingPong && seen.contains(to.unit()),
                    bounced,
                    legEndedAt);
        }
    }
}
