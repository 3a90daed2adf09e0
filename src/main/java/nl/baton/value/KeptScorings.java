package nl.baton.value;

import java.util.Set;

/** Implemented by whoever compares valuations: which former ones are still needed and are not to be swept away. */
public interface KeptScorings {

    Set<Integer> needed();
}
