package nl.baton.journey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.Survivors;
import nl.baton.security.Audit;
import nl.baton.security.SystemWork;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The kinds of journeys, those that the company defined and those that a file has named. All that can be edited is read
 * from the database each time; only which id belongs to a code is remembered, since that never changes.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class JourneyTypes {

    private static final int ATTEMPTS = 10;

    private final JourneyTypeTable table;
    private final Departments departments;
    private final Audit audit;
    private final TransactionTemplate ownTransaction;
    private final Map<String, Long> idByCode = new ConcurrentHashMap<>();
    private final Map<Long, String> codeById = new ConcurrentHashMap<>();

    JourneyTypes(
            JourneyTypeTable table, Departments departments, Audit audit, PlatformTransactionManager transactions) {
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.table = table;
        this.departments = departments;
        this.audit = audit;
    }

    /** All types by name. */
    @Transactional(readOnly = true)
    public List<JourneyType> all() {
        List<JourneyType> types = table.all();
        Survivors survivors = departments.survivors();
        return survivors.departments().isEmpty()
                ? types
                : types.stream().map(type -> read(type, survivors)).toList();
    }

    private static JourneyType read(JourneyType type, Survivors survivors) {
        return new JourneyType(
                type.id(),
                type.code(),
                type.name(),
                type.rhythm(),
                type.plannedPasses().stream()
                        .map(pass -> new JourneyType.Planned(
                                survivors.department(pass.fromDepartment()), survivors.department(pass.toDepartment())))
                        .collect(Collectors.toUnmodifiableSet()),
                type.stages().stream()
                        .map(stage -> new JourneyType.Stage(
                                survivors.department(stage.department()), stage.promised(), stage.clock()))
                        .toList(),
                type.contactGap());
    }

    /** All types with their departments as they were defined, those that were merged since too. */
    @PreAuthorize("hasRole('ADMIN') or hasAnyAuthority('SCOPE_setup:write', 'SCOPE_setup:read')")
    @Transactional(readOnly = true)
    public List<JourneyType> asDefined() {
        return table.all();
    }

    /**
     * Creates or changes a type; when what handoffs are judged by has changed, its journeys are computed again.
     *
     * @return whether it is new
     */
    @PreAuthorize("hasRole('ADMIN') or hasAuthority('SCOPE_setup:write') or " + SystemWork.ALLOWED)
    @Transactional
    public boolean define(NewJourneyType defined) {
        boolean known = table.find(defined.code()).isPresent();
        JourneyType type = type(idOf(defined.code()), defined);
        JourneyType before = table.all().stream()
                .filter(candidate -> candidate.id() == type.id())
                .findFirst()
                .orElseThrow();
        if (type.equals(before)) {
            return !known;
        }
        table.change(before, type);
        if (!SystemWork.isRunning()) {
            audit.record(known ? "journey-type.changed" : "journey-type.added", type.code(), type.name());
        }
        return !known;
    }

    private JourneyType type(long id, NewJourneyType defined) {
        Set<JourneyType.Planned> planned = new LinkedHashSet<>();
        defined.plannedPasses()
                .forEach(pass -> planned.add(new JourneyType.Planned(department(pass.from()), department(pass.to()))));
        return new JourneyType(
                id,
                defined.code(),
                defined.name(),
                defined.rhythm(),
                planned,
                defined.stages().stream()
                        .map(stage ->
                                new JourneyType.Stage(department(stage.department()), stage.promised(), stage.clock()))
                        .toList(),
                defined.contactGap());
    }

    private long department(String code) {
        UnitName name = UnitName.of(code, null);
        return SystemWork.call(() -> departments.resolve(List.of(name)))
                .get(name)
                .departmentId();
    }

    /** The id of a type by its code; one that is not known yet is created under that name, in a transaction of its own. */
    @PreAuthorize(SystemWork.ALLOWED)
    public long resolve(String code) {
        return idOf(code);
    }

    /** The code of a type, which never changes. */
    String code(long id) {
        return codeById.computeIfAbsent(id, table::code);
    }

    private long idOf(String code) {
        Long id = idByCode.get(code);
        return id == null ? learn(code) : id;
    }

    /** One at a time, so that threads do not meet over one code; remembered only once it is stored for good. */
    private synchronized long learn(String code) {
        Long id = idByCode.get(code);
        for (int attempt = 1; id == null; attempt++) {
            try {
                id = Objects.requireNonNull(
                        ownTransaction.execute(status -> table.find(code).orElseGet(() -> table.add(code))));
                idByCode.put(code, id);
            } catch (DuplicateKeyException | ConcurrencyFailureException another) {
                // another node gave the same code out at this moment: it can be read now
                if (attempt == ATTEMPTS) {
                    throw another;
                }
            }
        }
        return id;
    }
}
