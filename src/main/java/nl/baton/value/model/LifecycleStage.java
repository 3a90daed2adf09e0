package nl.baton.value.model;

import java.util.List;

/** Where a customer is on its way with the company; the first that fits. */
public enum LifecycleStage {
    WON_BACK,
    LOST,
    PROSPECT,
    NEW,
    DORMANT,
    AT_RISK,
    ACTIVE;

    /** As a customer goes through them, for whoever reads them as a list. */
    public static final List<LifecycleStage> COURSE = List.of(PROSPECT, NEW, ACTIVE, WON_BACK, AT_RISK, DORMANT, LOST);
}
