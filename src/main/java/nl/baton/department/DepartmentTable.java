package nl.baton.department;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments and teams as they are stored. */
@Repository
class DepartmentTable {

    private static final String ROW =
            "SELECT id, code, name, slot, confirmed, zone, hours, holidays, merged_into FROM department";

    private final JdbcClient jdbc;
    private final ZoneId companyZone;

    DepartmentTable(JdbcClient jdbc, BatonProperties properties) {
        this.jdbc = jdbc;
        this.companyZone = properties.zone();
    }

    record Row(
            long id,
            String code,
            String name,
            int slot,
            boolean confirmed,
            @Nullable String zone,
            @Nullable String hours,
            @Nullable String holidays,
            @Nullable Long mergedInto) {

        boolean sameCalendar(NewDepartment other) {
            return Objects.equals(zone, other.zone())
                    && Objects.equals(hours, other.hours())
                    && Objects.equals(holidays, other.holidays());
        }
    }

    record TeamRow(
            long id,
            long departmentId,
            String name,
            @Nullable Long mergedInto) {}

    List<Row> all() {
        return rows(ROW + " ORDER BY id").list();
    }

    Optional<Row> byId(long id) {
        return rows(ROW + " WHERE id = ?", id).optional();
    }

    Optional<Row> byCode(String code) {
        return rows(ROW + " WHERE code = ?", code).optional();
    }

    /** Two departments, locked until the transaction ends; always in the same order, so that nobody waits in a ring. */
    List<Row> lock(long one, long other) {
        return rows(ROW + " WHERE id IN (?, ?) ORDER BY id FOR UPDATE", one, other)
                .list();
    }

    private JdbcClient.MappedQuerySpec<Row> rows(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("slot"),
                        row.getBoolean("confirmed"),
                        row.getString("zone"),
                        row.getString("hours"),
                        row.getString("holidays"),
                        row.getObject("merged_into", Long.class)));
    }

    Department department(Row row) {
        ZoneId zone = row.zone() == null ? companyZone : ZoneId.of(row.zone());
        return new Department(
                row.id(),
                row.code(),
                row.name(),
                row.slot(),
                row.confirmed(),
                OpeningHours.parse(row.hours(), zone, Holidays.of(row.holidays())));
    }

    List<TeamRow> teams() {
        return jdbc.sql("SELECT id, department_id, name, merged_into FROM team ORDER BY id")
                .query((row, n) -> new TeamRow(
                        row.getLong("id"),
                        row.getLong("department_id"),
                        row.getString("name"),
                        row.getObject("merged_into", Long.class)))
                .list();
    }

    Survivors survivors() {
        return survivors(mapping("SELECT id, merged_into FROM department WHERE merged_into IS NOT NULL"));
    }

    /** The same from departments that were just read. */
    Survivors survivors(List<Row> rows) {
        Map<Long, Long> departments = new HashMap<>();
        for (Row row : rows) {
            if (row.mergedInto() != null) {
                departments.put(row.id(), row.mergedInto());
            }
        }
        return survivors(departments);
    }

    private Survivors survivors(Map<Long, Long> departments) {
        return departments.isEmpty()
                ? Survivors.NONE
                : new Survivors(departments, mapping("SELECT id, merged_into FROM team WHERE merged_into IS NOT NULL"));
    }

    private Map<Long, Long> mapping(String sql) {
        Map<Long, Long> mapping = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            mapping.put(row.getLong(1), row.getLong(2));
        });
        return mapping;
    }

    void update(long id, NewDepartment to) {
        jdbc.sql("""
                        UPDATE department SET name = :name, confirmed = TRUE, zone = :zone, hours = :hours, holidays = :holidays
                        WHERE id = :id""")
                .param("name", to.name())
                .param("zone", to.zone())
                .param("hours", to.hours())
                .param("holidays", to.holidays())
                .param("id", id)
                .update();
    }

    void merge(long id, @Nullable Long into) {
        jdbc.sql("UPDATE department SET merged_into = :into WHERE id = :id")
                .param("into", into)
                .param("id", id)
                .update();
    }

    void mergeTeam(long id, @Nullable Long into) {
        jdbc.sql("UPDATE team SET merged_into = :into WHERE id = :id")
                .param("into", into)
                .param("id", id)
                .update();
    }

    /** Which department a source means by this name. */
    Optional<Long> meant(String name) {
        return jdbc.sql("SELECT department_id FROM department_spelling WHERE name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the name means a department already */
    void addSpelling(String name, long department) {
        jdbc.sql("INSERT INTO department_spelling (name, department_id) VALUES (?, ?)")
                .params(name, department)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another node gave the code or the colour out just now */
    void add(long id, String name) {
        jdbc.sql("""
                INSERT INTO department (id, code, name, slot, confirmed)
                SELECT ?, ?, ?, COALESCE(MAX(slot), 0) + 1, FALSE FROM department""").params(id, name, name).update();
        addSpelling(name, id);
    }

    Optional<Long> team(long department, String name) {
        return jdbc.sql("SELECT id FROM team WHERE department_id = ? AND name = ?")
                .params(department, name)
                .query(Long.class)
                .optional();
    }

    /** The team of this name that is shown for a department's whole group; none while the department stands alone. */
    Optional<Long> shownTeam(long department, String name) {
        return jdbc.sql("""
                        SELECT t.id FROM team t JOIN department d ON d.id = t.department_id
                        JOIN department own ON own.id = :department
                        WHERE t.name = :name AND t.merged_into IS NULL AND t.department_id <> :department
                            AND COALESCE(d.merged_into, d.id) = COALESCE(own.merged_into, own.id)
                        ORDER BY t.id LIMIT 1""")
                .param("department", department)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    void addTeam(long id, long department, String name, @Nullable Long mergedInto) {
        jdbc.sql("INSERT INTO team (id, department_id, name, merged_into) VALUES (:id, :department, :name, :into)")
                .param("id", id)
                .param("department", department)
                .param("name", name)
                .param("into", mergedInto)
                .update();
    }
}
