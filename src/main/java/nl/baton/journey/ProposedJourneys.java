package nl.baton.journey;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.journey.LinkProposal.State;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a steward needs to see of two journeys to say whether they are one. */
@Service
@PreAuthorize("hasRole('STEWARD')")
public class ProposedJourneys {

    private final NamedParameterJdbcTemplate named;
    private final CaseTable cases;
    private final Departments departments;

    ProposedJourneys(NamedParameterJdbcTemplate named, CaseTable cases, Departments departments) {
        this.named = named;
        this.cases = cases;
        this.departments = departments;
    }

    /**
     * One of the two journeys: as it is, or, where they are one by now, its first case alone.
     *
     * @param number of its first case; for a contact without a case number its touchpoint's external id
     * @param cases how many it is made up of
     * @param from its first touchpoint
     * @param to the end of its last one
     * @param departments in the order in which they took part
     */
    public record Side(
            long journey,
            String typeName,
            String source,
            String number,
            boolean contact,
            int cases,
            Instant from,
            Instant to,
            int touchpoints,
            List<Long> departments) {}

    private record Named(long journey, String typeName, String source, String number, boolean contact) {}

    private record Span(Instant from, Instant to, int touchpoints) {}

    /** The two, the earlier first; fewer when one is not there any more. */
    @Transactional(readOnly = true)
    public List<Side> sides(LinkProposal proposal) {
        var sides = new ArrayList<Side>();
        for (long id : List.of(proposal.caseA(), proposal.caseB())) {
            side(id, proposal.state()).ifPresent(sides::add);
        }
        sides.sort((one, other) -> one.from().compareTo(other.from()));
        return sides;
    }

    private Optional<Side> side(long id, State state) {
        return named
                .query(
                        """
                        SELECT c.journey_id, y.name, c.source, c.case_number, c.contact FROM journey_case c
                            JOIN journey_type y ON y.id = c.journey_type_id WHERE c.id = :id""",
                        Map.of("id", id),
                        (row, n) -> new Named(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5)))
                .stream()
                .findFirst()
                .flatMap(found ->
                        side(found, state == State.CONFIRMED ? List.of(id) : cases.ofJourneys(List.of(found.journey))));
    }

    private Optional<Side> side(Named found, List<Long> members) {
        Span span = Objects.requireNonNull(named.queryForObject(
                """
                SELECT MIN(started_at), MAX(COALESCE(ended_at, started_at)), COUNT(*) FROM touchpoint
                WHERE case_id IN (:members)""",
                Map.of("members", members),
                (row, n) -> row.getInt(3) == 0
                        ? new Span(Instant.EPOCH, Instant.EPOCH, 0)
                        : new Span(
                                UtcTime.instant(row.getObject(1, LocalDateTime.class)),
                                UtcTime.instant(row.getObject(2, LocalDateTime.class)),
                                row.getInt(3))));
        Survivors survivors = departments.survivors();
        List<Long> took = named.queryForList("""
                        SELECT department_id FROM touchpoint WHERE case_id IN (:members) AND department_id IS NOT NULL
                        GROUP BY department_id ORDER BY MIN(started_at), department_id""", Map.of("members", members), Long.class).stream()
                .map(survivors::department)
                .distinct()
                .toList();
        return span.touchpoints == 0
                ? Optional.empty()
                : Optional.of(new Side(
                        found.journey,
                        found.typeName,
                        found.source,
                        found.number,
                        found.contact,
                        members.size(),
                        span.from,
                        span.to,
                        span.touchpoints,
                        took));
    }
}
