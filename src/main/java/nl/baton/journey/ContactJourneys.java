package nl.baton.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.journey.CaseTable.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds where contacts without a case number belong: what one customer has to say on one topic, with no gap longer than
 * allowed, is one journey. A contact goes on with whatever came right before it, and a case that begins after it joins
 * it, but only the first one: two cases are never joined by a contact between them.
 *
 * <p>A pure function of the touchpoints, in whatever order they arrived.
 */
final class ContactJourneys {

    private final Set<Long> contacts;
    private final Set<Pair> parted;
    private final Gap gap;

    /** How long a contact may stay behind what came before it. */
    interface Gap {

        Duration of(Touchpoint contact);
    }

    /**
     * @param contacts the cases that are contacts without a number
     * @param parted cases that a person said do not belong together
     */
    ContactJourneys(Set<Long> contacts, Set<Pair> parted, Gap gap) {
        this.contacts = contacts;
        this.parted = parted;
        this.gap = gap;
    }

    /** What one customer said on one topic. */
    private record Theme(long customer, String topic) {}

    /** What belongs together so far: contacts, and at most one case. */
    private static final class Cluster {
        private @Nullable Long theCase;
    }

    /** Which cases belong together, seen from these touchpoints of any customers. */
    Set<Pair> joined(List<Touchpoint> touchpoints) {
        Map<Theme, List<Touchpoint>> themes = new HashMap<>();
        for (Touchpoint touchpoint : touchpoints) {
            Long customer = touchpoint.customerId();
            String topic = Topic.of(touchpoint);
            if (customer != null && topic != null) {
                themes.computeIfAbsent(new Theme(customer, topic), theme -> new ArrayList<>())
                        .add(touchpoint);
            }
        }
        Set<Pair> joined = new HashSet<>();
        themes.values().stream()
                .filter(theme -> theme.stream().anyMatch(this::isContact))
                .forEach(theme -> sweep(theme, joined));
        return joined;
    }

    private void sweep(List<Touchpoint> theme, Set<Pair> joined) {
        theme.sort(Touchpoint.ORDER);
        Map<Long, Cluster> clusters = new HashMap<>();
        Touchpoint before = null;
        for (Touchpoint now : theme) {
            boolean first = !clusters.containsKey(now.caseId());
            if (first) {
                Cluster cluster =
                        before != null && follows(before, now, clusters) ? clusters.get(before.caseId()) : null;
                if (before != null && cluster != null) {
                    joined.add(Pair.of(before.caseId(), now.caseId()));
                } else {
                    cluster = new Cluster();
                }
                if (!isContact(now)) {
                    cluster.theCase = now.caseId();
                }
                clusters.put(now.caseId(), cluster);
            }
            before = now;
        }
    }

    private boolean follows(Touchpoint before, Touchpoint now, Map<Long, Cluster> clusters) {
        if (parted.contains(Pair.of(before.caseId(), now.caseId()))) {
            return false;
        }
        if (!isContact(now)) {
            Cluster cluster = clusters.get(before.caseId());
            if (!isContact(before) || cluster == null || cluster.theCase != null) {
                return false;
            }
        }
        Duration allowed = gap.of(isContact(now) ? now : before);
        Instant until = before.end().plus(allowed);
        return !now.at().isAfter(until);
    }

    private boolean isContact(Touchpoint touchpoint) {
        return contacts.contains(touchpoint.caseId());
    }
}
