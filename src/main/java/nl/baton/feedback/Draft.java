package nl.baton.feedback;

import org.jspecify.annotations.Nullable;

/** What somebody typed about an item and has not sent: what was done about it, and what the customer is to be told. */
public record Draft(@Nullable String done, @Nullable String told) {}
