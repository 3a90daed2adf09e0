package nl.baton.customer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.baton.base.Durability;
import nl.baton.customer.IndexFolder.Position;
import nl.baton.customer.search.CustomerIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps this node's index of customers: it follows the database, and when it is missing, of another kind, too old or
 * broken, or when somebody asks for it, another one is built beside it and then takes its place.
 */
@Component
class IndexKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    /** An index that fails as often in a row is given up. */
    private static final int FAILURES = 3;

    private final SearchProperties properties;
    private final IndexSource source;
    private final JdbcClient jdbc;
    private final Durability durability;
    private final JsonMapper json;
    private final Clock clock;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private volatile @Nullable FollowingIndex live;
    private volatile @Nullable FollowingIndex building;
    private volatile int failures;
    private @Nullable IndexFolder folder;
    private long begun;

    IndexKeeper(
            SearchProperties properties,
            IndexSource source,
            JdbcClient jdbc,
            Durability durability,
            JsonMapper json,
            Clock clock) {
        this.properties = properties;
        this.source = source;
        this.jdbc = jdbc;
        this.durability = durability;
        this.json = json;
        this.clock = clock;
    }

    private record Origin(String id, int rebuilds) {}

    /** Asks the index; empty while there is none to be asked. */
    <T> Optional<T> ask(Function<CustomerIndex, T> question) {
        inUse.readLock().lock();
        try {
            FollowingIndex asked = live;
            return asked == null ? Optional.empty() : Optional.of(question.apply(asked.index()));
        } catch (DataAccessException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException broken) {
            failures++;
            throw broken;
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** How many customers the index that is being built has by now; empty when none is. */
    Optional<Long> built() {
        return Optional.ofNullable(building).map(FollowingIndex::done);
    }

    /** Whether the index is one that was begun after so many had been asked for. */
    boolean hasRebuilt(int rebuilds) {
        FollowingIndex current = live;
        return current != null && current.rebuilds() >= rebuilds;
    }

    boolean isReady() {
        return live != null;
    }

    /** Does what is next; false when there was nothing to do. By one thread only. */
    boolean step() {
        IndexFolder own = folder;
        Origin origin = origin();
        if (own == null) {
            own = IndexFolder.take(properties.folder(), json);
            folder = own;
            openFormer(own, origin);
        }
        giveUpBroken();
        FollowingIndex current = live;
        if (building == null && (current == null || current.rebuilds() != origin.rebuilds || current.isTooOld())) {
            begin(own, origin);
        }
        boolean busy = current != null && !current.isTooOld() && watched(current::follow);
        return build(own) || busy;
    }

    private Origin origin() {
        Optional<Origin> known = knownOrigin();
        if (known.isEmpty()) {
            jdbc.sql("UPDATE search_origin SET origin = ? WHERE origin IS NULL")
                    .param(UUID.randomUUID().toString())
                    .update();
            known = knownOrigin();
        }
        return known.orElseThrow();
    }

    private Optional<Origin> knownOrigin() {
        return jdbc.sql("SELECT origin, rebuilds FROM search_origin WHERE origin IS NOT NULL")
                .query((row, n) -> new Origin(row.getString(1), row.getInt(2)))
                .optional();
    }

    private void openFormer(IndexFolder own, Origin origin) {
        for (Path generation : own.finished()) {
            Optional<Position> position = own.position(generation)
                    .filter(found -> found.format().equals(CustomerIndex.FORMAT))
                    .filter(found -> found.origin().equals(origin.id));
            if (position.isPresent() && live == null) {
                try {
                    FollowingIndex former = open(own, generation, position.get());
                    if (former.isTooOld()) {
                        former.close();
                    } else {
                        live = former;
                    }
                } catch (RuntimeException unreadable) {
                    LOG.warn(
                            "The search index cannot be read and is built anew: {}",
                            unreadable.getClass().getSimpleName());
                }
            }
        }
        own.keepOnly(Optional.ofNullable(live).map(FollowingIndex::generation).stream()
                .toList());
    }

    private FollowingIndex open(IndexFolder own, Path generation, Position position) {
        var index = CustomerIndex.open(generation, properties.search().backend(), json);
        return new FollowingIndex(index, generation, own, position, source, jdbc, durability, clock);
    }

    private void begin(IndexFolder own, Origin origin) {
        begun = System.nanoTime();
        long mark = ChangeTail.markBefore(jdbc, clock);
        building = open(
                own,
                own.begin(),
                new Position(CustomerIndex.FORMAT, origin.id, origin.rebuilds, mark, clock.instant()));
    }

    private boolean build(IndexFolder own) {
        FollowingIndex next = building;
        if (next == null) {
            return false;
        }
        try {
            if (!next.build() && !next.follow()) {
                next.save(clock.instant());
                changeOver(own, next);
            }
            return true;
        } catch (DataAccessException | TransactionException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException failure) {
            building = null;
            next.close();
            IndexFolder.delete(next.generation());
            throw failure;
        }
    }

    private void changeOver(IndexFolder own, FollowingIndex next) {
        replaceLive(next);
        building = null;
        own.keepOnly(List.of(next.generation()));
        LOG.info(
                "The search index was built: {} customers, in {} s",
                next.done(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** Waits for who is asking. */
    private void replaceLive(@Nullable FollowingIndex next) {
        inUse.writeLock().lock();
        try {
            FollowingIndex former = live;
            live = next;
            failures = 0;
            if (former != null) {
                former.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private boolean watched(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (DataAccessException | TransactionException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException failure) {
            failures++;
            throw failure;
        }
    }

    private void giveUpBroken() {
        FollowingIndex current = live;
        if (current != null && failures >= FAILURES) {
            LOG.warn("The search index is broken and is built anew");
            replaceLive(null);
            IndexFolder.delete(current.generation());
        }
    }

    void close() {
        replaceLive(null);
        FollowingIndex unfinished = building;
        building = null;
        if (unfinished != null) {
            unfinished.close();
        }
        IndexFolder own = folder;
        folder = null;
        if (own != null) {
            own.close();
        }
    }
}
