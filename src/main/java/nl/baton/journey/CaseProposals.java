package nl.baton.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.journey.CaseTable.Pair;
import nl.baton.journey.LinkProposal.Reasons;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds journeys that may be one: of the same customer, one opened within seven days of the other's end, and both state
 * the same value of a fact. What a person has decided is not proposed again.
 */
@Component
class CaseProposals {

    private static final Duration NEAR = Duration.ofDays(7);

    private final NamedParameterJdbcTemplate named;
    private final CaseTable cases;
    private final JsonMapper json;
    private final Clock clock;

    CaseProposals(NamedParameterJdbcTemplate named, CaseTable cases, JsonMapper json, Clock clock) {
        this.named = named;
        this.cases = cases;
        this.json = json;
        this.clock = clock;
    }

    private record Span(long id, long customerId, Instant opened, Instant ended) {

        /** How far the later one's opening is from the other's end; in whichever order they lie nearer. */
        Duration between(Span other) {
            Duration one = Duration.between(ended, other.opened).abs();
            Duration two = Duration.between(other.ended, opened).abs();
            return one.compareTo(two) < 0 ? one : two;
        }
    }

    /** Looks anew at journeys that were just stored; those that are gone are proposed no more. */
    void renew(List<JourneyMembers> journeys) {
        List<Long> ids = journeys.stream().map(JourneyMembers::id).toList();
        if (ids.isEmpty()) {
            return;
        }
        for (String column : List.of("case_a", "case_b")) {
            named.update(
                    "DELETE FROM case_proposal WHERE %s IN (:ids) AND state = 'OPEN'".formatted(column),
                    Map.of("ids", ids));
        }
        Map<Long, SharedFacts> facts = new HashMap<>();
        Set<Long> customers = new HashSet<>();
        for (JourneyMembers journey : journeys) {
            Long customer = journey.customer();
            SharedFacts stated = SharedFacts.of(
                    journey.touchpoints().stream().map(Touchpoint::details).toList());
            if (customer != null && !stated.facts().isEmpty()) {
                facts.put(journey.id(), stated);
                customers.add(customer);
            }
        }
        if (!facts.isEmpty()) {
            propose(facts, customers);
        }
    }

    private void propose(Map<Long, SharedFacts> facts, Set<Long> customers) {
        Map<Long, List<Span>> byCustomer = spans(customers);
        record Candidate(Span one, Span other) {}
        var candidates = new ArrayList<Candidate>();
        byCustomer.values().forEach(spans -> {
            for (Span one : spans) {
                for (Span other : spans) {
                    boolean again = facts.containsKey(other.id) && other.id < one.id;
                    if (facts.containsKey(one.id)
                            && one.id != other.id
                            && !again
                            && one.between(other).compareTo(NEAR) <= 0) {
                        candidates.add(new Candidate(one, other));
                    }
                }
            }
        });
        Map<Long, SharedFacts> others = factsOf(candidates.stream()
                .map(candidate -> candidate.other.id)
                .filter(id -> !facts.containsKey(id))
                .collect(Collectors.toSet()));
        others.putAll(facts);
        for (Candidate candidate : candidates) {
            SharedFacts mine = others.getOrDefault(candidate.one.id, new SharedFacts(Set.of()));
            Set<SharedFacts.KeyValue> shared =
                    mine.in(others.getOrDefault(candidate.other.id, new SharedFacts(Set.of())));
            if (!shared.isEmpty() && !parted(candidate.one.id, candidate.other.id)) {
                insert(candidate.one, candidate.other, shared);
            }
        }
    }

    private Map<Long, List<Span>> spans(Collection<Long> customers) {
        Map<Long, List<Span>> byCustomer = new HashMap<>();
        named.query(
                "SELECT id, customer_id, opened_at, COALESCE(closed_at, last_at) FROM journey WHERE customer_id IN (:ids)",
                Map.of("ids", customers),
                row -> {
                    byCustomer
                            .computeIfAbsent(row.getLong(2), id -> new ArrayList<>())
                            .add(new Span(
                                    row.getLong(1),
                                    row.getLong(2),
                                    UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                    UtcTime.instant(row.getObject(4, LocalDateTime.class))));
                });
        return byCustomer;
    }

    private Map<Long, SharedFacts> factsOf(Set<Long> journeys) {
        Map<Long, List<Touchpoint.Details>> details = new HashMap<>();
        if (!journeys.isEmpty()) {
            named.query("""
                    SELECT c.journey_id, t.details FROM journey_case c JOIN touchpoint t ON t.case_id = c.id
                    WHERE c.journey_id IN (:ids) AND t.details IS NOT NULL""", Map.of("ids", journeys), row -> {
                details.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(json.readValue(row.getString(2), Touchpoint.Details.class));
            });
        }
        Map<Long, SharedFacts> facts = new HashMap<>();
        details.forEach((journey, stated) -> facts.put(journey, SharedFacts.of(stated)));
        return facts;
    }

    private boolean parted(long one, long other) {
        Set<Long> members = new HashSet<>(cases.ofJourneys(List.of(one)));
        Set<Long> others = new HashSet<>(cases.ofJourneys(List.of(other)));
        for (Pair pair : cases.links(members).parted()) {
            if (others.contains(pair.one()) || others.contains(pair.other())) {
                return true;
            }
        }
        return false;
    }

    private void insert(Span one, Span other, Set<SharedFacts.KeyValue> shared) {
        Pair pair = Pair.of(one.id, other.id);
        var reasons = new Reasons(
                one.between(other).toHours(),
                shared.stream()
                        .map(fact -> new LinkProposal.SharedFact(fact.key(), fact.value()))
                        .toList());
        named.update(
                """
                INSERT IGNORE INTO case_proposal (case_a, case_b, customer_id, reasons, state, proposed_at)
                VALUES (:a, :b, :customer, :reasons, 'OPEN', :now)""",
                Map.of(
                        "a",
                        pair.one(),
                        "b",
                        pair.other(),
                        "customer",
                        one.customerId,
                        "reasons",
                        json.writeValueAsString(reasons),
                        "now",
                        UtcTime.of(clock.instant())));
    }
}
