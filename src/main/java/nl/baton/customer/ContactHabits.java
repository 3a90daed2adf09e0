package nl.baton.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells when and how a customer was in touch; implemented by the module that knows touchpoints. */
public interface ContactHabits {

    /** A contact from the customer, or one to the customer that was answered. */
    record Contact(Instant at, @Nullable String channel) {}

    /** The latest of them since a moment, at most so many. */
    List<Contact> since(long customer, Instant from, int most);
}
