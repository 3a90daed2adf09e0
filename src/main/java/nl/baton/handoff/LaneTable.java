package nl.baton.handoff;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The lanes that were ever run, by their ends. A lane never changes, so that its id may be kept in memory. */
@Repository
class LaneTable {

    private record Ends(Grain grain, long from, long to, long fromDepartment, long toDepartment) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final TransactionTemplate ownTransaction;
    private final Map<Ends, Long> known = new ConcurrentHashMap<>();

    LaneTable(JdbcClient jdbc, Ids ids, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The lane's id; a lane that is new is stored at once, whatever becomes of the caller's transaction. */
    long id(Grain grain, long from, long to, long fromDepartment, long toDepartment) {
        var ends = new Ends(grain, from, to, fromDepartment, toDepartment);
        Long id = known.get(ends);
        return id == null ? create(ends) : id;
    }

    /** One at a time: two workers that meet the same new lane must not both store it. */
    private synchronized long create(Ends ends) {
        return known.computeIfAbsent(ends, key -> find(key).orElseGet(() -> insert(key)));
    }

    private Optional<Long> find(Ends ends) {
        return jdbc.sql("""
                SELECT id FROM lane WHERE grain = ? AND from_id = ? AND to_id = ?
                    AND from_department_id = ? AND to_department_id = ?""")
                .params(ends.grain.name(), ends.from, ends.to, ends.fromDepartment, ends.toDepartment)
                .query(Long.class)
                .optional();
    }

    private long insert(Ends ends) {
        long id = ids.next("lane");
        try {
            ownTransaction.executeWithoutResult(status -> jdbc.sql("""
                    INSERT INTO lane (id, grain, from_id, to_id, from_department_id, to_department_id)
                    VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(id, ends.grain.name(), ends.from, ends.to, ends.fromDepartment, ends.toDepartment)
                    .update());
            return id;
        } catch (DuplicateKeyException otherNode) {
            return find(ends).orElseThrow(() -> otherNode);
        }
    }
}
