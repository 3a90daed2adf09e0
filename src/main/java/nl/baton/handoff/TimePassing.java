package nl.baton.handoff;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.TreeSet;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.feedback.NegativeFeedback;
import nl.baton.journey.Beginnings;
import nl.baton.journey.ChangedCases;
import nl.baton.journey.OutcomesReported;
import nl.baton.journey.Silence;
import nl.baton.journey.Silence.Stretch;
import nl.baton.security.SystemWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has journeys judged again that time alone has changed: a silence that has lasted thirty days, a promise that was due,
 * a resolution that has stood for fourteen. It looks a little behind the present, so that what was being stored at the
 * moment in question is seen, and then sees as well what two transactions could not see of each other.
 */
@Configuration(proxyBeanMethods = false)
class TimePassing {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** Longer than any transaction lasts that stores touchpoints or computes journeys. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    /** As far as clocks are ever moved in one night. */
    private static final Duration CHANGE = Duration.ofHours(1);

    private static final int SILENT_DAYS = 30;
    private static final int RESOLVED_DAYS = 14;
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Silence silence;
    private final Beginnings beginnings;
    private final NegativeFeedback feedback;
    private final Siblings siblings;
    private final ChangedCases changedCases;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    TimePassing(
            JdbcClient jdbc,
            Silence silence,
            Beginnings beginnings,
            NegativeFeedback feedback,
            Siblings siblings,
            ChangedCases changedCases,
            PlatformTransactionManager transactions,
            Clock clock,
            BatonProperties properties) {
        this.jdbc = jdbc;
        this.silence = silence;
        this.beginnings = beginnings;
        this.feedback = feedback;
        this.siblings = siblings;
        this.changedCases = changedCases;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.zone = properties.zone();
    }

    @Bean
    Task<?> seeTimePass() {
        return Tasks.recurring("see-time-pass", FixedDelay.of(EVERY))
                .execute((instance, context) -> SystemWork.run(this::look));
    }

    /** Looks at what went by since the last look; where it fails, the next one begins where this one did. */
    void look() {
        transaction.executeWithoutResult(status -> {
            Instant seen = UtcTime.instant(jdbc.sql("SELECT seen_to FROM time_passed WHERE id = 1 FOR UPDATE")
                    .query(LocalDateTime.class)
                    .single());
            Instant to = clock.instant().minus(BEHIND);
            if (!to.isAfter(seen)) {
                return;
            }
            judgeAgain(silence.since(earlier(seen, to, SILENT_DAYS)));
            judgeAgain(silence.closed(earlier(seen, to, RESOLVED_DAYS)));
            judgeAgain(silence.due(new Stretch(seen, to)));
            judgeAgain(siblings.of(beginnings.movedBetween(seen, to)));
            judgeAgain(feedback.arrived(seen, to));
            jdbc.sql("SELECT source FROM outcome_source WHERE since_at > ? AND since_at <= ?")
                    .params(UtcTime.of(seen), UtcTime.of(to))
                    .query(String.class)
                    .list()
                    .forEach(this::judgeAgain);
            jdbc.sql("UPDATE time_passed SET seen_to = ? WHERE id = 1")
                    .param(UtcTime.of(to))
                    .update();
        });
    }

    /** What was so many days before. Just after the clocks have changed it is taken an hour wider, for what they skipped. */
    private Stretch earlier(Instant from, Instant to, int days) {
        boolean changed =
                !zone.getRules().getOffset(to).equals(zone.getRules().getOffset(from.minus(CHANGE.multipliedBy(2))));
        Duration wider = changed ? CHANGE : Duration.ZERO;
        return new Stretch(
                Days.plusDays(from, -days, zone).minus(wider),
                Days.plusDays(to, -days, zone).plus(wider));
    }

    /** What a source leaves unsaid now means something: its journeys were judged as if it never said anything. */
    @EventListener
    void judgeAgain(OutcomesReported reported) {
        judgeAgain(reported.source());
    }

    private void judgeAgain(String source) {
        judgeAgain(jdbc.sql("""
                SELECT DISTINCT h.journey_id FROM handoff h JOIN journey_case c ON c.journey_id = h.journey_id
                WHERE h.exempt_rules IS NOT NULL AND c.source = ?""").param(source).query(Long.class).list());
    }

    private void judgeAgain(Collection<Long> journeys) {
        var some = new TreeSet<Long>();
        for (long journey : journeys) {
            some.add(journey);
            if (some.size() == AT_ONCE) {
                changedCases.addJourneys(some);
                some.clear();
            }
        }
        changedCases.addJourneys(some);
    }
}
