package nl.baton.journey;

/** How a touchpoint reached Baton; set by Baton. */
public enum Via {
    API,
    FEED,
    FILE,
    /** Written down in Baton by staff. */
    HAND
}
