package nl.baton.demo;

/** The rules that this company breaks, under the codes by which Baton knows them. */
enum Rule {
    LATE_PICKUP,
    PING_PONG,
    RETURNED,
    CUSTOMER_CHASED,
    NOT_PICKED_UP
}
