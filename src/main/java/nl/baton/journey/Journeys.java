package nl.baton.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's journeys and their touchpoints. A lead sees journeys that the own department took part in, without the
 * internal text of others; a marketer the journeys, not their touchpoints.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class Journeys {

    private static final String SUMMARY = """
            SELECT j.*, y.name AS type_name, y.rhythm AS type_rhythm FROM journey j JOIN journey_type y ON y.id = j.journey_type_id
            WHERE\s""";

    private static final String FROM = """
             FROM journey j JOIN journey_case c ON c.journey_id = j.id JOIN touchpoint t ON t.case_id = c.id
            WHERE\s""";

    private final NamedParameterJdbcTemplate named;
    private final CustomerJourneys all;
    private final TouchpointTable table;
    private final Departments departments;
    private final JourneySight sight;
    private final CurrentUserProvider users;

    Journeys(
            NamedParameterJdbcTemplate named,
            CustomerJourneys all,
            TouchpointTable table,
            Departments departments,
            JourneySight sight,
            CurrentUserProvider users) {
        this.sight = sight;
        this.departments = departments;
        this.named = named;
        this.all = all;
        this.table = table;
        this.users = users;
    }

    /** The customer's journeys, the one with the last touchpoint first; of thousands the last ones. */
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD', 'MARKETER')")
    @Transactional(readOnly = true)
    public List<JourneySummary> ofCustomer(long customer) {
        // a marketer's summaries are the whole company's; that role opens no timeline, so that it widens nothing else
        Long own = users.get().has(Role.MARKETER) ? null : sight.ownDepartment();
        return all.of(customer, own).stream().map(CustomerJourneys.Row::journey).toList();
    }

    /** Those of them of which the asker sees the touchpoints too. */
    @Transactional(readOnly = true)
    public List<JourneySummary> withTimeline(long customer) {
        return all.of(customer, sight.ownDepartment()).stream()
                .map(CustomerJourneys.Row::journey)
                .toList();
    }

    /** The journeys of some customers that are open and in which something happened since, the last one first. */
    @Transactional(readOnly = true)
    public List<JourneySummary> open(Collection<Long> customers, Instant since) {
        return customers.isEmpty()
                ? List.of()
                : named.query(
                        SUMMARY + "j.customer_id IN (:customers) AND j.closed_at IS NULL AND j.last_at > :since AND "
                                + JourneySight.SEEN + " ORDER BY j.last_at DESC, j.id DESC",
                        sight.parameters(Map.of("customers", customers, "since", UtcTime.of(since))),
                        Journeys::summary);
    }

    /** Journeys by id, for lists of evidence. Whose they are is for the caller to mask. */
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD', 'EXECUTIVE')")
    @Transactional(readOnly = true)
    public List<JourneySummary> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : named.query(SUMMARY + "j.id IN (:ids)", Map.of("ids", ids), Journeys::summary);
    }

    /** One journey that the asker may see. */
    @Transactional(readOnly = true)
    public Optional<JourneySummary> find(long id) {
        return named
                .query(
                        SUMMARY + "j.id = :id AND " + JourneySight.SEEN,
                        sight.parameters(Map.of("id", id)),
                        Journeys::summary)
                .stream()
                .findFirst();
    }

    /** All touchpoints of one journey in no particular order; none when the asker may not see it. */
    @Transactional(readOnly = true)
    public List<Touchpoint> touchpoints(long journey) {
        Survivors survivors = departments.survivors();
        return named
                .query(
                        "SELECT t.*" + FROM + "j.id = :id AND " + JourneySight.SEEN,
                        sight.parameters(Map.of("id", journey)),
                        table::read)
                .stream()
                .map(touchpoint -> sight.shown(touchpoint, survivors))
                .toList();
    }

    /** The journey that a source's case is part of, for other systems; whose it is they are not told. */
    @PreAuthorize("hasAuthority('SCOPE_handoffs:read')")
    @Transactional(readOnly = true)
    public Optional<NamedJourney> byCase(CaseKey key) {
        return named
                .query(
                        SUMMARY + """
                        j.id = (SELECT c.journey_id FROM journey_case c JOIN journey_type k ON k.id = c.journey_type_id
                            WHERE c.case_number = :number AND c.source = :source AND k.code = :type
                                AND c.contact = FALSE)""",
                        Map.of("number", key.caseNumber(), "source", key.source(), "type", key.type()),
                        Journeys::summary)
                .stream()
                .findFirst()
                .map(this::withCases);
    }

    private NamedJourney withCases(JourneySummary summary) {
        Map<String, Object> journey = Map.of("id", summary.id());
        List<CaseKey> cases = named.query(
                """
                SELECT k.code, c.source, c.case_number FROM journey_case c
                    JOIN journey_type k ON k.id = c.journey_type_id
                WHERE c.journey_id = :id AND c.contact = FALSE ORDER BY c.source, c.case_number, k.code""", journey, (row, n) -> new CaseKey(row.getString(1), row.getString(2), row.getString(3)));
        Survivors survivors = departments.survivors();
        List<Touchpoint> touchpoints = table
                .ofCases(named.queryForList("SELECT id FROM journey_case WHERE journey_id = :id", journey, Long.class))
                .stream()
                .map(touchpoint -> touchpoint.readAs(survivors))
                .sorted(Touchpoint.ORDER)
                .toList();
        return new NamedJourney(summary, cases, touchpoints);
    }

    static JourneySummary summary(ResultSet row, int n) throws SQLException {
        String rhythm = row.getString("type_rhythm");
        return new JourneySummary(
                row.getLong("id"),
                row.getLong("journey_type_id"),
                row.getString("type_name"),
                rhythm == null ? null : Duration.parse(rhythm),
                row.getString("source"),
                row.getString("case_number"),
                row.getLong("customer_id"),
                UtcTime.instant(row.getObject("opened_at", LocalDateTime.class)),
                UtcTime.instant(row.getObject("last_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("closed_at", LocalDateTime.class)),
                row.getInt("touchpoints"),
                row.getInt("cases"),
                row.getBoolean("several_customers"));
    }
}
