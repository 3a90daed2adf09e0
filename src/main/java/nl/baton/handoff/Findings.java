package nl.baton.handoff;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.handoff.FoundFinding.State;
import nl.baton.journey.ChangedCases;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the rules have found, and what leads have said of it. */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class Findings {

    private static final int LONGEST_REASON = 1_000;

    private final FindingListQuery query;
    private final JdbcClient jdbc;
    private final HandoffAccess access;
    private final Departments departments;
    private final ChangedCases changedCases;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;

    Findings(
            FindingListQuery query,
            JdbcClient jdbc,
            HandoffAccess access,
            Departments departments,
            ChangedCases changedCases,
            CurrentUserProvider users,
            Audit audit,
            Clock clock) {
        this.query = query;
        this.jdbc = jdbc;
        this.access = access;
        this.departments = departments;
        this.changedCases = changedCases;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which findings; nulls for all. */
    public record Filter(
            @Nullable Long journeyType,
            @Nullable String rule,
            @Nullable State state) {}

    /** A verdict needs a reason of 1,000 characters at most. */
    public static final class ReasonMissing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** All of them for another system, the last picked up first. */
    @PreAuthorize(HandoffAccess.TOKEN)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<FoundFinding> page(Filter filter, int offset, int limit) {
        return query.page(filter, offset, limit);
    }

    /** What was found of one handoff that the asker may see evidence of, and what leads have said of it up to now. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<FoundFinding> at(Grain grain, long journey, long pickup) {
        return query.at(grain, journey, pickup, access.departmentOfEvidence()).stream()
                .map(this::shown)
                .toList();
    }

    /** Whether the asker may judge what is found of handoffs between these departments. */
    public boolean mayJudge(long fromDepartment, long toDepartment) {
        return users.get().has(Role.LEAD) && isOwn(fromDepartment, toDepartment);
    }

    /** Who is given masked names only is given no free text either. */
    private FoundFinding shown(FoundFinding found) {
        CurrentUser user = users.get();
        boolean inFull = (user.has(Role.LEAD) || user.has(Role.AGENT))
                && isOwn(found.from().departmentId(), found.to().departmentId());
        return inFull ? found : found.withoutReason();
    }

    private boolean isOwn(long fromDepartment, long toDepartment) {
        Set<Long> own =
                departments.survivors().readAs(users.get().homeDepartment().orElse(0L));
        return own.contains(fromDepartment) || own.contains(toDepartment);
    }

    /** A finding, as verdicts name it: by the touchpoint that picked up. */
    public record Name(long pickup, String rule) {}

    /** Marks a finding mended; it still counts in the rate. */
    @PreAuthorize("hasRole('LEAD')")
    @Transactional
    public void mend(Name finding, String reason) {
        decide(finding, "MENDED", reason);
    }

    /** Dismisses a finding: it counts in no rate any more. */
    @PreAuthorize("hasRole('LEAD')")
    @Transactional
    public void dismiss(Name finding, String reason) {
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        decide(finding, "DISMISSED", reason);
    }

    /** Takes back what was said of a finding. */
    @PreAuthorize("hasRole('LEAD')")
    @Transactional
    public void undecide(Name finding) {
        long journey = journeyOf(finding);
        jdbc.sql("DELETE FROM finding_verdict WHERE pickup_touchpoint_id = ? AND rule = ?")
                .params(finding.pickup, finding.rule)
                .update();
        judgeAgain(journey);
        audit.record("finding.undecided", finding.rule + " " + finding.pickup, null);
    }

    private void decide(Name finding, String state, String reason) {
        if (reason.strip().length() > LONGEST_REASON) {
            throw new ReasonMissing();
        }
        long journey = journeyOf(finding);
        jdbc.sql("""
                INSERT INTO finding_verdict (pickup_touchpoint_id, rule, state, reason, decided_by, decided_at)
                VALUES (:pickup, :rule, :state, :reason, :by, :at)
                ON DUPLICATE KEY UPDATE state = VALUES(state), reason = VALUES(reason),
                    decided_by = VALUES(decided_by), decided_at = VALUES(decided_at)""")
                .param("pickup", finding.pickup)
                .param("rule", finding.rule)
                .param("state", state)
                .param("reason", reason.strip())
                .param("by", users.get().name())
                .param("at", UtcTime.of(clock.instant()))
                .update();
        judgeAgain(journey);
        // what the lead wrote may speak of a customer: it stands with the finding, and not in the log
        audit.record(
                "finding." + (state.equals("MENDED") ? "mended" : "dismissed"),
                finding.rule + " " + finding.pickup,
                null);
    }

    private void judgeAgain(long journey) {
        SystemWork.run(() -> changedCases.addJourneys(List.of(journey)));
    }

    /** The journey of a finding of a lane of the asker's own department. */
    private long journeyOf(Name finding) {
        CurrentUser user = users.get();
        long own = user.has(Role.LEAD) ? user.homeDepartment().orElse(0L) : 0L;
        return jdbc.sql("""
                        SELECT DISTINCT h.journey_id FROM touchpoint t
                            JOIN journey_case c ON c.id = t.case_id
                            JOIN handoff h ON h.journey_id = c.journey_id AND h.pickup_touchpoint_id = t.id
                            JOIN finding f ON f.handoff_id = h.id AND f.rule = :rule
                            JOIN lane l ON l.id = h.lane_id
                        WHERE t.id = :pickup AND (l.from_department_id IN (:own) OR l.to_department_id IN (:own))""")
                .param("rule", finding.rule)
                .param("pickup", finding.pickup)
                .param("own", departments.survivors().readAs(own))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new AccessDeniedException("No finding of the own department"));
    }
}
