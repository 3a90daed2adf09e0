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

    /** Takes some of them off the list, in the caller's transaction: if that fails, they are on it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ChangedJourney> take(int most) {
        List<ChangedJourney> changed = jdbc.sql("""
                SELECT c.journey_id, j.journey_type_id FROM changed_journey c JOIN journey j ON j.id = c.journey_id
                ORDER BY c.journey_id LIMIT ?""")
                .param(most)
                .query((row, n) -> new ChangedJourney(row.getLong(1), row.getLong(2)))
                .list();
        // deleting locks the row until the caller commits: a touchpoint that arrives meanwhile marks the journey anew
        template.batchUpdate(
                "DELETE FROM changed_journey WHERE journey_id = ?",
                changed.stream().map(journey -> new Object[] {journey.id()}).toList());
        return changed;
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM changed_journey")
                .query(Long.class)
                .single();
    }
}
