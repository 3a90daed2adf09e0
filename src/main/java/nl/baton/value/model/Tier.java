package nl.baton.value.model;

/** How much a customer is worth beside the others. */
public enum Tier {
    A,
    B,
    C
}
