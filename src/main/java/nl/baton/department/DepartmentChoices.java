package nl.baton.department;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.baton.security.HomeDepartments;
import nl.baton.security.SystemWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets an administrator choose a user's home department; sign-in needs it too, before anybody is signed in. */
@Component
class DepartmentChoices implements HomeDepartments {

    /** With every click it is asked where a user is at home; other nodes' mergings may show that much later. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Departments departments;
    private final DepartmentTable table;
    private volatile Known known = new Known(Survivors.NONE, Instant.MIN);

    DepartmentChoices(Departments departments, DepartmentTable table) {
        this.departments = departments;
        this.table = table;
    }

    private record Known(Survivors survivors, Instant until) {}

    @Override
    public List<Choice> choices() {
        return SystemWork.call(departments::all).stream()
                .map(department -> new Choice(department.id(), department.name(), department.slot()))
                .toList();
    }

    @Override
    public long survivor(long id) {
        Instant now = Instant.now();
        Known last = known;
        if (now.isAfter(last.until())) {
            last = new Known(table.survivors(), now.plus(FRESH));
            known = last;
        }
        return last.survivors().department(id);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(DepartmentChanged changed) {
        known = new Known(Survivors.NONE, Instant.MIN);
    }
}
