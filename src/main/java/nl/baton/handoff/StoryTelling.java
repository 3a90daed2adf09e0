package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells journeys as relays, from touchpoints that were read before. */
@Component
class StoryTelling {

    private final JourneyTypes journeyTypes;
    private final Departments departments;
    private final JourneyJudge judge;
    private final NotPickedUp notPickedUp;
    private final Thresholds thresholds;
    private final Clock clock;

    StoryTelling(
            JourneyTypes journeyTypes,
            Departments departments,
            JourneyJudge judge,
            NotPickedUp notPickedUp,
            Thresholds thresholds,
            Clock clock) {
        this.journeyTypes = journeyTypes;
        this.departments = departments;
        this.judge = judge;
        this.notPickedUp = notPickedUp;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * What is known of a journey.
     *
     * @param stored what was found of handoffs, by the touchpoint of their pick-up, where the touchpoints are a part of
     *     the journey only: from a part it cannot be judged. Null where they are all of it
     */
    record Read(
            JourneySummary journey,
            List<Touchpoint> touchpoints,
            @Nullable Map<Long, List<Finding>> stored) {}

    /** Several journeys at once, for as many statements as one takes. */
    List<JourneyStory> tell(List<Read> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        Map<Long, JourneyType> types =
                journeyTypes.all().stream().collect(Collectors.toMap(JourneyType::id, Function.identity()));
        Map<Long, OpeningHours> hours = departments.hours();
        Instant now = clock.instant();
        return read.stream()
                .map(one ->
                        tell(one, Objects.requireNonNull(types.get(one.journey().typeId())), hours, now))
                .toList();
    }

    private JourneyStory tell(Read read, JourneyType type, Map<Long, OpeningHours> hours, Instant now) {
        List<Touchpoint> touchpoints =
                read.touchpoints().stream().sorted(Touchpoint.ORDER).toList();
        Relay relay = Relay.of(Grain.DEPARTMENT, touchpoints);
        JourneyStory story = new JourneyStory(
                read.journey(),
                type,
                touchpoints,
                relay,
                relay.handoffs().stream()
                        .map(handoff -> judged(
                                handoff,
                                relay,
                                type,
                                read.stored(),
                                Objects.requireNonNull(hours.get(handoff.to().department()))))
                        .toList(),
                relay.pending().stream()
                        .map(pass -> judged(pass, now, Objects.requireNonNull(hours.get(pass.toDepartment()))))
                        .toList(),
                List.of(),
                now);
        boolean toTheEnd = read.stored() == null
                || !touchpoints.getLast().at().isBefore(read.journey().lastAt());
        return story.withSilences(
                silences(touchpoints, type, read.stored() != null, toTheEnd ? story.end() : null, story.open()));
    }

    private JudgedHandoff judged(
            Handoff handoff,
            Relay relay,
            JourneyType type,
            @Nullable Map<Long, List<Finding>> stored,
            OpeningHours receiver) {
        return new JudgedHandoff(
                handoff,
                receiver.between(handoff.passedAt(), handoff.pickedUpAt()),
                stored == null
                        ? judge.findings(handoff, new Circumstances(relay, type, thresholds, receiver))
                        : stored.getOrDefault(handoff.pickup().id(), List.of()),
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

    /**
     * Between the first contact from the customer, each thing the customer heard, and the end of the story.
     *
     * @param part whether this is not from the journey's beginning: then only from the first thing heard on
     * @param until null where the end is not among these touchpoints
     */
    private static List<Silence> silences(
            List<Touchpoint> touchpoints, JourneyType type, boolean part, @Nullable Instant until, boolean lasting) {
        Duration rhythm = type.rhythm();
        Optional<Instant> asked = touchpoints.stream()
                .filter(touchpoint -> touchpoint.direction() == (part ? Direction.OUTBOUND : Direction.INBOUND))
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
                    && (until == null || touchpoint.at().isBefore(until))) {
                if (Duration.between(last, touchpoint.at()).compareTo(rhythm) > 0) {
                    silences.add(new Silence(last, touchpoint.at()));
                }
                last = touchpoint.at();
            }
        }
        if (until != null && Duration.between(last, until).compareTo(rhythm) > 0) {
            silences.add(new Silence(last, lasting ? null : until));
        }
        return silences;
    }
}
