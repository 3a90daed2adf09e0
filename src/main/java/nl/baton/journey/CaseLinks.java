package nl.baton.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.journey.CaseTable.Pair;
import nl.baton.journey.LinkProposal.Reasons;
import nl.baton.journey.LinkProposal.State;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stewards say of cases: that two belong to one journey, or that one does not belong where it is. Each can be taken
 * back, which restores exactly what was. The journeys follow within seconds.
 */
@Service
@PreAuthorize("hasRole('STEWARD')")
public class CaseLinks {

    private static final String PROPOSAL =
            "SELECT case_a, case_b, customer_id, reasons, state, proposed_at FROM case_proposal ";

    private final NamedParameterJdbcTemplate named;
    private final CaseTable cases;
    private final JourneySight sight;
    private final ChangedCases changedCases;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    CaseLinks(
            NamedParameterJdbcTemplate named,
            CaseTable cases,
            JourneySight sight,
            ChangedCases changedCases,
            CurrentUserProvider users,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.named = named;
        this.cases = cases;
        this.sight = sight;
        this.changedCases = changedCases;
        this.users = users;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** A case of a journey; a contact without a case number goes by its touchpoint's external id. */
    public record JourneyCase(long id, String typeName, String source, String number, boolean contact) {}

    /** Two cases that were joined, and what had been said of them before, so that it can be taken back. */
    public record Joining(long one, long other, boolean joinedBefore, boolean partedBefore) {}

    /** The cases that one was parted from, so that it can be taken back. */
    public record Parting(long caseId, List<Long> others) {}

    /** The cases that make up a journey; none when the asker may not see it. */
    @PreAuthorize("hasAnyRole('STEWARD', 'AGENT', 'LEAD')")
    @Transactional(readOnly = true)
    public List<JourneyCase> casesOf(long journey) {
        return named.query(
                """
                SELECT c.id, y.name, c.source, c.case_number, c.contact FROM journey j
                    JOIN journey_case c ON c.journey_id = j.id JOIN journey_type y ON y.id = c.journey_type_id
                WHERE j.id = :journey AND\s""" + JourneySight.SEEN + " ORDER BY c.id",
                sight.parameters(Map.of("journey", journey)),
                (row, n) -> new JourneyCase(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)));
    }

    /** Says that two cases are one journey, whatever was said before. */
    @Transactional
    public Joining join(long one, long other) {
        if (one == other) {
            throw new IllegalArgumentException("A case is not joined with itself");
        }
        Pair pair = Pair.of(one, other);
        Said before = said(pair);
        say(pair, new Said(true, false));
        audit.record("case.joined", "case " + one + ", case " + other, null);
        return new Joining(pair.one(), pair.other(), before.joined, before.parted);
    }

    /** Takes back what {@link #join} said. */
    @Transactional
    public void takeBackJoin(Joining joining) {
        say(Pair.of(joining.one(), joining.other()), new Said(joining.joinedBefore(), joining.partedBefore()));
        audit.record("case.join.taken.back", "case " + joining.one() + ", case " + joining.other(), null);
    }

    /** Takes a case out of the journey it is in: it belongs to none of the others there. */
    @Transactional
    public Parting part(long caseId) {
        List<Long> others = named.queryForList("""
                SELECT o.id FROM journey_case c JOIN journey_case o ON o.journey_id = c.journey_id AND o.id <> c.id
                WHERE c.id = :id ORDER BY o.id""", Map.of("id", caseId), Long.class);
        var parted = new ArrayList<Long>();
        for (long other : others) {
            Pair pair = Pair.of(caseId, other);
            Said before = said(pair);
            if (!before.parted) {
                say(pair, new Said(before.joined, true));
                parted.add(other);
            }
        }
        audit.record("case.parted", "case " + caseId, null);
        return new Parting(caseId, parted);
    }

    /** Takes back what {@link #part} said. */
    @Transactional
    public void takeBackPart(Parting parting) {
        for (long other : parting.others()) {
            Pair pair = Pair.of(parting.caseId(), other);
            say(pair, new Said(said(pair).joined, false));
        }
        audit.record("case.part.taken.back", "case " + parting.caseId(), null);
    }

