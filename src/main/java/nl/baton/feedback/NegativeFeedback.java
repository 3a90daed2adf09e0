package nl.baton.feedback;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What customers said of journeys, without their words: when, and what was not good. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class NegativeFeedback {

    private static final String OF_JOURNEY = """
             FROM journey_case c JOIN journey_type y ON y.id = c.journey_type_id
                JOIN feedback f ON f.journey_case = c.case_number AND f.journey_type = y.code
                    AND f.journey_source = c.source
            WHERE c.contact = FALSE AND\s""";

    private final NamedParameterJdbcTemplate named;

    NegativeFeedback(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /**
     * One answer.
     *
     * @param worst the highest score of its kind that is negative
     */
    public record Answer(FeedbackKind kind, int score, int worst, Instant receivedAt) {}

    /**
     * All that was said of a journey, in the order of its arrival.
     *
     * @param moments when, of all of it
     */
    public record Heard(List<Answer> negative, List<Instant> moments) {

        /** Nothing was said. */
        public static final Heard NOTHING = new Heard(List.of(), List.of());
    }

    /** By journey; negative are NPS up to 6, CSAT up to 2, CES up to 3. */
    public Map<Long, Heard> of(Collection<Long> journeys) {
        Map<Long, Heard> answers = new HashMap<>();
        if (journeys.isEmpty()) {
            return answers;
        }
        named.query(
                "SELECT c.journey_id, f.kind, f.score, f.received_at" + OF_JOURNEY
                        + "c.journey_id IN (:journeys) ORDER BY f.received_at, f.id",
                Map.of("journeys", journeys),
                row -> {
                    FeedbackKind kind = FeedbackKind.valueOf(row.getString(2));
                    Integer score = row.getObject(3, Integer.class);
                    Instant at = UtcTime.instant(row.getObject(4, LocalDateTime.class));
                    Heard heard = answers.computeIfAbsent(
                            row.getLong(1), any -> new Heard(new ArrayList<>(), new ArrayList<>()));
                    heard.moments.add(at);
                    if (score != null && kind.negative(score)) {
                        heard.negative.add(new Answer(kind, score, kind.worst(), at));
                    }
                });
        return answers;
    }

    /** The journeys of which feedback arrived after one moment and up to another. */
    public List<Long> arrived(Instant after, Instant upTo) {
        return named.queryForList(
                "SELECT DISTINCT c.journey_id" + OF_JOURNEY + "f.arrived_at > :after AND f.arrived_at <= :to",
                Map.of("after", UtcTime.of(after), "to", UtcTime.of(upTo)),
                Long.class);
    }
}
