package nl.baton.intake.api;

import io.cloudevents.CloudEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import nl.baton.intake.item.ItemErrors;
import org.jspecify.annotations.Nullable;

/** A CloudEvent in binary mode: its attributes are headers, the body is its data. */
final class EventHeaders {

    private static final String PREFIX = "ce-";

    private EventHeaders() {}

    static boolean areIn(HttpServletRequest request) {
        return request.getHeader(PREFIX + "specversion") != null;
    }

    /** Null, with an error, if it is no event. */
    static @Nullable CloudEvent event(HttpServletRequest request, ItemErrors errors) {
        var attributes = new HashMap<String, @Nullable Object>();
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                String attribute = name.substring(PREFIX.length());
                try {
                    // by the binding, only percent signs have a meaning; a plus is a plus
                    String value = request.getHeader(header).replace("+", "%2B");
                    attributes.put(attribute, URLDecoder.decode(value, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException broken) {
                    errors.add(name, "intake.item.no-event", attribute);
                    return null;
                }
            }
        }
        return EventJson.event(attributes, errors);
    }
}
