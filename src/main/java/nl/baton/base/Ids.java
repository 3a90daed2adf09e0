package nl.baton.base;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out ids, unique over all nodes and restarts, from 1 on. Ids that a stopped node had in hand are never used.
 *
 * <p>Blocks are taken in a transaction of their own, which for a moment needs a second connection while the caller's
 * transaction holds one. They are large, so that this is seldom: each is a commit that waits for the disk.
 */
@Component
public class Ids {

    private static final int BLOCK = 5_000;
    private static final int ATTEMPTS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    public Ids(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One id under this name. */
    public long next(String name) {
        return reserve(name, 1);
    }

    /** The first of {@code n} consecutive ids under this name. */
    public long reserve(String name, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("At least one id has to be reserved, not " + n);
        }
        return blocks.computeIfAbsent(name, Block::new).reserve(n);
    }

    private long takeFromAll(String name, int n) {
        for (int attempt = 1; ; attempt++) {
            try {
                Long first = ownTransaction.execute(status -> take(name, n));
                if (first != null) {
                    return first;
                }
            } catch (DuplicateKeyException | ConcurrencyFailureException another) {
                // Another node made the row, or held it, at this moment: its work is done, ours can be tried again.
                if (attempt == ATTEMPTS) {
                    throw another;
                }
            }
        }
    }

    private long take(String name, int n) {
        // The update comes first: it locks the row until this transaction ends, so the select reads our own number.
        int known = jdbc.sql("UPDATE id_block SET next_id = next_id + ? WHERE name = ?")
                .params(n, name)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO id_block (name, next_id) VALUES (?, ?)")
                    .params(name, 1L + n)
                    .update();
            return 1;
        }
        return jdbc.sql("SELECT next_id FROM id_block WHERE name = ?")
                        .param(name)
                        .query(Long.class)
                        .single()
                - n;
    }

    /** What this node has in hand under one name. */
    private final class Block {
        private final String name;
        private long next;
        private long end;

        Block(String name) {
            this.name = name;
        }

        synchronized long reserve(int n) {
            if (end - next < n) {
                int block = Math.max(BLOCK, n);
                next = takeFromAll(name, block);
                end = next + block;
            }
            long first = next;
            next += n;
            return first;
        }
    }
}
