package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.Portion;
import nl.baton.handoff.CourseFigures.Share;
import nl.baton.handoff.CourseFigures.Spent;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.CourseQuery.Reading;
import nl.baton.handoff.CourseQuery.WayCount;
import nl.baton.handoff.CourseTimes.StageLeg;
import nl.baton.handoff.CourseTimes.TimeSums;
import nl.baton.handoff.JourneyCourse.Way;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts counts and times together into the figures of a journey type. */
@Component
class CourseComputation {

    private static final double Z = 1.96;

    private final CourseQuery query;
    private final CourseTimes times;

    CourseComputation(CourseQuery query, CourseTimes times) {
        this.query = query;
        this.times = times;
    }

    CourseFigures compute(JourneyType type, Reading reading, UnitNames units, Instant now) {
        List<WayCount> ways = query.ways(reading);
        List<Stage> expected = JourneyCourse.expected(type);
        List<Exit> exits = exits(ways, expected.size(), units);
        return new CourseFigures(
                type,
                journeys(ways),
                sum(ways, way -> way.way() != Way.NO_LEG && way.open() ? way.journeys() : 0),
                sum(ways, way -> way.way() == Way.NO_LEG ? way.journeys() : 0),
                follows(ways),
                stages(reading, expected, ways, exits, units),
                exits,
                spent(type, reading, now),
                query.lastClosed(reading).orElse(null));
    }

    /** One type of many, of which no times are read. */
    static TypeCourses summary(JourneyType type, List<WayCount> ways, UnitNames units) {
        List<Stage> expected = JourneyCourse.expected(type);
        return new TypeCourses(
                type,
                expected,
                journeys(ways),
                sum(ways, way -> way.way() != Way.NO_LEG && way.open() ? way.journeys() : 0),
                expected.isEmpty() ? null : follows(ways),
                exits(ways, expected.size(), units).stream().findFirst().orElse(null));
    }

    private static long journeys(List<WayCount> ways) {
        return sum(ways, way -> way.way() == Way.NO_LEG ? 0 : way.journeys());
    }

    private static Share follows(List<WayCount> ways) {
        long follow = sum(ways, way -> way.way() == Way.FOLLOWED || way.way() == Way.UNDERWAY ? way.journeys() : 0);
        return new Share(follow, journeys(ways));
    }

    private static long sum(List<WayCount> ways, ToLongFunction<WayCount> count) {
        return ways.stream().mapToLong(count).sum();
    }

    /** Those of stages that are no more are still being computed. */
    private static List<Exit> exits(List<WayCount> ways, int stages, UnitNames units) {
        Map<List<Long>, Long> counts = new TreeMap<>(
                Comparator.comparing((List<Long> exit) -> exit.getFirst()).thenComparing(List::getLast));
        ways.stream()
                .filter(way -> way.way() == Way.LEFT || way.way() == Way.STOPPED)
                .filter(way -> way.reached() <= stages)
                .forEach(way -> counts.merge(List.of((long) way.reached(), way.leftFor()), way.journeys(), Long::sum));
        var exits = new ArrayList<Exit>();
        counts.forEach((exit, journeys) -> exits.add(new Exit(
                exit.getFirst().intValue(), exit.getLast() == 0 ? null : units.get(exit.getLast()), journeys)));
        exits.sort(Comparator.comparing(Exit::journeys).reversed().thenComparing(Exit::after));
        return exits;
    }

    private List<StageFigures> stages(
            Reading reading, List<Stage> expected, List<WayCount> ways, List<Exit> exits, UnitNames units) {
        var stages = new ArrayList<StageFigures>();
        Times read = expected.isEmpty() ? new Times(Map.of(), Map.of(), Map.of()) : read(reading, ways);
        for (int i = 0; i < expected.size(); i++) {
            int place = i + 1;
            long[] legs = read.counts.getOrDefault(i, new long[2]);
            stages.add(new StageFigures(
                    place,
                    expected.get(i),
                    units.get(expected.get(i).department()),
                    sum(ways, way -> way.reached() >= place ? way.journeys() : 0),
                    sum(ways, way -> way.way() == Way.UNDERWAY && way.reached() == place ? way.journeys() : 0),
                    new Share(legs[1], legs[0]),
                    read.used.getOrDefault(i, none()),
                    read.waits.getOrDefault(i, none()),
                    exits.stream().filter(exit -> exit.after() == place).toList()));
        }
        return stages;
    }

