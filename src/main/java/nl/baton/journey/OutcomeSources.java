package nl.baton.journey;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Which sources have ever stated how something ended. Of the others, silence says nothing. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class OutcomeSources {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Those that are known for good: a source never comes to be one that states nothing. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    OutcomeSources(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Notes the sources of touchpoints that are being stored, in the caller's transaction. */
    void note(Collection<Touchpoint> touchpoints) {
        Set<String> sources = touchpoints.stream()
                .filter(touchpoint -> touchpoint.outcome() != null)
                .map(Touchpoint::source)
                .filter(source -> !known.contains(source))
                .collect(Collectors.toCollection(TreeSet::new));
        if (sources.isEmpty()) {
            return;
        }
        sources.removeAll(stored(sources));
        for (String source : sources) {
            jdbc.sql("""
                    INSERT INTO outcome_source (source, since_at) VALUES (:source, :now)
                    ON DUPLICATE KEY UPDATE source = VALUES(source)""")
                    .param("source", source)
                    .param("now", UtcTime.of(clock.instant()))
                    .update();
            events.publishEvent(new OutcomesReported(source));
        }
    }

    /** Those of the sources that have stated an outcome. */
    public Set<String> among(Collection<String> sources) {
        Set<String> stating = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        sources.forEach(source -> (known.contains(source) ? stating : unknown).add(source));
        if (!unknown.isEmpty()) {
            // who asks stores none, so that what is read here was committed and can be remembered
            List<String> read = stored(unknown);
            known.addAll(read);
            stating.addAll(read);
        }
        return stating;
    }

    private List<String> stored(Collection<String> sources) {
        return jdbc.sql("SELECT source FROM outcome_source WHERE source IN (:sources)")
                .param("sources", sources)
                .query(String.class)
                .list();
    }
}
