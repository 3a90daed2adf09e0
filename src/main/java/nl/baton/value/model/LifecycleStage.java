package nl.baton.value.model;

/** Where a customer is on its way with the company; the first that fits. */
public enum LifecycleStage {
    WON_BACK,
    LOST,
    PROSPECT,
    NEW,
    DORMANT,
    AT_RISK,
    ACTIVE
}
