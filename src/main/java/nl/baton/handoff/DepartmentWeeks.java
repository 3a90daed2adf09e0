package nl.baton.handoff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Interval;
import nl.baton.base.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last seven days of what a department received beside the seven before. A difference is certain when it is too large
 * for chance: for a share by the two-proportion z-test, two-sided, at 5 %; for the middle wait when the two 95 % intervals
 * do not touch, which is stricter.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class DepartmentWeeks {

    private static final int WEEK = 7;
    private static final double CERTAIN = 1.96;

    private final HandoffFigures figures;
    private final DepartmentWaitQuery waits;
    private final HandoffAccess access;
    private final Clock clock;
    private final BatonProperties properties;

    DepartmentWeeks(
            HandoffFigures figures,
            DepartmentWaitQuery waits,
            HandoffAccess access,
            Clock clock,
            BatonProperties properties) {
        this.figures = figures;
        this.waits = waits;
        this.access = access;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * One week of the handoffs into the department.
     *
     * @param broken of those whose leg at the department has ended
     * @param inTime picked up in the agreed time, of the same
     * @param waits in the department's opening hours
     */
    public record Week(Period days, long handoffs, BreakdownRate broken, BreakdownRate inTime, Waits waits) {}

    /** The last seven days and the seven before; what is certain and not chance. */
    public record Weeks(Week now, Week before, boolean brokenCertain, boolean inTimeCertain, boolean waitsCertain) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Weeks of(long department) {
        access.requireEvidenceOf(department);
        LocalDate today = Days.dayOf(clock.instant(), properties.zone());
        Period last = Period.endingOn(today, WEEK);
        Week now = week(department, last);
        Week before = week(department, last.previous());
        return new Weeks(
                now,
                before,
                differ(now.broken, before.broken),
                differ(now.inTime, before.inTime),
                apart(now.waits, before.waits));
    }

    private Week week(long department, Period days) {
        List<LaneFigures> lanes = figures.ranking(new LaneFilter(Grain.DEPARTMENT, null, days, null)).lanes().stream()
                .filter(lane -> lane.to().departmentId() == department)
                .toList();
        long judged = lanes.stream().mapToLong(lane -> lane.rate().judged()).sum();
        long broken = lanes.stream().mapToLong(lane -> lane.rate().broken()).sum();
        long inTime = lanes.stream()
                .mapToLong(lane -> DepartmentPacts.kept(lane, "LATE_PICKUP").broken())
                .sum();
        return new Week(
                days,
                lanes.stream().mapToLong(LaneFigures::handoffs).sum(),
                BreakdownRate.of(broken, judged),
                BreakdownRate.of(inTime, judged),
                waits.into(lanes.stream().map(LaneFigures::laneId).toList(), days));
    }

    private static boolean differ(BreakdownRate now, BreakdownRate before) {
        return Math.abs(TwoProportions.z(now.broken(), now.judged(), before.broken(), before.judged())) >= CERTAIN;
    }

    private static boolean apart(Waits now, Waits before) {
        Interval one = interval(now);
        Interval other = interval(before);
        return one != null && other != null && (one.low() > other.high() || other.low() > one.high());
    }

    private static @Nullable Interval interval(Waits waits) {
        Double low = waits.p50Low();
        Double high = waits.p50High();
        return low == null || high == null ? null : new Interval(low, high, 1);
    }
}
