package nl.baton.journey;

/** Why the company was in touch. */
public enum Purpose {
    SERVICE,
    CAMPAIGN,
    DELIGHT
}
