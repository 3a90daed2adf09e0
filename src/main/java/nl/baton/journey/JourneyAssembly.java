package nl.baton.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.baton.customer.Customers;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.journey.CaseNeighbourhood.Gathered;
import nl.baton.journey.CaseTable.Pair;
import nl.baton.security.SystemWork;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes journeys out of cases: those belong together that a reference, a person, a confirmed proposal or a contact's
 * topic joins. The links are what is kept; a journey is always computed from them anew, so that parting two cases
 * restores exactly what was there before they were joined, in whatever order things arrived.
 */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class JourneyAssembly {

    private final CaseNeighbourhood neighbourhood;
    private final CaseTable cases;
    private final JourneyTable journeys;
    private final Customers customers;
    private final CaseProposals proposals;
    private final Departments departments;
    private final JourneyTypes types;

    JourneyAssembly(
            CaseNeighbourhood neighbourhood,
            CaseTable cases,
            JourneyTable journeys,
            Customers customers,
            CaseProposals proposals,
            Departments departments,
            JourneyTypes types) {
        this.proposals = proposals;
        this.departments = departments;
        this.types = types;
        this.neighbourhood = neighbourhood;
        this.cases = cases;
        this.journeys = journeys;
        this.customers = customers;
    }

    /**
     * Puts together, and stores, the journeys that these cases are in, and those that they no longer are. Others who do
     * so for the same cases wait until the caller's transaction is over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<AssembledJourney> assemble(Collection<Long> changed) {
        Gathered gathered = neighbourhood.around(changed);
        Components components = components(gathered);
        Map<Long, List<Case>> membersByJourney = new TreeMap<>();
        gathered.cases()
                .values()
                .forEach(member -> membersByJourney
                        .computeIfAbsent(components.of(member.id()), id -> new ArrayList<>())
                        .add(member));
        Set<Long> affected = affected(changed, membersByJourney);
        move(membersByJourney);
        List<JourneyMembers> described = describe(affected, membersByJourney, gathered);
        List<AssembledJourney> assembled = journeys.store(described, customers);
        proposals.renew(described);
        return assembled;
    }

    private Components components(Gathered gathered) {
        Set<Pair> pairs = new HashSet<>(gathered.pairs());
        Set<Long> contacts = gathered.contacts();
        if (!contacts.isEmpty()) {
            List<Touchpoint> all = gathered.touchpoints().values().stream()
                    .flatMap(List::stream)
                    .toList();
            pairs.addAll(new ContactJourneys(contacts, gathered.parted(), gaps(gathered)).joined(all));
        }
        pairs.removeAll(gathered.parted());
        return Components.of(gathered.cases().keySet(), pairs);
    }

    /** As the type of a contact's journey says. */
    private ContactJourneys.Gap gaps(Gathered gathered) {
        Map<Long, Duration> byType = new HashMap<>();
        types.all().forEach(type -> byType.put(type.id(), type.contactGap()));
        return contact -> byType.getOrDefault(
                Objects.requireNonNull(gathered.cases().get(contact.caseId())).typeId(), JourneyType.USUAL_CONTACT_GAP);
    }

    /** Journeys with a changed case, with a case they did not have before, or without one that they had. */
    private static Set<Long> affected(Collection<Long> changed, Map<Long, List<Case>> membersByJourney) {
        Set<Long> touched = new HashSet<>(changed);
        Set<Long> affected = new TreeSet<>();
        membersByJourney.forEach((journey, members) -> {
            for (Case member : members) {
                boolean moved = member.journeyId() != journey;
                if (moved) {
                    // the one it left may be no more
                    affected.add(member.journeyId());
                }
                if (moved || touched.contains(member.id())) {
                    affected.add(journey);
                }
            }
        });
        return affected;
    }

    private void move(Map<Long, List<Case>> membersByJourney) {
        Map<Long, Long> moved = new TreeMap<>();
        membersByJourney.forEach((journey, members) -> members.stream()
                .filter(member -> member.journeyId() != journey)
                .forEach(member -> moved.put(member.id(), journey)));
        if (!moved.isEmpty()) {
            cases.move(moved);
        }
    }

    private List<JourneyMembers> describe(
            Set<Long> affected, Map<Long, List<Case>> membersByJourney, Gathered gathered) {
        Survivors survivors = departments.survivors();
        Map<Long, List<Touchpoint>> byCase = gathered.touchpoints();
        var described = new ArrayList<JourneyMembers>();
        for (long journey : affected) {
            List<Case> members = membersByJourney.getOrDefault(journey, List.of());
            List<Touchpoint> touchpoints = members.stream()
                    .flatMap(member -> byCase.getOrDefault(member.id(), List.of()).stream())
                    .map(touchpoint -> touchpoint.readAs(survivors))
                    .sorted(Touchpoint.ORDER)
                    .toList();
            described.add(new JourneyMembers(journey, members, touchpoints));
        }
        return described;
    }
}
