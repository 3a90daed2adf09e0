package nl.baton.feedback;

/** How a customer was told what came of it. */
public enum ToldBy {
    PHONE,
    EMAIL,
    APP,
    LETTER,
    VISIT
}
