package nl.baton.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells by which order and case numbers customers are asked about; implemented by the module that knows journeys. */
public interface CaseNumbers {

    /** The numbers of all cases of each customer; customers without one are left out. */
    Map<Long, List<String>> of(Collection<Long> customers);
}
