package nl.baton.alert;

/** How somebody wants to hear of a kind of alert. */
public enum AlertWay {
    /** In Baton and by e-mail. */
    BOTH,
    /** In Baton only. */
    APP,
    /** Not at all. */
    NONE
}
