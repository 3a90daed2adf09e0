package nl.baton.journey.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.journey.CaseLinks;
import nl.baton.journey.LinkProposal;
import nl.baton.journey.LinkProposal.State;
import nl.baton.journey.ProposedJourneys;
import nl.baton.journey.ProposedJourneys.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the proposals with the names of the customers they are about, and passes on what was decided. */
@Component
class CasesReading {

    private static final Pattern PAIR = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    private final CaseLinks links;
    private final ProposedJourneys journeys;
    private final CustomerProfiles customers;
    private final Departments departments;
    private final CustomerScreen screen;
    private final BatonProperties properties;

    CasesReading(
            CaseLinks links,
            ProposedJourneys journeys,
            CustomerProfiles customers,
            Departments departments,
            CustomerScreen screen,
            BatonProperties properties) {
        this.links = links;
        this.journeys = journeys;
        this.customers = customers;
        this.departments = departments;
        this.screen = screen;
        this.properties = properties;
    }

    /** A proposal in the list; {@code customer} is a name, else a number. */
    record Row(LinkProposal proposal, String customer) {

        String key() {
            return key(proposal);
        }

        static String key(LinkProposal proposal) {
            return proposal.caseA() + "-" + proposal.caseB();
        }
    }

    long count(State state) {
        return links.proposals(state, 0, 1).total();
    }

    List<Row> rows(State state, int offset, int limit) {
        Page<LinkProposal> page = links.proposals(state, offset, limit);
        Map<Long, CustomerCard> cards =
                customers
                        .cards(page.items().stream()
                                .map(LinkProposal::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        return page.items().stream()
                .map(proposal -> new Row(proposal, name(cards.get(proposal.customerId()))))
                .toList();
    }

    private static String name(@Nullable CustomerCard card) {
        return card == null ? "" : card.name() == null ? card.number() : card.name();
    }

    /** The one at this place of the list, else the last one. */
    Optional<Row> at(State state, int place) {
        return rows(state, place, 1).stream()
                .findFirst()
                .or(() -> place == 0
                        ? Optional.empty()
                        : rows(state, place - 1, 1).stream().findFirst());
    }

    /** By the two numbers in the address. */
    Optional<Row> row(String pair) {
        Matcher numbers = PAIR.matcher(pair);
        return numbers.matches()
                ? links.proposal(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)))
                        .map(proposal -> new Row(
                                proposal,
                                name(customers.cards(List.of(proposal.customerId())).stream()
                                        .findFirst()
                                        .orElse(null))))
                : Optional.empty();
    }

    List<Side> sides(LinkProposal proposal) {
        return journeys.sides(proposal);
    }

    void decide(LinkProposal proposal, State decision) {
        links.decide(proposal.caseA(), proposal.caseB(), decision);
    }

    Map<Long, Department> departments() {
        return departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
    }

    CustomerScreen screen() {
        return screen;
    }

    BatonProperties properties() {
        return properties;
    }
}
