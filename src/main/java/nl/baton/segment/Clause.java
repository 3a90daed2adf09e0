package nl.baton.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition as it is said: "not" stands at the traits, a group never holds one of its own kind or only one part. So
 * "not one of A and B" is said as "not A and not B", which nobody can read otherwise.
 */
sealed interface Clause {

    /** One trait, or its opposite. */
    record Said(Trait trait, boolean not) implements Clause {}

    /** Several, all of which are to be true, or one at least; of none, everyone or nobody. */
    record Joined(boolean all, List<Clause> parts) implements Clause {}

    static Clause of(Condition condition) {
        return of(condition, false);
    }

    private static Clause of(Condition condition, boolean not) {
        return switch (condition) {
            case Condition.All(var parts) -> joined(!not, parts, not);
            case Condition.Any(var parts) -> joined(not, parts, not);
            case Condition.Not(var part) -> of(part, !not);
            case Trait trait -> new Said(trait, not);
        };
    }

    private static Clause joined(boolean all, List<Condition> parts, boolean not) {
        List<Clause> flat = new ArrayList<>();
        for (Condition part : parts) {
            switch (of(part, not)) {
                case Joined same when same.all == all -> flat.addAll(same.parts);
                case Joined decided
                when decided.parts.isEmpty() -> {
                    // nobody and anything is nobody; everyone or anything is everyone
                    return decided;
                }
                case Clause other -> flat.add(other);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Joined(all, List.copyOf(flat));
    }
}
