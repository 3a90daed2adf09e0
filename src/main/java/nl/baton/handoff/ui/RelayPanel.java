package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import nl.baton.handoff.JourneyStories;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.RelayStories;

/** The relay of a journey, which leads to those of the customer's other journeys. */
@org.springframework.stereotype.Component
class RelayPanel implements JourneyRelay {

    private final JourneyStories journeys;
    private final RelayStories relays;
    private final RelayWords.Source source;
    private final VerdictReading verdicts;

    RelayPanel(JourneyStories journeys, RelayStories relays, RelayWords.Source source, VerdictReading verdicts) {
        this.verdicts = verdicts;
        this.journeys = journeys;
        this.relays = relays;
        this.source = source;
    }

    @Override
    public Component of(JourneyStory story, Locale locale) {
        return new RelayPlace(story, journeys, relays, source, verdicts, locale);
    }

    @Override
    public void update(Component relay, JourneyStory story, Locale locale) {
        if (relay instanceof RelayPlace place) {
            place.update(story);
        }
    }
}
