package nl.baton.handoff;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a journey as a relay. Which journeys the asker sees is for {@link Journeys} to say. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class JourneyStories {

    private final Journeys journeys;
    private final StoryTelling telling;
    private final FindingsQuery findings;
    private final Clock clock;

    JourneyStories(Journeys journeys, StoryTelling telling, FindingsQuery findings, Clock clock) {
        this.journeys = journeys;
        this.telling = telling;
        this.findings = findings;
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
        return findings.broken(of.stream().map(JourneySummary::id).toList(), clock.instant());
    }

    private JourneyStory tell(JourneySummary journey) {
        return telling.tell(List.of(new StoryTelling.Read(journey, journeys.touchpoints(journey.id()), false)))
                .getFirst();
    }
}
