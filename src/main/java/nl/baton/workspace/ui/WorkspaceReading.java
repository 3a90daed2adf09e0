package nl.baton.workspace.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.DepartmentBreaks;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentFeedback;
import nl.baton.handoff.DepartmentPacts;
import nl.baton.handoff.DepartmentPasses;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.DepartmentPasses.Waiting;
import nl.baton.handoff.DepartmentWeeks;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.Stake;
import nl.baton.handoff.ValueAtStake;
import nl.baton.handoff.WaitingPass;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the screen shows from the services, which decide what the user may see. */
@Component
class WorkspaceReading {

    static final int ROWS = 6;
    private static final int DAYS = 28;

    private final DepartmentPasses passes;
    private final DepartmentBreaks breaks;
    private final DepartmentPacts pacts;
    private final DepartmentFeedback feedback;
    private final DepartmentWeeks weeks;
    private final ValueAtStake stakes;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Clock clock;
    private final ZoneId zone;

    WorkspaceReading(
            DepartmentPasses passes,
            DepartmentBreaks breaks,
            DepartmentPacts pacts,
            DepartmentFeedback feedback,
            DepartmentWeeks weeks,
            ValueAtStake stakes,
            Departments departments,
            CurrentUserProvider users,
            Clock clock,
            BatonProperties properties) {
        this.passes = passes;
        this.breaks = breaks;
        this.pacts = pacts;
        this.feedback = feedback;
        this.weeks = weeks;
        this.stakes = stakes;
        this.departments = departments;
        this.users = users;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** Whether the user may look into the workspace of any department. */
    boolean choosesDepartment() {
        return users.get().has(Role.EXECUTIVE);
    }

    List<Department> departments() {
        return departments.all();
    }

    /** Whose workspace it is: the own, and for who may choose the chosen one or else the first. */
    Optional<Department> department(@Nullable Long chosen) {
        CurrentUser user = users.get();
        List<Department> all = departments.all();
        Long home = user.homeDepartment().orElse(null);
        if (!choosesDepartment()) {
            return one(all, home);
        }
        return one(all, chosen).or(() -> one(all, home)).or(() -> all.stream().findFirst());
    }

    private static Optional<Department> one(List<Department> all, @Nullable Long id) {
        return id == null
                ? Optional.empty()
                : all.stream().filter(department -> department.id() == id).findFirst();
    }

    Period period() {
        LocalDate today = Days.dayOf(clock.instant(), zone);
        return Period.endingOn(today, DAYS);
    }

    Waiting waiting(long department, End end) {
        return passes.waiting(department, end, ROWS);
    }

    Page<WaitingPass> passes(long department, End end, boolean overdueOnly, int offset, int limit) {
        return passes.page(department, end, overdueOnly, offset, limit);
    }

    /** Whether the user is told what is at stake; agents are not. */
    boolean seesStake() {
        CurrentUser user = users.get();
        return user.has(Role.LEAD) || user.has(Role.EXECUTIVE);
    }

    Optional<Stake> stake(long department) {
        return stakes.ofDepartment(department, new LaneFilter(Grain.DEPARTMENT, null, period(), null));
    }

    List<DepartmentBreaks.Line> brokenByUs(long department) {
        return breaks.byRule(department, Side.BROKEN_BY_US, period());
    }

    List<DepartmentBreaks.Line> suffered(long department) {
        return breaks.byLane(department, Side.SUFFERED, period());
    }

    Page<HandoffEvidence> breaks(
            long department, Side side, @Nullable String rule, @Nullable Long lane, int offset, int limit) {
        return breaks.page(new DepartmentBreaks.Asked(department, side, period(), rule, lane), offset, limit);
    }

    List<DepartmentPacts.AgreedLane> pacts(long department) {
        return pacts.of(department, period());
    }

    DepartmentFeedback.Counts feedback(long department) {
        return feedback.counts(department, period());
    }

    Page<DepartmentFeedback.Said> feedback(long department, int offset, int limit) {
        return feedback.page(department, period(), offset, limit);
    }

    DepartmentWeeks.Weeks weeks(long department) {
        return weeks.of(department);
    }

    ZoneId zone() {
        return zone;
    }
}
