package nl.baton.department;

import java.util.Optional;
import nl.baton.department.DepartmentRefused.Reason;
import nl.baton.department.Departments.UnitName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes departments what the company says that they are. */
@Component
class DepartmentDefinitions {

    private final DepartmentTable table;
    private final UnitRegister register;
    private final ApplicationEventPublisher events;

    DepartmentDefinitions(DepartmentTable table, UnitRegister register, ApplicationEventPublisher events) {
        this.table = table;
        this.register = register;
        this.events = events;
    }

    /** What became of a definition. */
    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Creates or changes a department, in the caller's transaction; a change of its calendar is told to who listens. */
    Outcome define(NewDepartment defined) {
        NewDepartment department = DepartmentRules.checked(defined);
        Optional<DepartmentTable.Row> known = table.byCode(department.code());
        known.ifPresentOrElse(row -> requireStanding(row), () -> requireNoSpelling(department.code()));
        requireName(department.name(), known.map(DepartmentTable.Row::id).orElse(0L));

        long id = register.unit(UnitName.of(department.code(), null)).departmentId();
        int teams = table.teams().size();
        department.teams().forEach(team -> register.unit(UnitName.of(department.code(), team)));
        DepartmentTable.Row before = table.byId(id).orElseThrow();
        if (table.meant(department.name()).isEmpty()) {
            addName(department.name(), id);
        }
        table.update(id, department);
        boolean sameCalendar = before.sameCalendar(department);
        if (!sameCalendar) {
            events.publishEvent(new DepartmentChanged(id));
        }
        if (known.isEmpty()) {
            return Outcome.CREATED;
        }
        boolean same = sameCalendar
                && before.confirmed()
                && before.name().equals(department.name())
                && table.teams().size() == teams;
        return same ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private void requireStanding(DepartmentTable.Row row) {
        if (row.mergedInto() != null) {
            throw new DepartmentRefused(Reason.CODE_MERGED, row.code(), code(row.mergedInto()));
        }
    }

    private void requireNoSpelling(String code) {
        table.meant(code).ifPresent(other -> {
            throw new DepartmentRefused(Reason.CODE_SPELLING, code, code(other));
        });
    }

    /** A name cannot mean two departments, except for those that are one. */
    private void requireName(String name, long id) {
        table.meant(name).ifPresent(meant -> {
            if (meant != id && table.survivors().department(meant) != id) {
                throw new DepartmentRefused(Reason.NAME_TAKEN, name, code(meant));
            }
        });
    }

    /** From now on sources may use the name too. */
    private void addName(String name, long id) {
        try {
            table.addSpelling(name, id);
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new DepartmentRefused(
                    Reason.NAME_TAKEN, name, code(table.meant(name).orElse(id)));
        }
    }

    private String code(long id) {
        return table.byId(id).orElseThrow().code();
    }
}
