package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Page;
import nl.baton.handoff.DepartmentPassQuery.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What waits for one department, and what it has passed on that nobody has begun; for its own people, and executives. */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class DepartmentPasses {

    private final DepartmentPassQuery query;
    private final EvidenceAssembly assembly;
    private final HandoffAccess access;
    private final Clock clock;

    DepartmentPasses(DepartmentPassQuery query, EvidenceAssembly assembly, HandoffAccess access, Clock clock) {
        this.query = query;
        this.assembly = assembly;
        this.access = access;
        this.clock = clock;
    }

    /** At which end of the pass the department is. */
    public enum End {
        /** It waits for this department. */
        RECEIVER("to_department_id"),
        /** This department has passed it on. */
        PASSER("from_department_id");

        final String column;

        End(String column) {
            this.column = column;
        }
    }

    /**
     * How many, and the first of them.
     *
     * @param overdue those of them that wait longer than agreed
     * @param first those that wait longest
     */
    public record Waiting(long total, long overdue, List<WaitingPass> first) {

        public Waiting {
            first = List.copyOf(first);
        }

        /** The one that waits longest; null when none does. */
        public @Nullable WaitingPass longest() {
            return first.isEmpty() ? null : first.getFirst();
        }
    }

    /** What waits at this moment, with the first rows. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Waiting waiting(long department, End end, int rows) {
        access.requireEvidenceOf(department);
        Instant now = clock.instant();
        long[] counts = query.counts(department, end, now);
        return new Waiting(
                counts[0], counts[1], told(query.page(department, end, false, now, 0, Math.max(1, rows)), now));
    }

    /** A page of all that wait, or of those only that wait longer than agreed; the longest waiting first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<WaitingPass> page(long department, End end, boolean overdueOnly, int offset, int limit) {
        access.requireEvidenceOf(department);
        Instant now = clock.instant();
        long[] counts = query.counts(department, end, now);
        return new Page<>(
                counts[overdueOnly ? 1 : 0], told(query.page(department, end, overdueOnly, now, offset, limit), now));
    }

    private List<WaitingPass> told(List<Row> rows, Instant now) {
        List<HandoffEvidence> evidence =
                assembly.pending(Grain.DEPARTMENT, rows.stream().map(Row::pass).toList(), now);
        var told = new ArrayList<WaitingPass>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            told.add(new WaitingPass(
                    evidence.get(i),
                    Duration.ofMillis(row.pass().agreedMillis()),
                    row.overdueAt().isBefore(now),
                    row.pass().chases()));
        }
        return told;
    }
}
