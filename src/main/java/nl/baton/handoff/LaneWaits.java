package nl.baton.handoff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.baton.handoff.LaneConditions.Reading;
import org.springframework.stereotype.Component;

/** How long the handoffs of lanes waited: each of them, or counts by bucket where they are very many. */
@Component
class LaneWaits {

    /** Up to so many handoffs waits are read one by one; above, from buckets. */
    static final long EXACT_UP_TO = 200_000;

    private final WaitQuery query;

    LaneWaits(WaitQuery query) {
        this.query = query;
    }

    /** The waits of some lanes together, and of each. */
    record Found(Waits all, Map<Long, Waits> byLane) {

        Waits of(LaneSums lane) {
            return Objects.requireNonNull(byLane.get(lane.laneId()));
        }
    }

    /**
     * The waits of these lanes, which are all of the reading's own.
     *
     * @param handoffs of all lanes that the asker sees: by their number waits are read, so that one lane by itself says
     *     just what it says among the others
     */
    Found of(Reading reading, List<LaneSums> lanes, long handoffs) {
        long total = lanes.stream().mapToLong(LaneSums::waitMillis).sum();
        return handoffs <= EXACT_UP_TO ? exactly(reading, lanes, total) : fromBuckets(reading, lanes, total);
    }

    private Found exactly(Reading reading, List<LaneSums> lanes, long total) {
        Map<Long, LongList> values = new HashMap<>();
        lanes.forEach(lane -> values.put(lane.laneId(), new LongList((int) lane.handoffs())));
        LongList all =
                new LongList((int) lanes.stream().mapToLong(LaneSums::handoffs).sum());
        query.waits(reading, row -> {
            long wait = row.getLong(2);
            all.add(wait);
            values.computeIfAbsent(row.getLong(1), lane -> new LongList(8)).add(wait);
        });
        Map<Long, Waits> byLane = new HashMap<>();
        for (LaneSums lane : lanes) {
            LongList list = Objects.requireNonNull(values.get(lane.laneId()));
            byLane.put(lane.laneId(), Waits.exactly(list.sorted(), lane.waitMillis()));
        }
        return new Found(Waits.exactly(all.sorted(), total), byLane);
    }

    private Found fromBuckets(Reading reading, List<LaneSums> lanes, long total) {
        Map<Long, WaitQuery.Buckets> byLane = query.waitBuckets(reading);
        TreeMap<Integer, Long> all = new TreeMap<>();
        byLane.values().forEach(lane -> lane.calendar().forEach((bucket, n) -> all.merge(bucket, n, Long::sum)));
        Map<Long, Waits> waits = new HashMap<>();
        for (LaneSums lane : lanes) {
            WaitQuery.Buckets buckets = Objects.requireNonNull(byLane.get(lane.laneId()));
            waits.put(lane.laneId(), Waits.fromBuckets(buckets.calendar(), lane.waitMillis()));
        }
        return new Found(Waits.fromBuckets(all, total), waits);
    }

    /** A growing list of longs, since boxing two hundred thousand waits would cost more than sorting them. */
    private static final class LongList {
        private long[] values;
        private int size;

        LongList(int expected) {
            values = new long[Math.max(1, expected)];
        }

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
