package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Touchpoint;

/** What a touchpoint was about, and how it came or went. */
final class TouchpointWords {

    private TouchpointWords() {}

    /** The words that were spoken or noted, else what was done, else what it was about. */
    static String what(Touchpoint touchpoint) {
        if (touchpoint.text() != null) {
            return touchpoint.text();
        }
        if (touchpoint.activity() != null) {
            return touchpoint.activity();
        }
        return touchpoint.topic() == null ? "–" : touchpoint.topic();
    }

    /** "E-mail, from the customer". */
    static String how(Touchpoint touchpoint, Component says) {
        String channel = touchpoint.channel() == null
                ? ""
                : says.getTranslation(
                        "relay." + ChannelKind.of(touchpoint.channel()).name().toLowerCase(Locale.ROOT));
        String direction = touchpoint.direction() == null
                ? ""
                : says.getTranslation(
                        "journey.direction." + touchpoint.direction().name());
        String both = channel.isEmpty() || direction.isEmpty() ? channel + direction : channel + ", " + direction;
        return both.isEmpty() ? both : both.substring(0, 1).toUpperCase(Locale.ROOT) + both.substring(1);
    }
}