    private static Waits none() {
        return Waits.exactly(new long[0], 0);
    }

    /** By stage: how many legs ended and overran, how long they took, and how long the passes before them waited. */
    private record Times(Map<Integer, long[]> counts, Map<Integer, Waits> used, Map<Integer, Waits> waits) {}

    private Times read(Reading reading, List<WayCount> ways) {
        long legs = sum(ways, way -> way.reached() * way.journeys());
        var used = new TreeMap<Integer, Waits>();
        var waits = new TreeMap<Integer, Waits>();
        Map<Integer, long[]> counts = new TreeMap<>();
        if (legs <= LaneWaits.EXACT_UP_TO) {
            List<StageLeg> all = times.legs(reading);
            for (StageLeg leg : all) {
                long[] count = counts.computeIfAbsent(leg.stage(), none -> new long[2]);
                count[0] += leg.ended() ? 1 : 0;
                count[1] += leg.ended() && leg.overran() ? 1 : 0;
            }
            for (int stage : counts.keySet()) {
                used.put(stage, exactly(all, stage, true));
                waits.put(stage, exactly(all, stage, false));
            }
        } else {
            counts.putAll(times.legCounts(reading));
            times.buckets(reading, true)
                    .forEach((stage, buckets) -> used.put(stage, Waits.fromBuckets(buckets, total(buckets))));
            times.buckets(reading, false)
                    .forEach((stage, buckets) -> waits.put(stage, Waits.fromBuckets(buckets, total(buckets))));
        }
        return new Times(counts, used, waits);
    }

    private static Waits exactly(List<StageLeg> all, int stage, boolean used) {
        long[] sorted = all.stream()
                .filter(leg -> leg.stage() == stage && (leg.ended() || !used))
                .mapToLong(used ? StageLeg::used : StageLeg::waited)
                .sorted()
                .toArray();
        return Waits.exactly(sorted, Arrays.stream(sorted).sum());
    }

    private static long total(Map<Integer, Long> buckets) {
        double total = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            total += WaitBuckets.middle(bucket.getKey()) * bucket.getValue();
        }
        return Math.round(total);
    }

    private Spent spent(JourneyType type, Reading reading, Instant now) {
        Duration rhythm = type.rhythm();
        CourseTimes.Times read = times.times(reading, rhythm == null ? Long.MAX_VALUE : rhythm.toMillis(), now);
        Portion waits = portion(read.waits());
        return new Spent(
                read.waits().n(),
                read.waits().whole(),
                waits == null ? null : new Portion(1 - waits.share(), 1 - waits.high(), 1 - waits.low()),
                waits,
                rhythm == null ? 0 : read.silence().n(),
                rhythm == null ? null : portion(read.silence()));
    }

    /**
     * The share that a part has of the whole, both summed over journeys. The interval is that of a ratio of two means (W. G.
     * Cochran, "Sampling Techniques", 1977, formula 2.46): the variance of part − share · whole, over n and the mean whole.
     */
    static @Nullable Portion portion(TimeSums sums) {
        if (sums.n() == 0 || sums.whole() <= 0) {
            return null;
        }
        double share = Math.clamp(sums.part() / sums.whole(), 0, 1);
        double squares = sums.partSquares() - 2 * share * sums.products() + share * share * sums.wholeSquares();
        double mean = sums.whole() / sums.n();
        double half = sums.n() < 2 ? 1 : Z * Math.sqrt(Math.max(0, squares) / (sums.n() - 1) / sums.n()) / mean;
        return new Portion(share, Math.max(0, share - half), Math.min(1, share + half));
    }
}
