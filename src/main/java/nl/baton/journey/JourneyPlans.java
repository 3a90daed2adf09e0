package nl.baton.journey;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.journey.PlanRefused.Reason;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How journeys are planned to go: read by those who work along the plan, changed by leads.
 *
 * <p>"Propose and sign for the own department" is read so: a lead may change a type in which the own department has a
 * stage, or gets one by the change, and a type that has no stages yet. The others see the change in the audit log, with
 * what it came to. Signatures of two departments belong to pacts, which are about one lane; stages are in one order, and
 * half of an order is none.
 *
 * <p>Who changes says what was read. If that is not what stands any more, nothing is stored ({@link PlanMoved}): what is
 * compared is the whole type, so that a change by the API is noticed too.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD')")
public class JourneyPlans {

    private static final int MOST_STAGES = 40;
    private static final int MOST_PASSES = 100;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final JourneyTypes types;
    private final JourneyTypeTable table;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Audit audit;

    JourneyPlans(
            JourneyTypes types,
            JourneyTypeTable table,
            Departments departments,
            CurrentUserProvider users,
            Audit audit) {
        this.types = types;
        this.table = table;
        this.departments = departments;
        this.users = users;
        this.audit = audit;
    }

    /** All types by name. */
    @Transactional(readOnly = true)
    public List<JourneyType> all() {
        return types.all();
    }

    @Transactional(readOnly = true)
    public Optional<JourneyType> find(String code) {
        return types.all().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** The department on whose behalf the asker may change types; null for who may not. */
    public @Nullable Long plansFor() {
        return users.get().has(Role.LEAD) ? users.get().homeDepartment().orElse(null) : null;
    }

    /**
     * Changes how journeys of a type are planned to go; they are then computed again.
     *
     * @param read the type as it was when the asker began to change it
     * @throws PlanRefused naming field and reason
     * @throws PlanMoved when somebody else has changed the type since
     */
    @PreAuthorize("hasRole('LEAD')")
    @Transactional
    public JourneyType change(JourneyType read, JourneyPlan plan) {
        table.lock(read.id());
        JourneyType before = types.all().stream()
                .filter(type -> type.id() == read.id())
                .findFirst()
                .orElseThrow();
        check(before, plan);
        if (!before.equals(read)) {
            throw new PlanMoved(before);
        }
        JourneyType after = plan.in(before);
        if (!after.equals(before)) {
            table.change(before, after);
            audit.record("journey-type.changed", after.code(), summary(plan));
        }
        return after;
    }

    private void check(JourneyType before, JourneyPlan plan) {
        Long own = plansFor();
        if (own == null) {
            throw new PlanRefused(Reason.NO_DEPARTMENT, -1);
        }
        boolean concerned = before.stages().isEmpty() || JourneyPlan.of(before).hasStageOf(own) || plan.hasStageOf(own);
        if (!concerned) {
            throw new PlanRefused(Reason.NOT_YOURS, -1);
        }
        Set<Long> known = departments.all().stream().map(Department::id).collect(Collectors.toSet());
        checkStages(plan.stages(), known);
        if (plan.rhythm() != null && !fits(plan.rhythm())) {
            throw new PlanRefused(Reason.RHYTHM, -1);
        }
        if (plan.plannedPasses().size() > MOST_PASSES) {
            throw new PlanRefused(Reason.PASSES_MANY, -1, MOST_PASSES);
        }
        int place = 0;
        for (JourneyType.Planned pass : plan.plannedPasses()) {
            if (!known.contains(pass.fromDepartment()) || !known.contains(pass.toDepartment())) {
                throw new PlanRefused(Reason.PASS_DEPARTMENT, place);
            }
            if (pass.fromDepartment() == pass.toDepartment()) {
                throw new PlanRefused(Reason.PASS_SAME, place);
            }
            place++;
        }
    }

    private static void checkStages(List<JourneyType.Stage> stages, Set<Long> known) {
        if (stages.size() > MOST_STAGES) {
            throw new PlanRefused(Reason.STAGES_MANY, -1, MOST_STAGES);
        }
        for (int i = 0; i < stages.size(); i++) {
            JourneyType.Stage stage = stages.get(i);
            if (!known.contains(stage.department())) {
                throw new PlanRefused(Reason.STAGE_DEPARTMENT, i);
            }
            // a leg is a run of contacts in one department: two such stages could never be told apart
            if (i > 0 && stages.get(i - 1).department() == stage.department()) {
                throw new PlanRefused(Reason.STAGE_SAME, i);
            }
            if (!fits(stage.promised())) {
                throw new PlanRefused(Reason.STAGE_PROMISED, i);
            }
        }
    }

    private static boolean fits(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    }

    /** What it came to, for the audit log: "stages SALES PT16H BUSINESS, …; rhythm P7D; passes A>B". */
    private String summary(JourneyPlan plan) {
        var codes = departments.all().stream().collect(Collectors.toMap(Department::id, Department::code));
        String stages = plan.stages().stream()
                .map(stage -> codes.get(stage.department()) + " " + stage.promised() + " " + stage.clock())
                .collect(Collectors.joining(", "));
        String passes = plan.plannedPasses().stream()
                .map(pass -> codes.get(pass.fromDepartment()) + ">" + codes.get(pass.toDepartment()))
                .sorted()
                .collect(Collectors.joining(", "));
        return "stages " + (stages.isEmpty() ? "none" : stages)
                + "; rhythm " + Objects.requireNonNullElse(plan.rhythm(), "none")
                + "; passes " + (passes.isEmpty() ? "none" : passes);
    }
}
