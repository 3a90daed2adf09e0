package nl.baton.customer.ui;

/** A panel of the profile that can be brought up to date where it stands. */
public interface LivePart {

    /** Called on the UI's thread, after the customer's journeys have changed. */
    void refresh();
}
