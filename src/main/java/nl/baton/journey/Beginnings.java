package nl.baton.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How the journeys of some customers began, for whoever judges others of theirs by it. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Beginnings {

    private final NamedParameterJdbcTemplate named;
    private final JourneyReading journeys;

    Beginnings(NamedParameterJdbcTemplate named, JourneyReading journeys) {
        this.named = named;
        this.journeys = journeys;
    }

    /** A journey of a known customer, and when it began. */
    public record Begun(long journey, long customer, Instant at) {}

    /** The journeys of some customers that began after one moment and up to another. */
    public List<Begun> between(Collection<Long> customers, Instant after, Instant upTo) {
        // who began after that moment has a last touchpoint after it too, which the index knows
        return customers.isEmpty()
                ? List.of()
                : named.query(
                        """
                        SELECT id, customer_id, opened_at FROM journey
                        WHERE customer_id IN (:customers) AND last_at > :after AND opened_at > :after
                            AND opened_at <= :to""",
                        Map.of("customers", customers, "after", UtcTime.of(after), "to", UtcTime.of(upTo)),
                        Beginnings::begun);
    }

    private static Begun begun(ResultSet row, int n) throws SQLException {
        return new Begun(row.getLong(1), row.getLong(2), UtcTime.instant(row.getObject(3, LocalDateTime.class)));
    }

    /** How these journeys began, by journey. */
    public Map<Long, Beginning> of(Collection<Long> ids) {
        Map<Long, Beginning> beginnings = new HashMap<>();
        journeys.read(ids).stream()
                .filter(journey -> !journey.touchpoints().isEmpty())
                .forEach(journey -> beginnings.put(journey.id(), Beginning.of(journey.id(), journey.touchpoints())));
        return beginnings;
    }

    /** Journeys that were seen to begin otherwise than before, from one moment up to another. */
    public List<Begun> movedBetween(Instant from, Instant to) {
        return named.query("""
                SELECT id, customer_id, opened_at FROM journey
                WHERE begun_moved_at > :from AND begun_moved_at <= :to""", Map.of("from", UtcTime.of(from), "to", UtcTime.of(to)), Beginnings::begun);
    }
}
