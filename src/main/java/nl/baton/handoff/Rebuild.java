package nl.baton.handoff;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.security.Audit;
import nl.baton.security.SystemWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes all figures anew beside those that are shown, and then changes over. One node does it, and another goes on
 * where it was if that one falls away. Meanwhile the figures shown are kept up to date as always.
 */
@Service
@PreAuthorize("hasAnyAuthority('ROLE_ADMIN', 'SCOPE_setup:write') or " + SystemWork.ALLOWED)
public class Rebuild {

    /** The name under which the work is known to all nodes. */
    static final String TASK = "rebuild-figures";

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Audit audit;
    private final Clock clock;

    Rebuild(JdbcClient jdbc, SchedulerClient scheduler, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How far a rebuild is.
     *
     * @param done of {@code cases}, as many as there were when it began
     */
    public record Progress(Instant begunAt, long cases, long done) {

        /** From 0 to 1; cases that came since it began do not make it more. */
        public double share() {
            return cases == 0 ? 0 : Math.min(1, (double) done / cases);
        }
    }

    /** The one that is under way, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Progress> underWay() {
        return jdbc.sql("SELECT begun_at, cases, done FROM figures_generation WHERE state = 'BUILDING'")
                .query((row, n) -> new Progress(
                        UtcTime.instant(row.getObject(1, LocalDateTime.class)), row.getLong(2), row.getLong(3)))
                .optional();
    }

    /** When the figures that are shown began to be shown. */
    @Transactional(readOnly = true)
    public Instant shownSince() {
        return UtcTime.instant(jdbc.sql("SELECT changed_at FROM figures_generation WHERE state = 'LIVE'")
                .query(LocalDateTime.class)
                .single());
    }

    /** Asks for a rebuild; false when one is under way already, which then is enough. */
    @Transactional
    public boolean request() {
        var now = UtcTime.of(clock.instant());
        boolean already = underWay().isPresent();
        if (!already) {
            try {
                jdbc.sql("""
                        INSERT INTO figures_generation (generation, state, next_case, cases, done, begun_at, changed_at,
                            wait_buckets)
                        SELECT MAX(generation) + 1, 'BUILDING', 0, (SELECT COUNT(*) FROM journey_case), 0, :now, :now,
                            MAX(CASE WHEN state = 'LIVE' AND wait_buckets THEN 1 ELSE 0 END) = 1
                        FROM figures_generation""").param("now", now).update();
            } catch (DuplicateKeyException otherNode) {
                already = true;
            }
            audit.record("figures.rebuild", "figures", null);
        }
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(TASK, "figures"), clock.instant());
        return !already;
    }

    /**
     * Asks for a rebuild by what is set from now on: one that is under way has computed some of it by what was set
     * before, and begins again. What it comes to the same in, it leaves as it is.
     */
    @Transactional
    public void requestFromTheStart() {
        boolean begunBefore = !request();
        if (begunBefore
                && jdbc.sql("UPDATE figures_generation SET next_case = 0, done = 0 WHERE state = 'BUILDING'")
                                .update()
                        == 0) {
            request();
        }
    }
}
