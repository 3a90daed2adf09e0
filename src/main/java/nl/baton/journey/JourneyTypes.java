package nl.baton.journey;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.baton.base.Ids;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The kinds of journeys, those that the company defined and those that a file has named. */
@Service
@PreAuthorize("isAuthenticated()")
public class JourneyTypes {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Departments departments;
    private final TransactionTemplate ownTransaction;
    private final Map<String, Long> idByCode = new ConcurrentHashMap<>();
    private final Map<Long, String> codeById = new ConcurrentHashMap<>();

    JourneyTypes(JdbcClient jdbc, Ids ids, Departments departments, PlatformTransactionManager transactions) {
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.ids = ids;
        this.departments = departments;
    }

    /** All types by name. */
    @Transactional(readOnly = true)
    public List<JourneyType> all() {
        Map<Long, Set<JourneyType.Planned>> planned = new ConcurrentHashMap<>();
        jdbc.sql("SELECT journey_type_id, from_department_id, to_department_id FROM planned_pass")
                .query(row -> {
                    planned.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                            .add(new JourneyType.Planned(row.getLong(2), row.getLong(3)));
                });
        return jdbc.sql("SELECT id, code, name, rhythm FROM journey_type ORDER BY name, id")
                .query((row, n) -> {
                    String rhythm = row.getString("rhythm");
                    return new JourneyType(
                            row.getLong("id"),
                            row.getString("code"),
                            row.getString("name"),
                            rhythm == null ? null : Duration.parse(rhythm),
                            Set.copyOf(planned.getOrDefault(row.getLong("id"), Set.of())));
                })
                .list();
    }

    /** Creates or changes a type. */
    @PreAuthorize("hasRole('ADMIN') or " + SystemWork.ALLOWED)
    @Transactional
    public void define(NewJourneyType type) {
        long id = idOf(type.code());
        Duration rhythm = type.rhythm();
        jdbc.sql("UPDATE journey_type SET name = :name, rhythm = :rhythm WHERE id = :id")
                .param("name", type.name())
                .param("rhythm", rhythm == null ? null : rhythm.toString())
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM planned_pass WHERE journey_type_id = ?").param(id).update();
        for (NewJourneyType.PlannedPass pass : Set.copyOf(type.plannedPasses())) {
            UnitName from = UnitName.of(pass.from(), null);
            UnitName to = UnitName.of(pass.to(), null);
            Departments.Units units = departments.resolve(List.of(from, to));
            jdbc.sql(
                            "INSERT INTO planned_pass (journey_type_id, from_department_id, to_department_id) VALUES (?, ?, ?)")
                    .params(id, units.get(from).departmentId(), units.get(to).departmentId())
                    .update();
        }
    }

    /** The id of a type by its code; one that is not known yet is created under that name, in a transaction of its own. */
    @PreAuthorize(SystemWork.ALLOWED)
    public long resolve(String code) {
        return idOf(code);
    }

    /** The code of a type, which never changes. */
    String code(long id) {
        return codeById.computeIfAbsent(
                id,
                unknown -> jdbc.sql("SELECT code FROM journey_type WHERE id = ?")
                        .param(unknown)
                        .query(String.class)
                        .single());
    }

    private long idOf(String code) {
        Long id = idByCode.get(code);
        return id == null ? learn(code) : id;
    }

    /** One at a time, so that no code is given out twice; remembered only once it is stored for good. */
    private synchronized long learn(String code) {
        Long id = idByCode.get(code);
        if (id == null) {
            id = Objects.requireNonNull(
                    ownTransaction.execute(status -> find(code).orElseGet(() -> create(code))));
            idByCode.put(code, id);
        }
        return id;
    }

    private Optional<Long> find(String code) {
        return jdbc.sql("SELECT id FROM journey_type WHERE code = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    private long create(String code) {
        long id = ids.next("journey_type");
        jdbc.sql("INSERT INTO journey_type (id, code, name) VALUES (?, ?, ?)")
                .params(id, code, code)
                .update();
        return id;
    }
}
