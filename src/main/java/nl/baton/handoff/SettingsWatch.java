package nl.baton.handoff;

import java.time.ZoneId;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees at the start whether the company's time zone, the thresholds or the rules changed since handoffs were stored by them. If so
 * all figures are rebuilt, so that what is stored and what is computed on the spot do not contradict each other for long.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsWatch implements ApplicationRunner {

    /** Moves when more is stored of a handoff than before. */
    private static final int LAYOUT = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);

    private final JdbcClient jdbc;
    private final Rebuild rebuild;
    private final Thresholds thresholds;
    private final RuleBook rules;
    private final ZoneId zone;

    SettingsWatch(JdbcClient jdbc, Rebuild rebuild, Thresholds thresholds, RuleBook rules, BatonProperties properties) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.thresholds = thresholds;
        this.zone = properties.zone();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String now = "%s %s %d %08x %d"
                .formatted(
                        zone,
                        thresholds.pickUp(),
                        thresholds.maxReturns(),
                        rules.all().stream()
                                .map(BreakdownRule::code)
                                .collect(Collectors.joining(","))
                                .hashCode(),
                        LAYOUT);
        String before = jdbc.sql("SELECT fingerprint FROM projection_settings WHERE id = 1")
                .query(String.class)
                .optional()
                .orElse("");
        if (now.equals(before)) {
            return;
        }
        if (!before.isEmpty()) {
            LOG.info(
                    "What figures are computed by has changed, the time zone, a threshold or Baton itself: all are computed anew");
            SystemWork.run(rebuild::request);
        }
        jdbc.sql("""
                INSERT INTO projection_settings (id, fingerprint) VALUES (1, ?)
                ON DUPLICATE KEY UPDATE fingerprint = VALUES(fingerprint)""").param(now).update();
    }
}
