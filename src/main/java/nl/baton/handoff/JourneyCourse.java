package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import nl.baton.base.Days;
import nl.baton.department.OpeningHours;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * How one journey went along the stages of its type: a pure function of its touchpoints and of the plan. What goes on
 * while it is open is kept as the moment since when, so that it need not be computed again because time passes.
 *
 * <p>Its time runs from the first touchpoint to the end, and is all either in legs or in waits: a wait is that of a pass,
 * explicit or not, and what lies before the first leg; all else is held by the department that began last. Silence is
 * measured beside it, for it lies across both.
 *
 * @param closedDay {@link #OPEN} while it is open
 * @param reached how many stages its legs ran through in order
 * @param leftFor the department it went to after those instead of the next one; 0 for none
 * @param departments of its legs, each between commas; {@link #MANY} for more than can be stored
 * @param lastMillis the end of a closed journey; the last that is known of an open one
 * @param endKnown whether any touchpoint states an outcome: without, an open journey may be over long since
 * @param waitMillis of all passes that were picked up
 * @param waitingSince since when a pass waits that nobody has begun
 * @param asked whether the customer ever got in touch: without, there is no silence to be heard
 * @param silenceMillis of all silences of a closed journey, of those that ended of an open one
 * @param heardMillis when the customer of an open journey heard something last, or first asked
 */
record JourneyCourse(
        long journeyId,
        long typeId,
        LocalDate closedDay,
        Way way,
        int reached,
        long leftFor,
        String departments,
        long begunMillis,
        long lastMillis,
        boolean endKnown,
        long waitMillis,
        @Nullable Long waitingSince,
        boolean asked,
        long silenceMillis,
        @Nullable Long heardMillis,
        List<StageTime> stages) {

    /** The day under which open journeys are stored: after all others, as they count today, whatever day that is. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /** After so many days without a touchpoint an open journey is over as far as anybody knows, unless a source says. */
    static final int QUIET_DAYS = 30;

    /** Stands for departments that are looked up where they are. */
    static final String MANY = "*";

    private static final int LONGEST = 400;

    /** How a journey's legs compare with the stages. */
    enum Way {
        /** One leg for each stage, in their order, and no other. */
        FOLLOWED,
        /** Open, and up to now one leg for each of the first stages. */
        UNDERWAY,
        /** After some of the stages, or after all, or before the first, it went to another department. */
        LEFT,
        /** Closed before all stages were reached. */
        STOPPED,
        /** The type has no stages. */
        NO_STAGES,
        /** No touchpoint names a department. */
        NO_LEG
    }

    /**
     * The leg in a stage that was reached in order.
     *
     * @param usedMillis from its first touchpoint to its last end, in the stage's clock
     * @param waitMillis of the pass that led to it, in calendar time
     * @param ended whether the next leg began, or the journey closed
     * @param overran whether it has used more than promised
     */
    record StageTime(int stage, long usedMillis, long waitMillis, boolean ended, boolean overran) {}

    /**
     * The stages as they can be told apart: two of one department one after the other are one leg, which is measured by
     * the first. A plan cannot be written so; merging two departments may make it so.
     */
    static List<Stage> expected(JourneyType type) {
        var expected = new ArrayList<Stage>();
        for (Stage stage : type.stages()) {
            if (expected.isEmpty() || expected.getLast().department() != stage.department()) {
                expected.add(stage);
            }
        }
        return expected;
    }

    /** @param ordered the journey's touchpoints in their order, at least one */
    static JourneyCourse of(
            long journey, JourneyType type, List<Touchpoint> ordered, ZoneId zone, LongFunction<OpeningHours> hours) {
        Relay relay = Relay.of(Grain.DEPARTMENT, ordered);
        List<Stage> expected = expected(type);
        int reached = reached(relay.legs(), expected);
        Way way = way(relay, expected, reached);
        Instant closedAt = relay.closedAt();
        Instant last = last(relay, ordered);
        Silences silences = silences(type, ordered, closedAt);
        return new JourneyCourse(
                journey,
                type.id(),
                closedAt == null ? OPEN : Days.dayOf(closedAt, zone),
                way,
                reached,
                way == Way.LEFT ? relay.legs().get(reached).department() : 0,
                departments(relay.legs()),
                ordered.getFirst().at().toEpochMilli(),
                last.toEpochMilli(),
                closedAt != null || ordered.stream().anyMatch(touchpoint -> touchpoint.outcome() != null),
                waits(relay, ordered),
                relay.pending().stream()
                        .map(pass -> pass.passedAt().toEpochMilli())
                        .min(Long::compare)
                        .orElse(null),
                ordered.stream().anyMatch(touchpoint -> touchpoint.direction() == Direction.INBOUND),
                silenceMillis(silences, type, ordered, closedAt),
                closedAt == null && silences.heard() != null ? silences.heard().toEpochMilli() : null,
                stageTimes(relay, expected, reached, hours));
    }

    private static String departments(List<Leg> legs) {
        String departments = legs.stream()
                .mapToLong(Leg::department)
                .distinct()
                .sorted()
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", ",", ","));
        return departments.length() > LONGEST ? MANY : departments;
    }

    private static int reached(List<Leg> legs, List<Stage> expected) {
        int reached = 0;
        while (reached < Math.min(legs.size(), expected.size())
                && legs.get(reached).department() == expected.get(reached).department()) {
            reached++;
        }
        return reached;
    }

    private static Way way(Relay relay, List<Stage> expected, int reached) {
        if (relay.legs().isEmpty()) {
            return Way.NO_LEG;
        }
        if (expected.isEmpty()) {
            return Way.NO_STAGES;
        }
        if (reached < relay.legs().size()) {
            return Way.LEFT;
        }
        if (reached == expected.size()) {
            return Way.FOLLOWED;
        }
        return relay.closedAt() == null ? Way.UNDERWAY : Way.STOPPED;
    }

    /** The latest of the last touchpoint, the end of any leg, and the close. */
    private static Instant last(Relay relay, List<Touchpoint> ordered) {
        Instant last = ordered.getLast().at();
        for (Leg leg : relay.legs()) {
            last = later(last, leg.end());
        }
        return relay.closedAt() == null ? last : later(last, relay.closedAt());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static long waits(Relay relay, List<Touchpoint> ordered) {
        if (relay.legs().isEmpty()) {
            return 0;
        }
        Duration before = Duration.between(
                ordered.getFirst().at(), relay.legs().getFirst().start());
        return relay.handoffs().stream()
                .mapToLong(handoff -> handoff.waited().toMillis())
                .reduce(before.toMillis(), Long::sum);
    }

    private static Silences silences(JourneyType type, List<Touchpoint> ordered, @Nullable Instant closedAt) {
        return Silences.of(ordered, type.rhythm(), false, closedAt == null ? null : told(ordered, closedAt));
    }

    /** Up to when a closed journey is told, as {@link JourneyStory#end} has it. */
    private static Instant told(List<Touchpoint> ordered, Instant closedAt) {
        return later(closedAt, ordered.getLast().at());
    }

    private static long silenceMillis(
            Silences silences, JourneyType type, List<Touchpoint> ordered, @Nullable Instant closedAt) {
        return (closedAt == null ? silences.ended() : silences.upTo(told(ordered, closedAt), type.rhythm(), false))
                .stream()
                        .mapToLong(silence -> Duration.between(
                                        silence.from(), silence.to() == null ? silence.from() : silence.to())
                                .toMillis())
                        .sum();
    }

    private static List<StageTime> stageTimes(
            Relay relay, List<Stage> expected, int reached, LongFunction<OpeningHours> hours) {
        var times = new ArrayList<StageTime>();
        for (int i = 0; i < reached; i++) {
            Leg leg = relay.legs().get(i);
            Stage stage = expected.get(i);
            Duration used = stage.clock() == Clock.CALENDAR
                    ? Duration.between(leg.start(), leg.end())
                    : hours.apply(leg.department()).between(leg.start(), leg.end());
            times.add(new StageTime(
                    i,
                    used.toMillis(),
                    i == 0 ? 0 : relay.handoffs().get(i - 1).waited().toMillis(),
                    i + 1 < relay.legs().size() || relay.closedAt() != null,
                    used.compareTo(stage.promised()) > 0));
        }
        return times;
    }
}
