package nl.baton.handoff;

import java.util.List;
import java.util.Optional;
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

    JourneyStories(Journeys journeys, StoryTelling telling) {
        this.journeys = journeys;
        this.telling = telling;
    }

    /** Empty when there is no such journey, or it is not the asker's to see. */
    @Transactional(readOnly = true)
    public Optional<JourneyStory> story(long journey) {
        return journeys.find(journey)
                .map(found -> new StoryTelling.Read(found, journeys.touchpoints(journey), null))
                .map(read -> telling.tell(List.of(read)).getFirst());
    }
}
