package nl.baton.demo;

import nl.baton.journey.CaseKey;

/**
 * What looks broken and is not.
 *
 * @param touchpoint external id of the touchpoint that picks up, or of the one that handed over when nobody does
 */
record NearMiss(Kind kind, CaseKey journey, String touchpoint) {

    enum Kind {
        /** Picked up after the agreed time to the second. */
        EXACTLY_EIGHT_HOURS(Rule.LATE_PICKUP),
        /** Picked up in the last two minutes. */
        JUST_IN_TIME(Rule.LATE_PICKUP),
        /** More than 60 hours on the clock, of which hardly any were working hours. */
        OVER_THE_WEEKEND(Rule.LATE_PICKUP),
        /** Straight back, as the journey type plans it. */
        PING_PONG_BY_PLAN(Rule.PING_PONG),
        /** Straight back, the work done. */
        PING_PONG_WHEN_DONE(Rule.PING_PONG),
        /** Straight back, the work done, and a touchpoint without an outcome after it. */
        PING_PONG_DONE_THEN_UNKNOWN(Rule.PING_PONG),
        /** Back by way of others, as the journey type plans it. */
        RETURN_BY_PLAN(Rule.RETURNED),
        /** Back by way of others, the work done. */
        RETURN_WHEN_DONE(Rule.RETURNED),
        /** The customer asked while the baton lay between two departments, but nobody had handed over in so many words. */
        ASKED_OUTSIDE_A_PASS(Rule.CUSTOMER_CHASED),
        /** Handed to one department, begun by another: the pass lapses, and with it what the customer asked meanwhile. */
        CHASE_OF_A_LAPSED_PASS(Rule.CUSTOMER_CHASED),
        /** The receiver asked the customer for something, which nobody had been told. */
        ASKED_SOMETHING_NEW(Rule.ASKED_AGAIN),
        /** Opened again more than fourteen days after the solution. */
        REOPENED_LATE(Rule.REOPENED),
        /** Handed over, and then closed after all by who handed over. */
        LAPSED_BY_CLOSING(Rule.NOT_PICKED_UP);

        private final Rule looksLike;

        Kind(Rule looksLike) {
            this.looksLike = looksLike;
        }

        /** The rule that one would think it breaks. */
        Rule looksLike() {
            return looksLike;
        }
    }
}
