package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.JourneyStory.Silence;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Journeys;
import nl.baton.journey.Touchpoint;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a journey as a relay. Which journeys the asker sees is for {@link Journeys} to say. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class JourneyStories {

    private final Journeys journeys;
    private final JourneyTypes journeyTypes;
    private final Departments departments;
    private final JourneyJudge judge;
    private final NotPickedUp notPickedUp;
    private final Thresholds thresholds;
    private final BrokenQuery table;
    private final Clock clock;

    JourneyStories(
            Journeys journeys,
            JourneyTypes journeyTypes,
            Departments departments,
            JourneyJudge judge,
            NotPickedUp notPickedUp,
            Thresholds thresholds,
            BrokenQuery table,
            Clock clock) {
        this.table = table;
        this.journeys = journeys;
        this.journeyTypes = journeyTypes;
        this.departments = departments;
        this.judge = judge;
        this.notPickedUp = notPickedUp;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** Empty when there is no such journey, or it is not the asker's to see. */
    @Transactional(readOnly = true)
    public Optional<JourneyStory> story(long journey) {
        return journeys.find(journey).map(this::tell);
    }

    /** A journey of {@link Journeys#ofCustomer}; the asker gets of it what the asker may see. */
    @Transactional(readOnly = true)
    public JourneyStory story(JourneySummary journey) {
        return tell(journey);
    }

    /** How many handoffs are broken, by journey, passes that are not picked up in time included; none are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> broken(Collection<JourneySummary> of) {
        return of.isEmpty()
                ? Map.of()
                : table.broken(of.stream().map(JourneySummary::id).toList(), clock.instant());
    }

    private JourneyStory tell(JourneySummary journey) {
        List<Touchpoint> touchpoints = journeys.touchpoints(journey.id()).stream()
                .sorted(Touchpoint.ORDER)
                .toList();
        JourneyType type = journeyTypes.byId(journey.typeId()).orElseThrow();
        Map<Long, OpeningHours> hours = departments.hours();
        Instant now = clock.instant();
        Relay relay = Relay.of(Grain.DEPARTMENT, touchpoints);
        JourneyStory story = new JourneyStory(
                journey,
                type,
                touchpoints,
                relay,
                relay.handoffs().stream()
                        .map(handoff -> judged(
                                handoff,
                                relay,
                                type,
                                Objects.requireNonNull(hours.get(handoff.to().department()))))
                        .toList(),
                relay.pending().stream()
                        .map(pass -> judged(pass, now, Objects.requireNonNull(hours.get(pass.toDepartment()))))
                        .toList(),
                List.of(),
                now);
        return story.withSilences(silences(touchpoints, type, story.end(), story.open()));
    }

    private JudgedHandoff judged(Handoff handoff, Relay relay, JourneyType type, OpeningHours receiver) {
        return new JudgedHandoff(
                handoff,
                receiver.between(handoff.passedAt(), handoff.pickedUpAt()),
                judge.findings(handoff, new Circumstances(relay, type, thresholds, receiver)),
                receiver);
    }

    private JudgedPass judged(PendingPass pass, Instant now, OpeningHours receiver) {
        return new JudgedPass(
                pass,
                receiver.between(pass.passedAt(), now),
                thresholds.pickUp(),
                notPickedUp.overdueAt(pass, thresholds, receiver).isBefore(now),
                receiver);
    }

    /** Between the first contact from the customer, each thing the customer heard, and the end of the story. */
    private static List<Silence> silences(
            List<Touchpoint> touchpoints, JourneyType type, Instant until, boolean lasting) {
        Duration rhythm = type.rhythm();
        Optional<Instant> asked = touchpoints.stream()
                .filter(touchpoint -> touchpoint.direction() == Direction.INBOUND)
                .map(Touchpoint::at)
                .findFirst();
        if (rhythm == null || asked.isEmpty()) {
            return List.of();
        }
        var silences = new ArrayList<Silence>();
        Instant last = asked.get();
        for (Touchpoint touchpoint : touchpoints) {
            if (touchpoint.direction() == Direction.OUTBOUND
                    && touchpoint.visibleToCustomer()
                    && touchpoint.at().isAfter(last)
                    && touchpoint.at().isBefore(until)) {
                if (Duration.between(last, touchpoint.at()).compareTo(rhythm) > 0) {
                    silences.add(new Silence(last, touchpoint.at()));
                }
                last = touchpoint.at();
            }
        }
        if (Duration.between(last, until).compareTo(rhythm) > 0) {
            silences.add(new Silence(last, lasting ? null : until));
        }
        return silences;
    }
}
