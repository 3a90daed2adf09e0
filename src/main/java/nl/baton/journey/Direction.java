package nl.baton.journey;

/** Which way a touchpoint went: from the customer, to the customer, or within the company. */
public enum Direction {
    INBOUND,
    OUTBOUND,
    INTERNAL
}
