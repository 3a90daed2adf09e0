package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.LaneEvidenceQuery.LaneEnds;
import nl.baton.handoff.LaneEvidenceQuery.PendingRow;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import org.springframework.stereotype.Component;

/** Says of a page of handoffs whose journeys they belong to, in as many statements as there are kinds of things. */
@Component
class EvidenceAssembly {

    private final LaneEvidenceQuery query;
    private final Journeys journeys;
    private final CustomerProfiles customers;
    private final Departments departments;

    EvidenceAssembly(LaneEvidenceQuery query, Journeys journeys, CustomerProfiles customers, Departments departments) {
        this.query = query;
        this.journeys = journeys;
        this.customers = customers;
        this.departments = departments;
    }

    /** What the rows of one page speak of. */
    private record Known(
            Map<Long, JourneySummary> journeys,
            Map<Long, CustomerCard> customers,
            Map<Long, LaneEnds> lanes,
            UnitNames units,
            Map<Long, OpeningHours> hours) {

        JourneySummary journey(long id) {
            return Objects.requireNonNull(journeys.get(id));
        }

        CustomerCard customerOf(long journey) {
            return Objects.requireNonNull(customers.get(journey(journey).customerId()));
        }

        Unit from(long lane) {
            return units.get(Objects.requireNonNull(lanes.get(lane)).from());
        }

        Unit to(long lane) {
            return units.get(Objects.requireNonNull(lanes.get(lane)).to());
        }

        OpeningHours receiver(long lane) {
            return Objects.requireNonNull(hours.get(to(lane).departmentId()));
        }
    }

    List<HandoffEvidence> handoffs(Grain grain, List<StoredHandoff> handoffs) {
        Known known = known(
                grain,
                handoffs.stream().map(StoredHandoff::journeyId).collect(Collectors.toSet()),
                handoffs.stream().map(StoredHandoff::laneId).collect(Collectors.toSet()));
        return handoffs.stream()
                .map(handoff -> new HandoffEvidence(
                        masked(known.journey(handoff.journeyId()), known.customerOf(handoff.journeyId())),
                        handoff.pickupTouchpointId(),
                        known.customerOf(handoff.journeyId()),
                        known.from(handoff.laneId()),
                        known.to(handoff.laneId()),
                        handoff.passedAt(),
                        handoff.pickedUpAt(),
                        Duration.ofMillis(handoff.waitMillis()),
                        Duration.ofMillis(handoff.businessWaitMillis()),
                        handoff.findings(),
                        known.receiver(handoff.laneId())))
                .toList();
    }

    List<HandoffEvidence> pending(Grain grain, List<PendingRow> passes, Instant now) {
        Known known = known(
                grain,
                passes.stream().map(PendingRow::journeyId).collect(Collectors.toSet()),
                passes.stream().map(PendingRow::laneId).collect(Collectors.toSet()));
        return passes.stream()
                .map(pass -> {
                    OpeningHours receiver = known.receiver(pass.laneId());
                    Duration business = receiver.between(pass.passedAt(), now);
                    return new HandoffEvidence(
                            masked(known.journey(pass.journeyId()), known.customerOf(pass.journeyId())),
                            0,
                            known.customerOf(pass.journeyId()),
                            known.from(pass.laneId()),
                            known.to(pass.laneId()),
                            pass.passedAt(),
                            null,
                            Duration.between(pass.passedAt(), now),
                            business,
                            List.of(new Finding(
                                    NotPickedUp.CODE,
                                    Window.Kind.LEG,
                                    false,
                                    new Evidence(List.of(), business.toMillis(), pass.agreedMillis(), null))),
                            receiver);
                })
                .toList();
    }

    /** Who may not know whose journey it was is not given its case number either. */
    static JourneySummary masked(JourneySummary journey, CustomerCard customer) {
        return customer.number().isEmpty() ? journey.withoutCaseNumber() : journey;
    }

    private Known known(Grain grain, Collection<Long> journeyIds, Collection<Long> laneIds) {
        List<JourneySummary> found = journeys.byIds(journeyIds);
        List<CustomerCard> cards = customers.cards(
                found.stream().map(JourneySummary::customerId).distinct().toList());
        return new Known(
                found.stream().collect(Collectors.toMap(JourneySummary::id, Function.identity())),
                cards.stream().collect(Collectors.toMap(CustomerCard::id, Function.identity())),
                query.ends(laneIds).stream().collect(Collectors.toMap(LaneEnds::laneId, Function.identity())),
                new UnitNames(departments, grain),
                departments.all().stream().collect(Collectors.toMap(Department::id, Department::hours)));
    }
}
