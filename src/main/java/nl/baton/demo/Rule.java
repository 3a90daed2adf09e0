package nl.baton.demo;

/** The rules that this company breaks, under the codes by which Baton knows them. */
enum Rule {
    LATE_PICKUP(true),
    PING_PONG(true),
    RETURNED(true),
    CUSTOMER_CHASED(true),
    /** An alarm of the moment, and in no rate. */
    NOT_PICKED_UP(false),
    ASKED_AGAIN(true),
    LOST_CONTEXT(true),
    CHANNEL_SWITCH(false),
    OVERRUN(true),
    ABANDONED(false),
    REOPENED(false),
    BROKEN_PROMISE(false),
    SOURED(false);

    private final boolean inTheRate;

    Rule(boolean inTheRate) {
        this.inTheRate = inTheRate;
    }

    /** Whether it is known by the end of the receiving leg, so that it counts in a lane's rate. */
    boolean isInTheRate() {
        return inTheRate;
    }
}
