package nl.baton.customer.search;

import java.util.List;
import nl.baton.customer.search.IndexedCustomer.Field;

/**
 * Why a customer was found.
 *
 * @param text what was found, as it was written
 * @param marked the parts of it that are as they were typed, or nearly so
 */
public record Match(Field field, String text, List<Span> marked) {}
