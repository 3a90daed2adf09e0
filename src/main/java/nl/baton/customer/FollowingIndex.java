package nl.baton.customer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.baton.base.Durability;
import nl.baton.customer.IndexFolder.Position;
import nl.baton.customer.search.CustomerIndex;
import nl.baton.customer.search.IndexedCustomer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An index on disk that follows the database: from where it last was, or from the first customer on. What it takes in is
 * on the database's disk before, so that a crash never leaves it knowing more than the database does.
 */
final class FollowingIndex implements AutoCloseable {

    private static final int ENTRIES_AT_ONCE = 5_000;
    private static final int CUSTOMERS_AT_ONCE = 1_000;

    /** Changes are kept for a week; who has looked within this time has missed none. */
    static final Duration OLDEST = Duration.ofDays(5);

    private static final Duration SAVED_ANYWAY = Duration.ofMinutes(10);

    private final CustomerIndex index;
    private final Path generation;
    private final IndexFolder folder;
    private final IndexSource source;
    private final JdbcClient jdbc;
    private final Durability durability;
    private final Clock clock;
    private Position position;
    private ChangeTail tail;
    private long lastCustomer;
    private long done;
    private boolean complete;

    FollowingIndex(
            CustomerIndex index,
            Path generation,
            IndexFolder folder,
            Position position,
            IndexSource source,
            JdbcClient jdbc,
            Durability durability,
            Clock clock) {
        this.index = index;
        this.generation = generation;
        this.folder = folder;
        this.source = source;
        this.position = position;
        this.jdbc = jdbc;
        this.durability = durability;
        this.clock = clock;
        this.tail = new ChangeTail(jdbc, clock, position.mark());
    }

    CustomerIndex index() {
        return index;
    }

    Path generation() {
        return generation;
    }

    int rebuilds() {
        return position.rebuilds();
    }

    /** How many customers it has been given since it was begun. */
    long done() {
        return done;
    }

    boolean isTooOld() {
        return position.lookedAt().isBefore(clock.instant().minus(OLDEST));
    }

    /** Takes in the next customers; false when all are in. */
    boolean build() {
        if (complete) {
            return false;
        }
        List<IndexedCustomer> page = source.page(lastCustomer, CUSTOMERS_AT_ONCE);
        if (page.isEmpty()) {
            index.flush();
            complete = true;
            return false;
        }
        durability.writeOut();
        index.add(page);
        lastCustomer = page.getLast().id();
        done += page.size();
        return true;
    }

    /** Takes in some of what changed; false when that was all. Whoever waits a little then has less to write to disk. */
    boolean follow() {
        Instant looked = clock.instant();
        try {
            List<Long> changed = List.copyOf(tail.next(ENTRIES_AT_ONCE));
            if (!changed.isEmpty()) {
                durability.writeOut();
            }
            for (int i = 0; i < changed.size(); i += CUSTOMERS_AT_ONCE) {
                replace(changed.subList(i, Math.min(changed.size(), i + CUSTOMERS_AT_ONCE)));
            }
            if (!changed.isEmpty() || position.lookedAt().isBefore(looked.minus(SAVED_ANYWAY))) {
                save(looked);
            }
            return tail.hasMore();
        } catch (RuntimeException failure) {
            // what was read may not be in the index: it is read again
            tail = new ChangeTail(jdbc, clock, position.mark());
            throw failure;
        }
    }

    private void replace(List<Long> changed) {
        List<IndexedCustomer> customers = source.read(changed);
        Set<Long> gone = new HashSet<>(changed);
        customers.forEach(customer -> gone.remove(customer.id()));
        index.replace(customers, new ArrayList<>(gone));
    }

    /** Only ever after what it tells of is on disk. */
    void save(Instant looked) {
        var now = new Position(position.format(), position.origin(), position.rebuilds(), tail.mark(), looked);
        folder.save(generation, now);
        position = now;
    }

    @Override
    public void close() {
        index.close();
    }
}
