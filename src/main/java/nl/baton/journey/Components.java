package nl.baton.journey;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.baton.journey.CaseTable.Pair;

/** Which cases hang together, by way of others too: each group goes by its smallest member. */
final class Components {

    private final Map<Long, Long> parents = new HashMap<>();

    /** Pairs with a member that is not among the cases are passed over. */
    static Components of(Collection<Long> cases, Collection<Pair> pairs) {
        var components = new Components();
        cases.forEach(id -> components.parents.put(id, id));
        for (Pair pair : pairs) {
            if (components.parents.containsKey(pair.one()) && components.parents.containsKey(pair.other())) {
                components.join(components.of(pair.one()), components.of(pair.other()));
            }
        }
        return components;
    }

    private void join(long one, long other) {
        parents.put(Math.max(one, other), Math.min(one, other));
    }

    /** The smallest member of the group that a case is in. */
    long of(long id) {
        long parent = parents.getOrDefault(id, id);
        if (parent == id) {
            return id;
        }
        long root = of(parent);
        parents.put(id, root);
        return root;
    }
}
