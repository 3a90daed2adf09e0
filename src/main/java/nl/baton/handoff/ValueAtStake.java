package nl.baton.handoff;

import java.util.Optional;
import nl.baton.handoff.StakeTable.Part;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What broken handoffs put at stake, of all lanes that the asker sees taken as one: each customer counts once. */
@Service
@PreAuthorize(HandoffAccess.SEES_STAKES)
public class ValueAtStake {

    private final StakeQuery query;
    private final HandoffAccess access;

    ValueAtStake(StakeQuery query, HandoffAccess access) {
        this.query = query;
        this.access = access;
    }

    /** Empty where it is not defined or not known yet; without a broken handoff there is none at stake. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Stake> total(LaneFilter filter) {
        Long own = access.departmentOfLanes();
        return query.of(filter, own == null ? Part.ALL : Part.ofDepartment(own));
    }

    /** The same of all lanes with a department at either end; empty where the asker does not see that department's. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Stake> ofDepartment(long department, LaneFilter filter) {
        Long own = access.departmentOfLanes();
        return own != null && own != department ? Optional.empty() : query.of(filter, Part.ofDepartment(department));
    }
}
