package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.handoff.PactRefused.Reason;

/**
 * What is to be agreed for a lane.
 *
 * @param pickUp in the receiver's opening hours: more than nothing, a year at most
 * @param requiredFacts keys, each once: fifty of a hundred characters at most
 * @param maxReturns 0 to 1,000
 */
public record NewPact(
        long fromDepartment,
        long toDepartment,
        Duration pickUp,
        List<String> requiredFacts,
        int maxReturns,
        Instant since) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_RETURNS = 1_000;
    private static final int MOST_FACTS = 50;
    private static final int LONGEST_FACT = 100;

    public NewPact {
        Map<String, String> keys = new LinkedHashMap<>();
        requiredFacts.forEach(key -> keys.putIfAbsent(key.strip().toLowerCase(Locale.ROOT), key.strip()));
        requiredFacts = List.copyOf(keys.values());
    }

    void check() {
        if (fromDepartment == toDepartment) {
            throw new PactRefused(Reason.SAME_DEPARTMENT);
        }
        if (!pickUp.isPositive() || pickUp.compareTo(LONGEST) > 0) {
            throw new PactRefused(Reason.PICK_UP);
        }
        if (maxReturns < 0 || maxReturns > MOST_RETURNS) {
            throw new PactRefused(Reason.MAX_RETURNS);
        }
        boolean badFact = requiredFacts.stream()
                .anyMatch(key -> key.isEmpty()
                        || key.length() > LONGEST_FACT
                        || key.chars().anyMatch(Character::isISOControl));
        if (badFact
                || requiredFacts.size() > MOST_FACTS
                || String.join("\n", requiredFacts).length() > 4_000) {
            throw new PactRefused(Reason.REQUIRED_FACTS);
        }
    }

    boolean asks(Pact pact) {
        return pact.pickUp().equals(pickUp)
                && pact.requiredFacts().equals(requiredFacts)
                && pact.maxReturns() == maxReturns
                && pact.since().equals(since);
    }
}
