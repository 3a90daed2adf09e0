package nl.baton.base;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction whose outcome nobody is told of, and that is done again from what is stored if it is lost: the entries of
 * the queue that it worked off are part of it. So it need not wait for the disk, as others do: what is written next takes
 * it along, and never the later without the earlier.
 */
public final class RecomputedTransaction extends TransactionTemplate {

    static final String NAME = "recomputed";

    public RecomputedTransaction(PlatformTransactionManager transactions) {
        super(transactions);
        setName(NAME);
    }
}
