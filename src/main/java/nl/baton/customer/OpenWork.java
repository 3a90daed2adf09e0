package nl.baton.customer;

import java.util.Collection;
import java.util.Map;

/** Tells who has customers' open journeys; implemented by the module that knows handoffs. */
public interface OpenWork {

    /**
     * Who has it.
     *
     * @param department the name of the one that has it, or that it waits for
     * @param waits whether it was handed over and not picked up yet
     * @param broken whether a handoff of it is broken
     */
    record Holder(String department, boolean waits, boolean broken) {}

    /**
     * Of each customer's open journeys that the asker may see: the broken ones first, then the last. Customers without
     * any are left out.
     */
    Map<Long, Holder> of(Collection<Long> customers);
}
