package nl.baton.value;

import java.util.List;
import nl.baton.base.Stored;
import nl.baton.security.SystemWork;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes contracts in. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Contracts {

    private final ContractTable table;

    Contracts(ContractTable table) {
        this.table = table;
    }

    /** Stores a batch in the caller's transaction; of each contract it is told what became of it. */
    @Transactional
    public List<Stored> store(List<NewContract> batch) {
        return table.store(batch);
    }
}