    /** The proposals in a state, the newest first. */
    @Transactional(readOnly = true)
    public Page<LinkProposal> proposals(State state, int offset, int limit) {
        Long total = named.queryForObject(
                "SELECT COUNT(*) FROM case_proposal WHERE state = :state", Map.of("state", state.name()), Long.class);
        List<LinkProposal> page = named.query(
                PROPOSAL
                        + "WHERE state = :state ORDER BY proposed_at DESC, case_a DESC, case_b DESC LIMIT :limit OFFSET :offset",
                Map.of("state", state.name(), "limit", limit, "offset", offset),
                this::proposal);
        return new Page<>(total == null ? 0 : total, page);
    }

    /** One proposal, whatever its state; empty when there is none any more. */
    @Transactional(readOnly = true)
    public Optional<LinkProposal> proposal(long caseA, long caseB) {
        return named
                .query(PROPOSAL + "WHERE case_a = :a AND case_b = :b", Map.of("a", caseA, "b", caseB), this::proposal)
                .stream()
                .findFirst();
    }

    private LinkProposal proposal(ResultSet row, int n) throws SQLException {
        return new LinkProposal(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                json.readValue(row.getString(4), Reasons.class),
                State.valueOf(row.getString(5)),
                UtcTime.instant(row.getObject(6, LocalDateTime.class)));
    }

    /** Decides a proposal: confirming it joins the two journeys. What was decided before is taken back. */
    @Transactional
    public void decide(long caseA, long caseB, State decision) {
        State before = named
                .queryForList(
                        "SELECT state FROM case_proposal WHERE case_a = :a AND case_b = :b FOR UPDATE",
                        Map.of("a", caseA, "b", caseB),
                        String.class)
                .stream()
                .map(State::valueOf)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such proposal any more"));
        if (before == decision) {
            return;
        }
        named.update("""
                UPDATE case_proposal SET state = :state, decided_by = :user, decided_at = :now
                WHERE case_a = :a AND case_b = :b""", Map.of("state", decision.name(), "user", user(), "now", now(), "a", caseA, "b", caseB));
        Pair pair = new Pair(caseA, caseB);
        if (decision == State.CONFIRMED) {
            say(pair, new Said(true, false));
        } else if (before == State.CONFIRMED) {
            say(pair, new Said(false, said(pair).parted));
        }
        audit.record("case.proposal." + decision.name().toLowerCase(Locale.ROOT), caseA + ", " + caseB, null);
    }

    /** What people said of two cases. */
    private record Said(boolean joined, boolean parted) {}

    private Said said(Pair pair) {
        return named
                .query(
                        "SELECT joined, parted FROM case_link WHERE case_a = :a AND case_b = :b FOR UPDATE",
                        Map.of("a", pair.one(), "b", pair.other()),
                        (row, n) -> new Said(row.getBoolean(1), row.getBoolean(2)))
                .stream()
                .findFirst()
                .orElse(new Said(false, false));
    }

    private void say(Pair pair, Said said) {
        Long known = named.queryForObject(
                "SELECT COUNT(*) FROM journey_case WHERE id IN (:ids)",
                Map.of("ids", List.of(pair.one(), pair.other())),
                Long.class);
        if (known == null || known != 2) {
            throw new IllegalArgumentException("There is no such case any more");
        }
        named.update(
                """
                INSERT INTO case_link (case_a, case_b, joined, parted, decided_by, decided_at)
                VALUES (:a, :b, :joined, :parted, :user, :now)
                ON DUPLICATE KEY UPDATE joined = VALUES(joined), parted = VALUES(parted),
                    decided_by = VALUES(decided_by), decided_at = VALUES(decided_at)""",
                Map.of(
                        "a",
                        pair.one(),
                        "b",
                        pair.other(),
                        "joined",
                        said.joined,
                        "parted",
                        said.parted,
                        "user",
                        user(),
                        "now",
                        now()));
        SystemWork.run(() -> changedCases.add(List.of(pair.one(), pair.other())));
    }

    private long user() {
        return users.get().id();
    }

    private LocalDateTime now() {
        return UtcTime.of(clock.instant());
    }
}
