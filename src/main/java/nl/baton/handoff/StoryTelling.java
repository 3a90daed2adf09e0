package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.FindingsQuery.Found;
import nl.baton.handoff.FindingsQuery.Waiting;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** Tells journeys as relays, from touchpoints that were read before. */
@Component
class StoryTelling {

    private final Departments departments;
    private final FindingsQuery findings;
    private final Clock clock;

    StoryTelling(Departments departments, FindingsQuery findings, Clock clock) {
        this.departments = departments;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * What is known of a journey.
     *
     * @param part whether these are a part of its touchpoints only
     */
    record Read(JourneySummary journey, List<Touchpoint> touchpoints, boolean part) {}

    /** Several journeys at once, for as many statements as one takes. */
    List<JourneyStory> tell(List<Read> read) {
        if (read.isEmpty()) {
            return List.of();
        }
        Map<Long, OpeningHours> hours = departments.hours();
        Instant now = clock.instant();
        Map<Long, Found> found = findings.of(
                Grain.DEPARTMENT, read.stream().map(one -> one.journey.id()).toList());
        return read.stream()
                .map(one -> tell(one, Objects.requireNonNull(found.get(one.journey.id())), hours, now))
                .toList();
    }

    private JourneyStory tell(Read read, Found found, Map<Long, OpeningHours> hours, Instant now) {
        List<Touchpoint> touchpoints =
                read.touchpoints().stream().sorted(Touchpoint.ORDER).toList();
        Relay relay = Relay.of(Grain.DEPARTMENT, touchpoints);
        JourneyStory story = new JourneyStory(
                read.journey(),
                touchpoints,
                relay,
                relay.handoffs().stream()
                        .map(handoff -> judged(
                                handoff,
                                found,
                                Objects.requireNonNull(hours.get(handoff.to().department()))))
                        .toList(),
                relay.pending().stream()
                        .map(pass -> judged(pass, found, now, Objects.requireNonNull(hours.get(pass.toDepartment()))))
                        .toList(),
                List.of(),
                now);
        boolean toTheEnd = !read.part
                || !touchpoints.getLast().at().isBefore(read.journey().lastAt());
        Instant until = toTheEnd ? story.end() : null;
        Silences silences = Silences.of(touchpoints, read.journey().rhythm(), read.part, until);
        return story.withSilences(
                until == null
                        ? silences.ended()
                        : silences.upTo(until, read.journey().rhythm(), story.open()));
    }

    private static JudgedHandoff judged(Handoff handoff, Found found, OpeningHours receiver) {
        return new JudgedHandoff(
                handoff,
                receiver.between(handoff.passedAt(), handoff.pickedUpAt()),
                found.findings().getOrDefault(handoff.pickup().id(), List.of()),
                receiver);
    }

    /** A pass that was stored this very moment is not looked at yet, and so in time. */
    private static JudgedPass judged(PendingPass pass, Found found, Instant now, OpeningHours receiver) {
        Waiting waiting = found.waiting().get(pass.passing().id());
        return new JudgedPass(
                pass,
                receiver.between(pass.passedAt(), now),
                waiting == null ? Duration.ZERO : waiting.agreed(),
                waiting != null && waiting.overdueAt().isBefore(now),
                receiver);
    }
}
