package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.department.Team;
import nl.baton.handoff.AgreedTerms.Agreements;
import nl.baton.handoff.FindingsQuery.Found;
import nl.baton.handoff.JourneyReport.Reference;
import nl.baton.handoff.JourneyReport.ReportedHandoff;
import nl.baton.handoff.JourneyReport.ReportedLeg;
import nl.baton.handoff.JourneyReport.ReportedPass;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Journeys;
import nl.baton.journey.NamedJourney;
import nl.baton.journey.Touchpoint;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other systems what became of a case, computed on the spot from the journey's touchpoints. */
@Service
@PreAuthorize(HandoffAccess.TOKEN)
public class JourneyReports {

    private static final double MILLIS = 1_000;

    private final Journeys journeys;
    private final Departments departments;
    private final FindingsQuery findings;
    private final NotPickedUp notPickedUp;
    private final AgreedTerms terms;
    private final LiveFigures live;
    private final Clock clock;

    JourneyReports(
            Journeys journeys,
            Departments departments,
            FindingsQuery findings,
            NotPickedUp notPickedUp,
            AgreedTerms terms,
            LiveFigures live,
            Clock clock) {
        this.journeys = journeys;
        this.departments = departments;
        this.findings = findings;
        this.notPickedUp = notPickedUp;
        this.terms = terms;
        this.live = live;
        this.clock = clock;
    }

    /** The journey that a case is part of; empty when there is no such case, or it is not computed yet. */
    @Transactional(readOnly = true)
    Optional<JourneyReport> report(CaseKey key, Grain grain) {
        return journeys.byCase(key).map(found -> report(key, grain, found));
    }

    private JourneyReport report(CaseKey key, Grain grain, NamedJourney journey) {
        Relay relay = Relay.of(grain, journey.touchpoints());
        var units = new UnitNames(departments, grain);
        Map<Long, OpeningHours> hours = departments.hours();
        Agreements agreements = terms.now();
        Found found = Objects.requireNonNull(
                findings.of(grain, List.of(journey.summary().id()))
                        .get(journey.summary().id()));
        Instant now = clock.instant();
        return new JourneyReport(
                key,
                journey.cases(),
                grain.name().toLowerCase(Locale.ROOT),
                journey.touchpoints().size(),
                journey.summary().startedAt(),
                relay.closedAt(),
                live.behind().map(Duration::toSeconds).orElse(null),
                relay.legs().stream()
                        .map(leg -> new ReportedLeg(
                                units.get(leg.unit()).code(), leg.start(), leg.end(), references(leg.touchpoints())))
                        .toList(),
                relay.handoffs().stream()
                        .map(handoff -> handoff(
                                handoff, found, units, hours(hours, handoff.to().department())))
                        .toList(),
                relay.pending().stream()
                        .map(pass -> pass(pass, grain, units, agreements, hours(hours, pass.toDepartment()), now))
                        .toList());
    }

    private static OpeningHours hours(Map<Long, OpeningHours> hours, long department) {
        return Objects.requireNonNull(hours.get(department), () -> "No department " + department);
    }

    private ReportedHandoff handoff(Handoff handoff, Found found, UnitNames units, OpeningHours receiver) {
        return new ReportedHandoff(
                handoff.sequence(),
                units.get(handoff.from().unit()).code(),
                units.get(handoff.to().unit()).code(),
                handoff.explicit(),
                reference(handoff.passing()),
                handoff.passedAt(),
                handoff.pickedUpAt(),
                handoff.waited().toMillis() / MILLIS,
                receiver.between(handoff.passedAt(), handoff.pickedUpAt()).toMillis() / MILLIS,
                handoff.pingPong(),
                handoff.isReturn(),
                handoff.bounced(),
                references(handoff.chases()),
                found.findings().getOrDefault(handoff.pickup().id(), List.of()).stream()
                        .map(Finding::rule)
                        .toList());
    }

    private ReportedPass pass(
            PendingPass pass, Grain grain, UnitNames units, Agreements agreements, OpeningHours receiver, Instant now) {
        return new ReportedPass(
                units.get(pass.from().unit()).code(),
                units.get(grain == Grain.DEPARTMENT ? pass.toDepartment() : team(pass))
                        .code(),
                reference(pass.passing()),
                pass.passedAt(),
                Duration.between(pass.passedAt(), now).toMillis() / MILLIS,
                receiver.between(pass.passedAt(), now).toMillis() / MILLIS,
                notPickedUp
                        .overdueAt(
                                pass,
                                agreements.of(pass.from().department(), pass.toDepartment(), pass.passedAt()),
                                receiver)
                        .isBefore(now),
                references(pass.chases()));
    }

    /** The team it was handed to; where none was named, the department's nameless one stands for it. */
    private long team(PendingPass pass) {
        Long named = pass.toTeam();
        return named != null
                ? named
                : departments.teams().stream()
                        .filter(team -> team.departmentId() == pass.toDepartment()
                                && team.name().isEmpty())
                        .findFirst()
                        .map(Team::id)
                        .orElseThrow();
    }

    private static List<Reference> references(List<Touchpoint> touchpoints) {
        return touchpoints.stream().map(JourneyReports::reference).toList();
    }

    private static Reference reference(Touchpoint touchpoint) {
        return new Reference(touchpoint.source(), touchpoint.externalId(), touchpoint.at());
    }
}
