package nl.baton.journey;

/** Who or what served the customer. */
public enum HandledBy {
    STAFF,
    SELF_SERVICE,
    BOT
}
