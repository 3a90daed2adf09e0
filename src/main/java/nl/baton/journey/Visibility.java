package nl.baton.journey;

/** Whether the customer saw a touchpoint. Unset means CUSTOMER for inbound and outbound, else INTERNAL. */
public enum Visibility {
    CUSTOMER,
    INTERNAL
}
