package nl.baton.handoff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The lanes that were ever run, by their ends. A lane never changes, so that its id may be kept in memory. */
@Repository
class LaneTable {

    private static final int ATTEMPTS = 10;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Ids ids;
    private final TransactionTemplate ownTransaction;
    private final Map<Ends, Long> known = new ConcurrentHashMap<>();

    LaneTable(JdbcClient jdbc, JdbcTemplate template, Ids ids, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.ids = ids;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What a lane goes by; in one order for all who store some. */
    record Ends(Grain grain, long from, long to, long fromDepartment, long toDepartment) implements Comparable<Ends> {

        private static final Comparator<Ends> ORDER = Comparator.comparing(Ends::grain)
                .thenComparingLong(Ends::from)
                .thenComparingLong(Ends::to)
                .thenComparingLong(Ends::fromDepartment)
                .thenComparingLong(Ends::toDepartment);

        @Override
        public int compareTo(Ends other) {
            return ORDER.compare(this, other);
        }
    }

    /** The lane's id; null for one that this node has not yet met. */
    @Nullable
    Long known(Ends ends) {
        return known.get(ends);
    }

    /** The lane's id; a lane that is new is stored. */
    long id(Ends ends) {
        if (!known.containsKey(ends)) {
            meet(Set.of(ends));
        }
        return Objects.requireNonNull(known.get(ends));
    }

    /**
     * Makes lanes known: those that are new are stored at once, whatever becomes of the caller's transaction. By one
     * worker at a time, so that two which meet the same new lane do not both store it.
     */
    synchronized void meet(Collection<Ends> lanes) {
        for (int attempt = 1; ; attempt++) {
            var added = new TreeSet<Ends>();
            for (Ends ends : lanes) {
                if (!known.containsKey(ends)) {
                    find(ends).ifPresentOrElse(id -> known.put(ends, id), () -> added.add(ends));
                }
            }
            try {
                insert(List.copyOf(added));
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException otherNode) {
                // it has stored one of them at this moment, which can be found now
                if (attempt == ATTEMPTS) {
                    throw otherNode;
                }
            }
        }
    }

    private Optional<Long> find(Ends ends) {
        return jdbc.sql("""
                SELECT id FROM lane WHERE grain = ? AND from_id = ? AND to_id = ?
                    AND from_department_id = ? AND to_department_id = ?""")
                .params(ends.grain.name(), ends.from, ends.to, ends.fromDepartment, ends.toDepartment)
                .query(Long.class)
                .optional();
    }

    private void insert(List<Ends> added) {
        if (added.isEmpty()) {
            return;
        }
        long first = ids.reserve("lane", added.size());
        var rows = new ArrayList<Object[]>();
        for (Ends ends : added) {
            rows.add(new Object[] {
                first + rows.size(), ends.grain.name(), ends.from, ends.to, ends.fromDepartment, ends.toDepartment
            });
        }
        ownTransaction.executeWithoutResult(status -> template.batchUpdate("""
                INSERT INTO lane (id, grain, from_id, to_id, from_department_id, to_department_id)
                VALUES (?, ?, ?, ?, ?, ?)""", rows));
        for (int i = 0; i < rows.size(); i++) {
            known.put(added.get(i), first + i);
        }
    }
}
