package nl.baton.department;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.Ids;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows the ids behind the names that sources use, and gives new names theirs; what a name means never changes. */
@Component
class UnitRegister {

    private static final int ATTEMPTS = 10;

    private final DepartmentTable table;
    private final Ids ids;
    private final TransactionTemplate ownTransaction;
    private final Map<UnitName, Unit> known = new ConcurrentHashMap<>();

    UnitRegister(DepartmentTable table, Ids ids, PlatformTransactionManager transactions) {
        this.table = table;
        this.ids = ids;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Unit unit(UnitName name) {
        Unit unit = known.get(name);
        return unit == null ? learn(name) : unit;
    }

    /** One at a time, so that threads do not meet over one name; remembered only once it is stored for good. */
    private synchronized Unit learn(UnitName name) {
        Unit unit = known.get(name);
        for (int attempt = 1; unit == null; attempt++) {
            try {
                unit = Objects.requireNonNull(ownTransaction.execute(status -> {
                    long department = departmentId(name.department());
                    return new Unit(department, teamId(department, name.team()));
                }));
                known.put(name, unit);
            } catch (DuplicateKeyException | ConcurrencyFailureException another) {
                // another node gave the same name, or the next colour, out at this moment: it can be read now
                if (attempt == ATTEMPTS) {
                    throw another;
                }
            }
        }
        return unit;
    }

    private long departmentId(String name) {
        return table.meant(name).orElseGet(() -> {
            long id = ids.next("department");
            table.add(id, name);
            // the work of those who name no team
            teamId(id, "");
            return id;
        });
    }

    private long teamId(long department, String name) {
        return table.team(department, name).orElseGet(() -> {
            long id = ids.next("team");
            Optional<Long> shown = table.shownTeam(department, name);
            table.addTeam(id, department, name, shown.orElse(null));
            return id;
        });
    }
}
