package nl.baton.journey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The queue of cases whose touchpoints or links changed since their journeys were computed. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class ChangedCases {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final NamedParameterJdbcTemplate named;
    private final Clock clock;

    ChangedCases(JdbcClient jdbc, JdbcTemplate template, NamedParameterJdbcTemplate named, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.named = named;
        this.clock = clock;
    }

    /** Adds cases to the queue, in the caller's transaction. */
    void add(Collection<Long> cases) {
        var now = UtcTime.of(clock.instant());
        template.batchUpdate(
                "INSERT INTO changed_case (case_id, marked_at) VALUES (?, ?)",
                new TreeSet<>(cases).stream().map(id -> new Object[] {id, now}).toList());
    }

    /**
     * Takes some of them off the queue, the oldest first, with whatever else the queue has of the same cases, in the
     * caller's transaction: if that fails, they are on it again. Two callers, on whatever node, never get the same entry,
     * since what one has locked the other passes over.
     *
     * @param most entries to begin with; a case that changed more than once may have several
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> take(int most) {
        Set<Long> cases =
                new TreeSet<>(jdbc.sql("SELECT case_id FROM changed_case ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                        .param(most)
                        .query(Long.class)
                        .list());
        if (!cases.isEmpty()) {
            // when more changes than is computed, a case is computed once for all that happened to it meanwhile
            List<Long> entries = named.queryForList(
                    "SELECT id FROM changed_case WHERE case_id IN (:cases) ORDER BY id FOR UPDATE SKIP LOCKED",
                    Map.of("cases", cases),
                    Long.class);
            named.update("DELETE FROM changed_case WHERE id IN (:entries)", Map.of("entries", entries));
            named.update("DELETE FROM failed_case WHERE case_id IN (:cases)", Map.of("cases", cases));
        }
        return cases;
    }

    /** Has some journeys computed again: of each a case that they are made of, which is all of it. */
    public void addJourneys(Collection<Long> journeys) {
        if (!journeys.isEmpty()) {
            named.update(
                    "INSERT INTO changed_case (case_id, marked_at) SELECT MIN(id), :now FROM journey_case"
                            + " WHERE journey_id IN (:journeys) GROUP BY journey_id",
                    Map.of("journeys", new TreeSet<>(journeys), "now", UtcTime.of(clock.instant())));
        }
    }

    /** Has the journeys computed again that these cases are in, as far as they are known. */
    public void addNamed(Collection<CaseKey> cases) {
        record Group(String type, String source) {}
        var now = UtcTime.of(clock.instant());
        cases.stream()
                .collect(Collectors.groupingBy(
                        key -> new Group(key.type(), key.source()),
                        Collectors.mapping(CaseKey::caseNumber, Collectors.toSet())))
                .forEach((group, numbers) -> named.update(
                        """
                        INSERT INTO changed_case (case_id, marked_at) SELECT c.id, :now FROM journey_case c
                        WHERE c.source = :source AND c.contact = FALSE
                            AND c.journey_type_id = (SELECT y.id FROM journey_type y WHERE y.code = :type)
                            AND c.case_number IN (:numbers)""", Map.of("now", now, "source", group.source, "type", group.type, "numbers", numbers)));
    }

    /** Adds every case, and says how many there are. */
    @Transactional
    public int addAll() {
        return jdbc.sql("INSERT INTO changed_case (case_id, marked_at) SELECT id, ? FROM journey_case ORDER BY id")
                .param(UtcTime.of(clock.instant()))
                .update();
    }

    /** The last entry there is, for {@link #remaining}; 0 when the queue is empty. */
    public long last() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM changed_case")
                .query(Long.class)
                .single();
    }

    /** How many entries up to this one are not yet computed and committed, by whatever node. */
    public long remaining(long upTo) {
        return jdbc.sql("SELECT COUNT(*) FROM changed_case WHERE id <= ?")
                .param(upTo)
                .query(Long.class)
                .single();
    }

    /** How many entries there are. */
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM changed_case").query(Long.class).single();
    }

    /** How many entries there are, counting no further than this. */
    public long countUpTo(int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT id FROM changed_case LIMIT ?) counted")
                .param(most)
                .query(Long.class)
                .single();
    }

    /** Since when the oldest entry waits; empty when all figures are up to date. */
    public Optional<Instant> waitingSince() {
        return jdbc.sql("SELECT marked_at FROM changed_case ORDER BY id LIMIT 1")
                .query(LocalDateTime.class)
                .optional()
                .map(UtcTime::instant);
    }

    /** Takes note of a case whose journey cannot be computed; it is tried again when it changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(long caseId, String reason) {
        jdbc.sql("""
                INSERT INTO failed_case (case_id, failed_at, reason) VALUES (:id, :at, :reason)
                ON DUPLICATE KEY UPDATE failed_at = VALUES(failed_at), reason = VALUES(reason)""")
                .param("id", caseId)
                .param("at", UtcTime.of(clock.instant()))
                .param("reason", reason)
                .update();
    }

    /** How many cases could not be computed when they last changed. */
    public long failures() {
        return jdbc.sql("SELECT COUNT(*) FROM failed_case").query(Long.class).single();
    }

    /** Puts the failed ones on the queue again. */
    @Transactional
    public void retryFailed() {
        List<Long> cases =
                jdbc.sql("SELECT case_id FROM failed_case").query(Long.class).list();
        if (!cases.isEmpty()) {
            named.update("DELETE FROM failed_case WHERE case_id IN (:cases)", Map.of("cases", cases));
            add(cases);
        }
    }
}
