package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.Uses;
import java.util.Locale;
import nl.baton.handoff.JourneyStory;
import org.springframework.modulith.NamedInterface;

/**
 * Draws a journey as a relay, with the customer's other journeys around it and what the reader opens beside it, for
 * screens of other modules. The front-end build follows classes, not Spring beans:
 * {@code @Uses} tells it what the implementation draws with.
 */
@NamedInterface("ui")
@Uses(RelayChart.class)
public interface JourneyRelay {

    Component of(JourneyStory story, Locale locale);

    /** Shows what has become of the same journey, in place: what the reader zoomed to and focused stays. */
    void update(Component relay, JourneyStory story, Locale locale);
}
