package nl.baton.department;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.BatonProperties;
import nl.baton.base.Ids;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The company's departments and teams, those that it defined and those that a file has named. */
@Service
@PreAuthorize("isAuthenticated()")
public class Departments {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final ZoneId companyZone;
    private final TransactionTemplate ownTransaction;
    private final Map<UnitName, Unit> known = new ConcurrentHashMap<>();

    Departments(JdbcClient jdbc, Ids ids, PlatformTransactionManager transactions, BatonProperties properties) {
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.ids = ids;
        this.companyZone = properties.zone();
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

    /** All departments in order of creation. */
    public List<Department> all() {
        return jdbc.sql("SELECT id, code, name, slot, confirmed, zone, hours FROM department ORDER BY id")
                .query((row, n) -> {
                    String zone = row.getString("zone");
                    return new Department(
                            row.getLong("id"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getInt("slot"),
                            row.getBoolean("confirmed"),
                            OpeningHours.parse(row.getString("hours"), zone == null ? companyZone : ZoneId.of(zone)));
                })
                .list();
    }

    /** All teams, the nameless ones included. */
    public List<Team> teams() {
        return jdbc.sql("SELECT id, department_id, name FROM team ORDER BY id")
                .query((row, n) -> new Team(row.getLong("id"), row.getLong("department_id"), row.getString("name")))
                .list();
    }

    /** Creates or changes departments; their teams are added, never taken away. */
    @PreAuthorize("hasRole('ADMIN') or " + SystemWork.ALLOWED)
    @Transactional
    public void define(List<NewDepartment> departments) {
        for (NewDepartment department : departments) {
            OpeningHours.parse(department.hours(), companyZone);
            List<UnitName> names = new ArrayList<>(List.of(UnitName.of(department.code(), null)));
            department.teams().forEach(team -> names.add(UnitName.of(department.code(), team)));
            long id = resolve(names).get(names.getFirst()).departmentId();
            jdbc.sql(
                            "UPDATE department SET name = :name, confirmed = TRUE, zone = :zone, hours = :hours WHERE id = :id")
                    .param("name", department.name())
                    .param("zone", department.zone())
                    .param("hours", department.hours())
                    .param("id", id)
                    .update();
        }
    }

    /**
     * The ids of units by the names that a source gives them; a department or team that is not known yet is created,
     * unconfirmed. That happens in a transaction of its own: a name is harmless, and a long import must not hold others up.
     */
    @PreAuthorize(SystemWork.ALLOWED)
    public Units resolve(Collection<UnitName> names) {
        Map<UnitName, Unit> found = new HashMap<>();
        for (UnitName name : names) {
            Unit unit = known.get(name);
            found.put(name, unit == null ? learn(name) : unit);
        }
        return new Units(found);
    }

    /** One at a time, so that no name and no colour is given out twice; remembered only once it is stored for good. */
    private synchronized Unit learn(UnitName name) {
        Unit unit = known.get(name);
        if (unit == null) {
            unit = Objects.requireNonNull(ownTransaction.execute(status -> {
                long department = departmentId(name.department());
                return new Unit(department, teamId(department, name.team()));
            }));
            known.put(name, unit);
        }
        return unit;
    }

    private long departmentId(String name) {
        return jdbc.sql("SELECT id FROM department WHERE code = ? OR name = ? ORDER BY code = ? DESC, id LIMIT 1")
                .params(name, name, name)
                .query(Long.class)
                .optional()
                .orElseGet(() -> create(name));
    }

    private long create(String name) {
        long id = ids.next("department");
        jdbc.sql("""
                INSERT INTO department (id, code, name, slot, confirmed)
                SELECT ?, ?, ?, COALESCE(MAX(slot), 0) + 1, FALSE FROM department""").params(id, name, name).update();
        // the work of those who name no team
        teamId(id, "");
        return id;
    }

    private long teamId(long department, String name) {
        return jdbc.sql("SELECT id FROM team WHERE department_id = ? AND name = ?")
                .params(department, name)
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    long id = ids.next("team");
                    jdbc.sql("INSERT INTO team (id, department_id, name) VALUES (?, ?, ?)")
                            .params(id, department, name)
                            .update();
                    return id;
                });
    }
}
