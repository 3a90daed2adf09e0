package nl.baton.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tells whether customers would recommend the company, as they answered; implemented by the module that knows feedback. */
public interface Recommendations {

    /** @param score from 0 to 10 */
    record Answer(long customer, Instant at, int score) {}

    /** Of all customers whose ids lie between two, both included: those before a moment, each customer's in their order. */
    List<Answer> between(long first, long last, Instant before);

    /** The last answer of each of these customers before a moment, of those who gave one. */
    List<Answer> last(Collection<Long> customers, Instant before);
}
