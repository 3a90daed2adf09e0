package nl.baton.handoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.handoff.LaneFigures.RuleCount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What breaks at the handoffs of one department: by its own doing, or at its cost. Which of the two is told by
 * {@link BreakdownCause}: broken by us is what has its cause at our end of the lane, suffered what has it at the other.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class DepartmentBreaks {

    private final HandoffFigures figures;
    private final DepartmentBreaksQuery query;
    private final EvidenceAssembly assembly;
    private final HandoffAccess access;

    DepartmentBreaks(
            HandoffFigures figures, DepartmentBreaksQuery query, EvidenceAssembly assembly, HandoffAccess access) {
        this.figures = figures;
        this.query = query;
        this.assembly = assembly;
        this.access = access;
    }

    /** Whose doing. */
    public enum Side {
        BROKEN_BY_US,
        SUFFERED
    }

    /**
     * One rule's breakdowns on one lane, or on all lanes that they can be on.
     *
     * @param lane null for all of them
     * @param rate over the handoffs whose leg at the receiver has ended
     */
    public record Line(String rule, @Nullable LaneFigures lane, BreakdownRate rate) {}

    /**
     * Which breakdowns to list.
     *
     * @param rule null for all
     * @param lane the lane's id; null for all
     */
    public record Asked(
            long department,
            Side side,
            Period period,
            @Nullable String rule,
            @Nullable Long lane) {}

    /** By rule over all lanes, most first; rules that found nothing are left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Line> byRule(long department, Side side, Period period) {
        Map<BreakdownCause, Long> judged = new TreeMap<>();
        for (LaneFigures lane : lanes(department, period)) {
            judged.merge(cause(lane, department, side), lane.rate().judged(), Long::sum);
        }
        Map<String, Long> broken = new TreeMap<>();
        lines(department, side, period).forEach(line -> broken.merge(line.rule, line.rate.broken(), Long::sum));
        return sorted(broken.entrySet().stream()
                .map(rule -> new Line(
                        rule.getKey(),
                        null,
                        BreakdownRate.of(
                                rule.getValue(),
                                judged.getOrDefault(
                                        BreakdownCause.of(rule.getKey()).orElseThrow(), 0L))))
                .toList());
    }

    /** By lane and rule, most first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Line> byLane(long department, Side side, Period period) {
        return sorted(lines(department, side, period));
    }

    /** The breakdowns themselves: a row for each handoff and rule, the last picked up first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<HandoffEvidence> page(Asked asked, int offset, int limit) {
        List<Line> lines = lines(asked.department, asked.side, asked.period).stream()
                .filter(line -> asked.rule == null || asked.rule.equals(line.rule))
                .filter(line -> asked.lane == null || asked.lane.equals(laneId(line)))
                .toList();
        if (lines.isEmpty()) {
            return Page.empty();
        }
        List<StoredHandoff> rows = query.page(
                lines.stream()
                        .map(line -> new DepartmentBreaksQuery.Wanted(laneId(line), line.rule))
                        .toList(),
                asked.period,
                offset,
                limit);
        return new Page<>(
                lines.stream().mapToLong(line -> line.rate.broken()).sum(), assembly.handoffs(Grain.DEPARTMENT, rows));
    }

    private static long laneId(Line line) {
        return line.lane == null ? 0 : line.lane.laneId();
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.rate.broken())
                        .reversed()
                        .thenComparing(Line::rule)
                        .thenComparing(DepartmentBreaks::laneId))
                .toList();
    }

    private List<Line> lines(long department, Side side, Period period) {
        var lines = new ArrayList<Line>();
        for (LaneFigures lane : lanes(department, period)) {
            BreakdownCause wanted = cause(lane, department, side);
            for (RuleCount count : lane.breakdowns()) {
                Optional<BreakdownCause> cause = BreakdownCause.of(count.rule());
                if (cause.filter(wanted::equals).isPresent() && count.rate().broken() > 0) {
                    lines.add(new Line(count.rule(), lane, count.rate()));
                }
            }
        }
        return lines;
    }

    /** At which end of the lane the cause lies when it is this side's: of us the end at which we are. */
    private static BreakdownCause cause(LaneFigures lane, long department, Side side) {
        boolean weReceive = lane.to().departmentId() == department;
        return weReceive == (side == Side.BROKEN_BY_US) ? BreakdownCause.RECEIVER : BreakdownCause.PASSER;
    }

    private List<LaneFigures> lanes(long department, Period period) {
        access.requireEvidenceOf(department);
        return figures.ranking(new LaneFilter(Grain.DEPARTMENT, null, period, null)).lanes().stream()
                .filter(lane ->
                        lane.from().departmentId() == department || lane.to().departmentId() == department)
                .toList();
    }
}
