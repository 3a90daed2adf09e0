package nl.baton.handoff;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.department.Team;

/** The names of the units at one grain, read once for a whole screen. */
final class UnitNames {

    private final Map<Long, Unit> byId = new HashMap<>();

    UnitNames(Departments departments, Grain grain) {
        Map<Long, Department> known = new HashMap<>();
        for (Department department : departments.all()) {
            known.put(department.id(), department);
            if (grain == Grain.DEPARTMENT) {
                byId.put(department.id(), unit(department.id(), department, department.name(), department.code()));
            }
        }
        if (grain == Grain.TEAM) {
            for (Team team : departments.teams()) {
                Department department = Objects.requireNonNull(known.get(team.departmentId()));
                String within = team.name().isEmpty() ? "" : " / " + team.name();
                byId.put(
                        team.id(), unit(team.id(), department, department.name() + within, department.code() + within));
            }
        }
        // what was computed before a merging is about the merged one, until it has been computed again
        Survivors survivors = departments.survivors();
        (grain == Grain.DEPARTMENT ? survivors.departments() : survivors.teams())
                .forEach((merged, into) -> byId.put(merged, Objects.requireNonNull(byId.get(into))));
    }

    private static Unit unit(long id, Department department, String name, String code) {
        return new Unit(id, name, code, department.id(), department.slot());
    }

    Unit get(long id) {
        return Objects.requireNonNull(byId.get(id), () -> "No unit " + id);
    }
}
