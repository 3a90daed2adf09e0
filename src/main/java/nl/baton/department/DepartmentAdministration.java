package nl.baton.department;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nl.baton.department.DepartmentDefinitions.Outcome;
import nl.baton.department.DepartmentRefused.Reason;
import nl.baton.department.DepartmentTable.Row;
import nl.baton.department.DepartmentTable.TeamRow;
import nl.baton.security.Audit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Departments for administrators, and for the scripts that they let set the company up. */
@Service
@PreAuthorize(DepartmentAdministration.WRITING)
public class DepartmentAdministration {

    static final String WRITING = "hasRole('ADMIN') or hasAuthority('SCOPE_setup:write')";
    private static final String READING = WRITING + " or hasAuthority('SCOPE_setup:read')";

    private final DepartmentTable table;
    private final DepartmentDefinitions definitions;
    private final ObjectProvider<DepartmentUse> use;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    DepartmentAdministration(
            DepartmentTable table,
            DepartmentDefinitions definitions,
            ObjectProvider<DepartmentUse> use,
            ApplicationEventPublisher events,
            Audit audit) {
        this.table = table;
        this.definitions = definitions;
        this.use = use;
        this.events = events;
        this.audit = audit;
    }

    /** All departments in order of creation, merged ones too. */
    @PreAuthorize(READING)
    @Transactional(readOnly = true)
    public List<DepartmentCard> list() {
        List<Row> rows = table.all();
        Survivors survivors = table.survivors();
        Map<Long, List<String>> teams = new HashMap<>();
        table.teams().stream()
                .filter(team -> team.mergedInto() == null && !team.name().isEmpty())
                .forEach(team -> teams.computeIfAbsent(
                                survivors.department(team.departmentId()), id -> new ArrayList<>())
                        .add(team.name()));
        Map<Long, Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return rows.stream()
                .map(row -> card(row, teams.getOrDefault(row.id(), List.of()), byId))
                .toList();
    }

    private static DepartmentCard card(Row row, List<String> teams, Map<Long, Row> all) {
        Row into = row.mergedInto() == null ? null : all.get(row.mergedInto());
        return new DepartmentCard(
                row.id(),
                row.code(),
                row.name(),
                row.slot(),
                row.confirmed(),
                row.zone(),
                row.hours(),
                row.holidays(),
                teams.stream().sorted().toList(),
                into == null ? null : spelling(into),
                all.values().stream()
                        .filter(other -> other.mergedInto() != null && other.mergedInto() == row.id())
                        .map(DepartmentAdministration::spelling)
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList());
    }

    private static DepartmentCard.Spelling spelling(Row row) {
        return new DepartmentCard.Spelling(row.id(), row.code(), row.name());
    }

    /** One department by its code. */
    @PreAuthorize(READING)
    @Transactional(readOnly = true)
    public Optional<DepartmentCard> find(String code) {
        return list().stream().filter(card -> card.code().equals(code)).findFirst();
    }

    /** One department by its id. */
    @PreAuthorize(READING)
    @Transactional(readOnly = true)
    public Optional<DepartmentCard> find(long id) {
        return list().stream().filter(card -> card.id() == id).findFirst();
    }

    /** Creates a department under a code that is not in use. */
    @Transactional
    public void add(NewDepartment department) {
        if (table.byCode(department.code().strip()).isPresent()) {
            throw new DepartmentRefused(Reason.CODE_TAKEN, department.code().strip());
        }
        define(department);
    }

    /**
     * Creates or changes a department, which is confirmed by that; its teams are added, never taken away.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean define(NewDepartment department) {
        Outcome outcome = definitions.define(department);
        switch (outcome) {
            case CREATED -> audit.record("department.added", department.code(), department.name());
            case CHANGED -> audit.record("department.changed", department.code(), words(department));
            case UNCHANGED -> {}
        }
        return outcome == Outcome.CREATED;
    }

    private static String words(NewDepartment to) {
        return "%s, %s, %s, %s"
                .formatted(
                        to.name(),
                        to.zone() == null ? "–" : to.zone(),
                        to.hours() == null ? "–" : to.hours(),
                        to.holidays() == null ? "–" : to.holidays());
    }

    /** How much a department's change or merging concerns. */
    @Transactional(readOnly = true)
    public DepartmentUse.Count use(long id) {
        DepartmentUse known = use.getIfAvailable();
        return known == null ? new DepartmentUse.Count(0, 0) : known.of(id);
    }

    /**
     * Makes a department a spelling of another one. Nothing that is stored changes, so that {@link #part} restores both
     * exactly. A spelling has no spellings: whoever has some is not merged, and nobody is merged into one.
     */
    @Transactional
    public void merge(long id, long into) {
        if (id == into) {
            throw new DepartmentRefused(Reason.MERGE_ITSELF);
        }
        List<Row> both = table.lock(id, into);
        Row merged = row(both, id);
        Row survivor = row(both, into);
        if (merged.mergedInto() != null) {
            throw new DepartmentRefused(Reason.MERGE_MERGED, merged.name());
        }
        if (survivor.mergedInto() != null) {
            throw new DepartmentRefused(Reason.MERGE_INTO_MERGED, survivor.name());
        }
        if (table.survivors().departments().containsValue(id)) {
            throw new DepartmentRefused(Reason.MERGE_HAS_MERGED, merged.name());
        }
        table.merge(id, into);
        regroup(into);
        tell(id, into);
        audit.record("department.merged", merged.code(), "→ " + survivor.code());
    }

    /** Undoes a merging. */
    @Transactional
    public void part(long id) {
        Row row = table.byId(id).orElseThrow(() -> new DepartmentRefused(Reason.UNKNOWN));
        Long into = row.mergedInto();
        if (into == null) {
            throw new DepartmentRefused(Reason.NOT_MERGED, row.name());
        }
        List<Row> both = table.lock(id, into);
        table.merge(id, null);
        regroup(id);
        regroup(into);
        tell(id, into);
        audit.record("department.parted", row.code(), "← " + row(both, into).code());
    }

    private static Row row(List<Row> rows, long id) {
        return rows.stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> new DepartmentRefused(Reason.UNKNOWN));
    }

    /** Of teams with one name in a survivor's group one is shown: the survivor's own, else the oldest. */
    private void regroup(long survivor) {
        Survivors survivors = table.survivors();
        Map<String, TeamRow> shown = new HashMap<>();
        List<TeamRow> group = table.teams().stream()
                .filter(team -> survivors.department(team.departmentId()) == survivor)
                .toList();
        group.stream().filter(team -> team.departmentId() == survivor).forEach(team -> shown.put(team.name(), team));
        group.forEach(team -> shown.putIfAbsent(team.name(), team));
        for (TeamRow team : group) {
            long same = Objects.requireNonNull(shown.get(team.name())).id();
            table.mergeTeam(team.id(), same == team.id() ? null : Long.valueOf(same));
        }
    }

    /** All of the group: a team's place may be taken by another's of the same name. */
    private void tell(long parted, long survivor) {
        var concerned = new TreeSet<>(table.survivors().readAs(survivor));
        concerned.add(parted);
        concerned.forEach(id -> events.publishEvent(new DepartmentChanged(id)));
    }
}
