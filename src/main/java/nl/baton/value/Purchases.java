package nl.baton.value;

import java.util.List;
import nl.baton.base.Stored;
import nl.baton.security.SystemWork;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes purchases in. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Purchases {

    private final PurchaseTable table;

    Purchases(PurchaseTable table) {
        this.table = table;
    }

    /** Stores a batch in the caller's transaction; of each purchase it is told what became of it. */
    @Transactional
    public List<Stored> store(List<NewPurchase> batch) {
        return table.store(batch);
    }
}
