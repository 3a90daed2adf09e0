package nl.baton.journey;

/** Who decided an outcome. */
public enum Party {
    CUSTOMER,
    COMPANY
}
