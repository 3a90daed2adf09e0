package nl.baton.handoff;

/** The sums of one lane. The firsts are counted as the scope sees them. */
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
        long firstReturns) {}
