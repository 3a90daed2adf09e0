package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * The sums of one lane. The firsts are counted as the scope sees them.
 *
 * @param older handoffs of days before each {@link LaneQuery#boundary(int)} of {@link RuleBook#days}, in their order
 */
record LaneSums(
        long laneId,
        long fromId,
        long toId,
        long handoffs,
        long journeys,
        long pingPongs,
        long returns,
        long bounced,
        long judged,
        long broken,
        long waitMillis,
        long firstHandoffs,
        long firstPingPongs,
        long firstReturns,
        List<Long> older) {

    /** A lane over several spans, as the columns of {@link LaneQuery#lanes} have it. */
    static final class Spans {

        private static final int COUNTS = 11;

        private long from;
        private long to;
        private final long[] counts;

        /** @param more counts besides those that every lane has */
        Spans(int more) {
            counts = new long[COUNTS + more];
        }

        void add(ResultSet row, int sign) throws SQLException {
            from = row.getLong(2);
            to = row.getLong(3);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += sign * row.getLong(4 + i);
            }
        }

        LaneSums of(long id) {
            return new LaneSums(
                    id,
                    from,
                    to,
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    counts[4],
                    counts[5],
                    counts[6],
                    counts[7],
                    counts[8],
                    counts[9],
                    counts[10],
                    Arrays.stream(counts, COUNTS, counts.length).boxed().toList());
        }
    }
}
