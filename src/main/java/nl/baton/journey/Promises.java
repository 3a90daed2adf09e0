package nl.baton.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers were promised. A promise is seen by who sees its journey, and is for the department to keep that has
 * the journey now, whoever made it.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class Promises {

    /** How long a promise that was missed stays in the list of those to be kept. */
    public static final Duration LATELY = Duration.ofDays(30);

    private static final int MOST = 100;

    private static final String DUE = """
             FROM promise_holder h JOIN journey j ON j.id = h.journey_id JOIN journey_type y ON y.id = j.journey_type_id
                JOIN journey_case c ON c.journey_id = j.id JOIN promise p ON p.case_id = c.id
            WHERE (h.department_id IN (:own) OR h.waiting_department_id IN (:own))
                AND p.last_state IS NULL AND p.due_at > :since AND (j.closed_at IS NULL OR p.due_at > :now)""";

    private final NamedParameterJdbcTemplate named;
    private final PromiseTable table;
    private final JourneySight sight;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Clock clock;

    Promises(
            NamedParameterJdbcTemplate named,
            PromiseTable table,
            JourneySight sight,
            Departments departments,
            CurrentUserProvider users,
            BatonProperties properties,
            Clock clock) {
        this.named = named;
        this.table = table;
        this.sight = sight;
        this.departments = departments;
        this.users = users;
        this.properties = properties;
        this.clock = clock;
    }

    /** What this customer was promised in journeys that the asker may see, the latest due moment first. */
    @Transactional(readOnly = true)
    public List<Promise> ofCustomer(long customer) {
        return read("j.customer_id = :customer", Map.of("customer", customer));
    }

    /** One promise that the asker may see. */
    @Transactional(readOnly = true)
    public Optional<Promise> find(long id) {
        return read("p.id = :promise", Map.of("promise", id)).stream().findFirst();
    }

    private List<Promise> read(String condition, Map<String, ?> parameters) {
        Survivors survivors = departments.survivors();
        Instant now = clock.instant();
        return named.query(
                "SELECT p.*, j.id AS journey_id" + """
                 FROM journey j JOIN journey_case c ON c.journey_id = j.id JOIN promise p ON p.case_id = c.id
                WHERE\s""" + condition + " AND " + JourneySight.SEEN
                        + " ORDER BY p.due_at DESC, p.id DESC LIMIT " + MOST,
                sight.parameters(parameters),
                (row, n) -> promise(row, survivors, now));
    }

    /**
     * What the asker's department has to keep: promises that nobody has settled, in journeys that the department has, or
     * that were handed to it, the first due first. Of closed journeys only what is still to come.
     *
     * @param all with those that were missed longer ago than {@link #LATELY}
     */
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD')")
    @Transactional(readOnly = true)
    public Page<DuePromise> due(boolean all, int offset, int limit) {
        Survivors survivors = departments.survivors();
        Instant now = clock.instant();
        Set<Long> own = survivors.readAs(users.get().homeDepartment().orElse(0L));
        Map<String, Object> parameters = Map.of(
                "own", own, "now", UtcTime.of(now), "since", UtcTime.of(all ? Instant.EPOCH : now.minus(LATELY)));
        Long total = named.queryForObject("SELECT COUNT(*)" + DUE, parameters, Long.class);
        List<DuePromise> page = named.query(
                "SELECT p.*, j.id AS journey_id, j.customer_id, j.case_number, y.name AS type_name, h.waiting_department_id"
                        + DUE + " ORDER BY p.due_at, p.id LIMIT " + limit + " OFFSET " + offset,
                parameters,
                (row, n) -> {
                    Long waiting = row.getObject("waiting_department_id", Long.class);
                    return new DuePromise(
                            promise(row, survivors, now),
                            row.getLong("customer_id"),
                            row.getString("type_name"),
                            row.getString("case_number"),
                            waiting != null && own.contains(waiting));
                });
        return new Page<>(total == null ? 0 : total, page);
    }

    /**
     * Takes over who has journeys in which something was promised, as they were just computed, and notes promises that
     * were stored before promises were noted.
     */
    @PreAuthorize(SystemWork.ALLOWED)
    @Transactional(propagation = Propagation.MANDATORY)
    public void held(List<PromiseHolder> holders, List<Touchpoint> speaking) {
        table.follow(List.of(), table.unnoted(speaking));
        table.hold(holders);
    }

    /**
     * A promise for whoever judges the journey that it was made in.
     *
     * @param byDue how it was last settled up to its due moment
     */
    public record Given(long caseId, long touchpoint, Instant due, Settlement.@Nullable State byDue) {}

    /** The promises that were made in these cases, as they stand. */
    @PreAuthorize(SystemWork.ALLOWED)
    @Transactional(readOnly = true)
    public List<Given> given(List<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT case_id, touchpoint_id, due_at, state_by_due FROM promise WHERE case_id IN (:cases)",
                        Map.of("cases", cases),
                        (row, n) -> new Given(
                                row.getLong(1),
                                row.getLong(2),
                                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                state(row.getString(4))));
    }

    private Promise promise(ResultSet row, Survivors survivors, Instant now) throws SQLException {
        Instant due = UtcTime.instant(row.getObject("due_at", LocalDateTime.class));
        Long madeBy = row.getObject("department_id", Long.class);
        return new Promise(
                row.getLong("id"),
                row.getLong("journey_id"),
                row.getString("promise_text"),
                UtcTime.instantOrNull(row.getObject("from_at", LocalDateTime.class)),
                due,
                row.getBoolean("chosen_by_customer"),
                UtcTime.instant(row.getObject("made_at", LocalDateTime.class)),
                madeBy == null ? null : Long.valueOf(survivors.department(madeBy)),
                Promise.state(due, state(row.getString("state_by_due")), now, properties.zone()),
                state(row.getString("last_state")),
                UtcTime.instantOrNull(row.getObject("last_state_at", LocalDateTime.class)));
    }

    private static Settlement.@Nullable State state(@Nullable String name) {
        return name == null ? null : Settlement.State.valueOf(name);
    }
}
