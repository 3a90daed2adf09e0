package nl.baton.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Finds the journeys of which time alone, without anything arriving, has changed what is to be said. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Silence {

    private final NamedParameterJdbcTemplate named;

    Silence(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /** A stretch of time, its beginning left out and its end counted in. */
    public record Stretch(Instant after, Instant upTo) {

        private Map<String, Object> parameters() {
            return Map.of("after", UtcTime.of(after), "to", UtcTime.of(upTo));
        }
    }

    /** Open journeys with their last touchpoint in the stretch. */
    public List<Long> since(Stretch stretch) {
        return named.queryForList(
                "SELECT id FROM journey WHERE closed_at IS NULL AND last_at > :after AND last_at <= :to",
                stretch.parameters(),
                Long.class);
    }

    /** Journeys that were closed in the stretch. */
    public List<Long> closed(Stretch stretch) {
        return named.queryForList(
                "SELECT id FROM journey WHERE closed_at > :after AND closed_at <= :to",
                stretch.parameters(),
                Long.class);
    }

    /** Journeys in which something was promised that was due in the stretch. */
    public List<Long> due(Stretch stretch) {
        return named.queryForList("""
                SELECT DISTINCT c.journey_id FROM promise p JOIN journey_case c ON c.id = p.case_id
                WHERE p.due_at > :after AND p.due_at <= :to""", stretch.parameters(), Long.class);
    }
}
