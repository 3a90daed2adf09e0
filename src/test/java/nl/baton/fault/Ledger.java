package nl.baton.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What was sent in a round, and what of it Baton has said that it is stored. */
final class Ledger {

    private final Map<String, Set<String>> sent = new ConcurrentHashMap<>();
    private final Map<String, Item> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> neverWhole = ConcurrentHashMap.newKeySet();
    private final List<List<Item>> cutStreams = new ArrayList<>();
    private final Collection<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();

    void sending(Collection<Item> items) {
        items.forEach(item -> sent.computeIfAbsent(item.externalId(), id -> ConcurrentHashMap.newKeySet())
                .add(item.text()));
    }

    void acknowledged(Item item) {
        acknowledged.put(item.externalId(), item);
        answers.incrementAndGet();
    }

    /** Of a request that is one transaction, and whose end Baton never got: nothing of it may be there. */
    void neverWhole(Collection<Item> items) {
        items.forEach(item -> neverWhole.add(item.externalId()));
    }

    /** Lines of a stream that was cut: some of the first of them may be there. */
    synchronized void cutStream(List<Item> items) {
        cutStreams.add(items);
    }

    /** An answer that no sender should ever get. */
    void surprise(String what) {
        surprises.add(what);
    }

    /** How many items were acknowledged, each as often as it was. */
    long answers() {
        return answers.get();
    }

    Map<String, Item> acknowledged() {
        return acknowledged;
    }

    Set<String> neverWhole() {
        return neverWhole;
    }

    synchronized List<List<Item>> cutStreams() {
        return List.copyOf(cutStreams);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    boolean wasSent(String externalId, @Nullable String text) {
        return text != null && sent.getOrDefault(externalId, Set.of()).contains(text);
    }
}
