package nl.baton.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the journeys that are stored against those that follow from what was acknowledged: cases that a link joins, and
 * contacts of one customer on one topic with at most seven days between them.
 */
final class StoredJourneys {

    private static final Duration GAP = Duration.ofDays(7);

    private final Map<String, String> joinedTo = new HashMap<>();

    private StoredJourneys() {}

    static List<String> differences(JdbcClient database, String source, Ledger ledger) {
        var expected = new StoredJourneys();
        List<Item> items = List.copyOf(ledger.acknowledged().values());
        items.forEach(item -> item.links().forEach(link -> expected.join(node(item), "case " + link)));
        expected.joinContacts(items);
        Map<String, Long> journeyByItem = new HashMap<>();
        database.sql("""
                SELECT t.external_id, c.journey_id FROM touchpoint t JOIN journey_case c ON c.id = t.case_id
                WHERE t.source = ?""").param(source).query(row -> {
            journeyByItem.put(row.getString(1), row.getLong(2));
        });
        Map<String, Set<Long>> stored = new HashMap<>();
        for (Item item : items) {
            stored.computeIfAbsent(expected.root(node(item)), root -> new HashSet<>())
                    .add(journeyByItem.getOrDefault(item.externalId(), -1L));
        }
        var differences = new ArrayList<String>();
        Map<Long, String> roots = new HashMap<>();
        stored.forEach((root, journeys) -> {
            if (journeys.size() > 1) {
                differences.add("one journey, that of " + root + ", is stored as " + journeys.size());
            }
            journeys.forEach(journey -> {
                String other = roots.put(journey, root);
                if (other != null) {
                    differences.add("two journeys, those of " + root + " and " + other + ", are stored as one");
                }
            });
        });
        return differences;
    }

    private static String node(Item item) {
        return item.caseNumber() == null ? "contact " + item.externalId() : "case " + item.caseNumber();
    }

    private void joinContacts(List<Item> items) {
        Map<String, List<Item>> themes = new HashMap<>();
        items.stream()
                .filter(item -> item.caseNumber() == null)
                .forEach(
                        item -> themes.computeIfAbsent(item.customer() + " " + item.topic(), theme -> new ArrayList<>())
                                .add(item));
        for (List<Item> theme : themes.values()) {
            theme.sort(Comparator.comparing(Item::at));
            for (int i = 1; i < theme.size(); i++) {
                if (!theme.get(i).at().isAfter(theme.get(i - 1).at().plus(GAP))) {
                    join(node(theme.get(i - 1)), node(theme.get(i)));
                }
            }
        }
    }

    private void join(String one, String other) {
        joinedTo.put(root(one), root(other));
    }

    private String root(String node) {
        String root = node;
        while (joinedTo.containsKey(root) && !joinedTo.get(root).equals(root)) {
            root = joinedTo.get(root);
        }
        return root;
    }
}
