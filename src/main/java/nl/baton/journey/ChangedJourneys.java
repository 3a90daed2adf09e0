package nl.baton.journey;

import java.util.List;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Journeys whose touchpoints changed since their handoffs were computed. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class ChangedJourneys {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ChangedJourneys(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A journey to be computed again. */
    public record ChangedJourney(long id, long typeId) {}

    /**
     * Takes some of them off the list, in the caller's transaction: if that fails, they are on it again. Two callers never
     * get the same journey, since what one has locked the other passes over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ChangedJourney> take(int most) {
        List<Long> ids = jdbc.sql(
                        "SELECT journey_id FROM changed_journey ORDER BY journey_id LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        // a touchpoint that arrives meanwhile marks its journey anew, once the caller has committed
        template.batchUpdate(
                "DELETE FROM changed_journey WHERE journey_id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
        return jdbc.sql("SELECT id, journey_type_id FROM journey WHERE id IN (:ids) ORDER BY id")
                .param("ids", ids)
                .query((row, n) -> new ChangedJourney(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Marks every journey, and says how many were not marked before. */
    @Transactional
    public int markAll() {
        return jdbc.sql("INSERT IGNORE INTO changed_journey (journey_id) SELECT id FROM journey")
                .update();
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM changed_journey")
                .query(Long.class)
                .single();
    }
}
