package nl.baton.handoff;

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
        List<Long> older) {}
