package nl.baton.handoff;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.Span.Range;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how long handoffs waited: one by one, or from what was added up of them. */
@Component
class WaitQuery {

    private final JdbcClient jdbc;
    private final LaneConditions conditions;

    WaitQuery(JdbcClient jdbc, LaneConditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    /** Every wait, in milliseconds, with its lane. */
    void waits(Reading reading, RowCallbackHandler each) {
        Condition where = conditions.handoffs(reading);
        jdbc.sql("SELECT h.lane_id, h.wait_ms FROM handoff h WHERE " + where.sql())
                .params(where.parameters())
                .query(each);
    }

    /** Counts of waits by bucket. */
    record Buckets(SortedMap<Integer, Long> calendar, SortedMap<Integer, Long> business) {

        private Buckets() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        private void add(SortedMap<Integer, Long> counts, int bucket, long many) {
            counts.merge(bucket, many, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** Per lane, how many waited how long in calendar time, and in the receiver's opening hours. */
    Map<Long, Buckets> waitBuckets(Reading reading) {
        Map<Long, Buckets> lanes = new HashMap<>();
        if (!reading.waitBuckets()) {
            addWaits(reading, lanes);
            return lanes;
        }
        for (Range range : reading.ranges()) {
            if (range.span() == Span.DAY) {
                addWaits(reading.on(range.days()), lanes);
            } else {
                Condition where = LaneConditions.waits(reading, range);
                jdbc.sql("""
                        SELECT %s d.lane_id, d.bucket, SUM(d.handoffs), SUM(d.business_handoffs)
                        FROM lane_span_wait d JOIN lane l ON l.id = d.lane_id
                        WHERE %s GROUP BY d.lane_id, d.bucket""".formatted(where.hint(), where.sql()))
                        .params(where.parameters())
                        .query(row -> {
                            Buckets lane = lanes.computeIfAbsent(row.getLong(1), any -> new Buckets());
                            lane.add(lane.calendar, row.getInt(2), range.sign() * row.getLong(3));
                            lane.add(lane.business, row.getInt(2), range.sign() * row.getLong(4));
                        });
            }
        }
        return lanes;
    }

    /** What has no buckets is looked at one by one. */
    private void addWaits(Reading reading, Map<Long, Buckets> lanes) {
        Condition where = conditions.handoffs(reading);
        jdbc.sql("SELECT h.lane_id, h.wait_ms, h.business_wait_ms FROM handoff h WHERE " + where.sql())
                .params(where.parameters())
                .query(row -> {
                    Buckets lane = lanes.computeIfAbsent(row.getLong(1), any -> new Buckets());
                    lane.add(lane.calendar, WaitBuckets.of(row.getLong(2)), 1);
                    lane.add(lane.business, WaitBuckets.of(row.getLong(3)), 1);
                });
    }
}
