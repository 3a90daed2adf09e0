package nl.baton.value;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.security.Audit;
import nl.baton.security.SystemWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fits anew, and values all customers anew beside the values that are shown, and then changes over. It happens every night,
 * and when it is asked for. One node does it, and another goes on where it was if that one falls away.
 */
@Service
@PreAuthorize("hasAnyAuthority('ROLE_ADMIN', 'SCOPE_setup:write') or " + SystemWork.ALLOWED)
public class Valuation {

    /** The name under which the work is known to all nodes. */
    static final String TASK = "value-customers";

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Audit audit;
    private final ZoneId zone;
    private final Clock clock;

    Valuation(JdbcClient jdbc, SchedulerClient scheduler, Audit audit, BatonProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.audit = audit;
        this.zone = properties.zone();
        this.clock = clock;
    }

    /** What is being done, one after the other. */
    public enum Step {
        /** Counting what customers bought, and fitting it. */
        FIT,
        /** Saying of each what it is worth. */
        SCORE,
        /** Comparing them with each other. */
        RANK
    }

    /**
     * How far it is.
     *
     * @param asOf what happened up to the end of that day
     * @param done in this step, of {@code customers}, as many as there were when it began
     */
    public record Progress(Instant begunAt, LocalDate asOf, Step step, long customers, long done) {

        /** From 0 to 1, of all steps; customers that came since it began do not make it more. */
        public double share() {
            double ofStep = customers == 0 ? 0 : Math.min(1, (double) done / customers);
            return (step.ordinal() + ofStep) / Step.values().length;
        }
    }

    /** Which values are shown. */
    public record Shown(Instant since, LocalDate asOf) {}

    /** The valuation that is under way, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Progress> underWay() {
        return jdbc.sql("SELECT begun_at, as_of, step, customers, done FROM value_scoring WHERE state = 'BUILDING'")
                .query((row, n) -> new Progress(
                        UtcTime.instant(row.getObject(1, LocalDateTime.class)),
                        row.getObject(2, LocalDate.class),
                        Step.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5)))
                .optional();
    }

    /** Empty until the first valuation is done. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown() {
        return jdbc.sql("SELECT changed_at, as_of FROM value_scoring WHERE state = 'LIVE'")
                .query((row, n) -> new Shown(
                        UtcTime.instant(row.getObject(1, LocalDateTime.class)), row.getObject(2, LocalDate.class)))
                .optional();
    }

    /** Asks for a valuation as of the end of yesterday; false when one is under way already, which then is enough. */
    @Transactional
    public boolean request() {
        boolean already = underWay().isPresent();
        if (!already) {
            try {
                jdbc.sql("""
                                INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at,
                                    changed_at)
                                SELECT COALESCE(MAX(scoring), 0) + 1, 'BUILDING', 'FIT', :day, 0,
                                    (SELECT COUNT(*) FROM customer), 0, :now, :now
                                FROM value_scoring""")
                        .param("day", Days.dayOf(clock.instant(), zone).minusDays(1))
                        .param("now", UtcTime.of(clock.instant()))
                        .update();
            } catch (DuplicateKeyException otherNode) {
                already = true;
            }
            audit.record("value.requested", "values", null);
        }
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(TASK, "values"), clock.instant());
        return !already;
    }
}
