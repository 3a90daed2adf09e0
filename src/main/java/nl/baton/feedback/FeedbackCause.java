package nl.baton.feedback;

/** What made a customer say it, as those who saw to it judge. */
public enum FeedbackCause {
    LANE,
    PRODUCT,
    PRICE,
    PERSON,
    OTHER
}
