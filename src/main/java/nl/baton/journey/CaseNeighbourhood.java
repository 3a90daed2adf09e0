package nl.baton.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.journey.CaseTable.Pair;
import nl.baton.journey.CaseTable.Theme;
import org.springframework.stereotype.Component;

/** Gathers, and locks, all cases whose journeys a changed case can have to do with: from link to link, as far as it goes. */
@Component
class CaseNeighbourhood {

    private final CaseTable table;
    private final TouchpointTable touchpoints;

    CaseNeighbourhood(CaseTable table, TouchpointTable touchpoints) {
        this.table = table;
        this.touchpoints = touchpoints;
    }

    /**
     * What was gathered.
     *
     * @param pairs cases that belong together by reference or because a person said so
     * @param parted cases that do not, because a person said so
     */
    record Gathered(Map<Long, Case> cases, Map<Long, List<Touchpoint>> touchpoints, Set<Pair> pairs, Set<Pair> parted) {

        Set<Long> contacts() {
            return cases.values().stream().filter(Case::contact).map(Case::id).collect(Collectors.toUnmodifiableSet());
        }
    }

    Gathered around(Collection<Long> changed) {
        var gathered = new Gathered(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
        Set<Long> frontier = new TreeSet<>(changed);
        while (!frontier.isEmpty()) {
            Set<Long> next = new TreeSet<>(step(frontier, gathered));
            next.removeAll(gathered.cases.keySet());
            next.removeAll(frontier);
            frontier = next;
        }
        return gathered;
    }

    private Set<Long> step(Set<Long> frontier, Gathered gathered) {
        List<Case> cases = table.lock(frontier);
        if (cases.isEmpty()) {
            return Set.of();
        }
        cases.forEach(found -> gathered.cases.put(found.id(), found));
        List<Touchpoint> found = touchpoints.ofCases(frontier);
        found.forEach(touchpoint -> gathered.touchpoints
                .computeIfAbsent(touchpoint.caseId(), id -> new ArrayList<>())
                .add(touchpoint));

        Set<Long> next = new TreeSet<>(
                table.ofJourneys(cases.stream().map(Case::journeyId).collect(Collectors.toSet())));
        Set<Pair> pairs = table.references(frontier);
        CaseTable.Links links = table.links(frontier);
        pairs.addAll(links.joined());
        for (Pair pair : pairs) {
            next.add(pair.one());
            next.add(pair.other());
        }
        gathered.pairs.addAll(pairs);
        gathered.parted.addAll(links.parted());
        next.addAll(themes(found));
        return next;
    }

    /** Cases on the same topic of the same customer, where any of them is a contact without a number. */
    private Set<Long> themes(List<Touchpoint> found) {
        record Key(long customer, String topic) {}
        Set<Key> here = new HashSet<>();
        for (Touchpoint touchpoint : found) {
            Long customer = touchpoint.customerId();
            String topic = Topic.of(touchpoint);
            if (customer != null && topic != null) {
                here.add(new Key(customer, topic));
            }
        }
        if (here.isEmpty()) {
            return Set.of();
        }
        List<Theme> contacts = table.contacts(here.stream().map(Key::customer).collect(Collectors.toSet())).stream()
                .filter(theme -> here.contains(new Key(theme.customerId(), theme.topic())))
                .toList();
        if (contacts.isEmpty()) {
            return Set.of();
        }
        Set<Key> heard = contacts.stream()
                .map(theme -> new Key(theme.customerId(), theme.topic()))
                .collect(Collectors.toSet());
        return table.themes(heard.stream().map(Key::customer).collect(Collectors.toSet())).stream()
                .filter(theme -> heard.contains(new Key(theme.customerId(), theme.topic())))
                .map(Theme::caseId)
                .collect(Collectors.toSet());
    }
}
