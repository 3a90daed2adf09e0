package nl.baton.base;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores what sources send, idempotently by identity: what is sent again unchanged is known, what is sent again changed
 * replaces the former version, which goes into the history as JSON. What rows look like is each table's own affair.
 *
 * <p>Works in the caller's transaction. Two transactions that send the same new item at once get a duplicate key, the
 * second of them; made again, it finds the item.
 *
 * @param <V> a version of an item, equal to another one exactly when they state the same
 */
public abstract class ItemTable<V extends Item> {

    private final String name;
    private final Ids ids;
    private final JsonMapper json;
    private final Clock clock;
    protected final JdbcTemplate jdbc;

    /** @param name of the table; its history has the same name with {@code _history} behind it */
    protected ItemTable(String name, JdbcTemplate jdbc, Ids ids, JsonMapper json, Clock clock) {
        this.name = name;
        this.jdbc = jdbc;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /** A version of an item, and the item's id. */
    public record Row<V>(long id, V version) {}

    /** What is stored under these identities, locked so that nobody else replaces the same version meanwhile. */
    protected abstract List<Row<V>> lock(Collection<ItemKey> keys);

    protected abstract void insert(List<Row<V>> rows, Instant now);

    protected abstract void update(List<Row<V>> rows, Instant now);

    /** Ids for new items. */
    protected Map<ItemKey, Long> number(List<ItemKey> added) {
        Map<ItemKey, Long> idByKey = new HashMap<>();
        if (!added.isEmpty()) {
            long id = ids.reserve(name, added.size());
            for (ItemKey key : added) {
                idByKey.put(key, id++);
            }
        }
        return idByKey;
    }

    /** What became of each, in the batch's order; the same item twice is taken one version after the other. */
    public List<Stored> store(List<V> batch) {
        Map<ItemKey, Row<V>> before = new HashMap<>();
        if (!batch.isEmpty()) {
            lock(batch.stream().map(Item::key).distinct().sorted().toList())
                    .forEach(row -> before.put(row.version().key(), row));
        }
        var items = new ArrayList<Stored>(batch.size());
        var former = new ArrayList<V>();
        // in one order for all, so that two transactions wait for each other rather than lock each other out
        var newest = new TreeMap<ItemKey, V>();
        for (V version : batch) {
            V last = last(version.key(), newest, before);
            if (version.equals(last)) {
                items.add(Stored.KNOWN);
                continue;
            }
            if (last == null) {
                items.add(Stored.ACCEPTED);
            } else {
                items.add(Stored.REPLACED);
                former.add(last);
            }
            newest.put(version.key(), version);
        }
        write(newest, before, former);
        return items;
    }

    private static <V> @Nullable V last(ItemKey key, Map<ItemKey, V> newest, Map<ItemKey, Row<V>> before) {
        if (newest.containsKey(key)) {
            return newest.get(key);
        }
        Row<V> row = before.get(key);
        return row == null ? null : row.version();
    }

    private void write(Map<ItemKey, V> newest, Map<ItemKey, Row<V>> before, List<V> former) {
        Map<ItemKey, Long> idByKey = new HashMap<>(number(
                newest.keySet().stream().filter(key -> !before.containsKey(key)).toList()));
        before.forEach((key, row) -> idByKey.put(key, row.id()));
        var added = new ArrayList<Row<V>>();
        var changed = new ArrayList<Row<V>>();
        newest.forEach((key, version) ->
                (before.containsKey(key) ? changed : added).add(new Row<>(id(idByKey, key), version)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!added.isEmpty()) {
            insert(added, now);
        }
        if (!changed.isEmpty()) {
            update(changed, now);
        }
        var history = new ArrayList<Object[]>();
        for (V version : former) {
            // one item may be replaced more than once: each version gets a moment of its own
            Instant replaced = now.plus(history.size(), ChronoUnit.MICROS);
            history.add(
                    new Object[] {id(idByKey, version.key()), UtcTime.of(replaced), json.writeValueAsString(version)});
        }
        jdbc.batchUpdate("INSERT INTO " + name + "_history (item_id, replaced_at, version) VALUES (?, ?, ?)", history);
    }

    private static long id(Map<ItemKey, Long> idByKey, ItemKey key) {
        return Objects.requireNonNull(idByKey.get(key));
    }
}
