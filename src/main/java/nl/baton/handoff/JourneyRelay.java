package nl.baton.handoff;

import com.vaadin.flow.component.Component;
import java.util.Locale;

/** Draws a journey as a relay, for screens of other modules. */
public interface JourneyRelay {

    Component of(JourneyStory story, Locale locale);
}
