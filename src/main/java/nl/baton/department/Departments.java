package nl.baton.department;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.OneLook;
import nl.baton.department.DepartmentTable.Row;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The company's departments and teams, those that it defined and those that a file has named. All that can be edited is
 * read from the database each time, so that every node sees a change at once.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Departments {

    private final DepartmentTable table;
    private final UnitRegister register;
    private final DepartmentDefinitions definitions;

    Departments(DepartmentTable table, UnitRegister register, DepartmentDefinitions definitions) {
        this.table = table;
        this.register = register;
        this.definitions = definitions;
    }

    /** A department, and a team in it, as a source names them; the team is empty where it names none. */
    public record UnitName(String department, String team) {

        public static UnitName of(String department, @Nullable String team) {
            return new UnitName(department, team == null ? "" : team);
        }
    }

    /** The ids of a named unit. */
    public record Unit(long departmentId, long teamId) {}

    /** The ids of the named units that were asked for. */
    public record Units(Map<UnitName, Unit> byName) {

        public Unit get(UnitName name) {
            return Objects.requireNonNull(byName.get(name), () -> "Not asked for: " + name);
        }
    }

    /** All departments in order of creation, less those that were merged into others. */
    public List<Department> all() {
        return OneLook.once(
                "departments",
                () -> rows().stream()
                        .filter(row -> row.mergedInto() == null)
                        .map(table::department)
                        .toList());
    }

    private List<Row> rows() {
        return OneLook.once("department rows", table::all);
    }

    /** All teams, the nameless ones included; those of merged departments belong to the survivor. */
    public List<Team> teams() {
        Survivors survivors = table.survivors();
        return table.teams().stream()
                .filter(team -> team.mergedInto() == null)
                .map(team -> new Team(team.id(), survivors.department(team.departmentId()), team.name()))
                .toList();
    }

    /** The opening hours by department; a merged one has the survivor's. */
    public Map<Long, OpeningHours> hours() {
        Map<Long, OpeningHours> hours = new HashMap<>();
        all().forEach(department -> hours.put(department.id(), department.hours()));
        survivors().departments().forEach((merged, into) -> hours.put(merged, Objects.requireNonNull(hours.get(into))));
        return hours;
    }

    /** Which departments and teams are read as others, as it stands in the database at this moment. */
    public Survivors survivors() {
        return OneLook.isOn() ? OneLook.once("survivors", () -> table.survivors(rows())) : table.survivors();
    }

    /** Creates or changes departments; their teams are added, never taken away. */
    @PreAuthorize("hasRole('ADMIN') or " + SystemWork.ALLOWED)
    @Transactional
    public void define(List<NewDepartment> departments) {
        departments.forEach(definitions::define);
    }

    /**
     * The ids of units by the names that a source gives them; a department or team that is not known yet is created,
     * unconfirmed. That happens in a transaction of its own: a name is harmless, and a long import must not hold others
     * up. A merged department's name gives that department and not the survivor: what is stored stays what was said.
     */
    @PreAuthorize(SystemWork.ALLOWED)
    public Units resolve(Collection<UnitName> names) {
        Map<UnitName, Unit> found = new HashMap<>();
        for (UnitName name : names) {
            found.put(name, register.unit(name));
        }
        return new Units(found);
    }
}
