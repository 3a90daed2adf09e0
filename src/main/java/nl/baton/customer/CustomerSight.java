package nl.baton.customer;

import java.util.Collection;
import java.util.Set;

/** Tells which customers a department has had to do with; implemented by the module that knows journeys. */
public interface CustomerSight {

    /** Those of the customers that have a touchpoint in the department, or one that was handed to it. */
    Set<Long> servedBy(long department, Collection<Long> customers);

    /** Whether the customer has a journey that is not closed and in which the asker's home department took part, or is to. */
    boolean hasOpenJourney(long customer);
}
