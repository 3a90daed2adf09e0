package nl.baton.intake.api;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.baton.intake.item.ItemErrors;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.item.Shown;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 whose data is an item. What is an event is for the CloudEvents SDK to say; its JSON is read by
 * Baton's own reader, since the SDK's keeps the last of two fields of one name, and knows no limits.
 */
final class EventJson {

    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";
    private static final Set<String> JSON_ENDINGS = Set.of("/json", "+json");

    private EventJson() {}

    /** The item's values out of those of an event in structured mode. */
    @SuppressWarnings("unchecked") // ItemJson makes no other maps
    static @Nullable Object item(@Nullable Object values, ItemErrors errors, ItemKind<?> kind) {
        if (!(values instanceof Map<?, ?>)) {
            return values;
        }
        var envelope = (Map<String, @Nullable Object>) values;
        Object data = envelope.remove(DATA);
        Object packed = envelope.remove(BASE64);
        CloudEvent event = event(envelope, errors);
        if (event == null) {
            return null;
        }
        if (data == null && packed instanceof String text) {
            data = unpacked(text, errors);
        } else if (packed != null) {
            errors.add(BASE64, "intake.item.no-event-data");
        }
        return filled(event, data, errors, kind);
    }

    /** The item's values, with what the event tells and they do not. */
    @SuppressWarnings("unchecked")
    static @Nullable Object filled(CloudEvent event, @Nullable Object data, ItemErrors errors, ItemKind<?> kind) {
        String type = event.getDataContentType();
        if (type != null && !isJson(type)) {
            errors.add(CloudEventV1.DATACONTENTTYPE, "intake.item.no-event-data");
        }
        if (!(data instanceof Map<?, ?>)) {
            errors.add(DATA, "intake.item.no-object");
            return null;
        }
        var item = (Map<String, @Nullable Object>) data;
        fill(item, "source", event.getSource().toString());
        fill(item, "externalId", event.getId());
        String timeField = kind.timeField();
        if (timeField != null && event.getTime() != null) {
            fill(item, timeField, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.getTime()));
        }
        return item;
    }

    private static void fill(Map<String, @Nullable Object> item, String name, String value) {
        if (item.get(name) == null) {
            item.put(name, value);
        }
    }

    private static boolean isJson(String type) {
        String bare = type.split(";", 2)[0].strip();
        return JSON_ENDINGS.stream().anyMatch(bare::endsWith);
    }

    /** The event by its attributes; null, and an error, if it is none. */
    static @Nullable CloudEvent event(Map<String, @Nullable Object> attributes, ItemErrors errors) {
        var rest = new HashMap<>(attributes);
        Object version = rest.remove(CloudEventV1.SPECVERSION);
        if (!SpecVersion.V1.toString().equals(version)) {
            errors.add(CloudEventV1.SPECVERSION, "intake.item.no-event", CloudEventV1.SPECVERSION);
            return null;
        }
        var builder = CloudEventBuilder.v1();
        for (Map.Entry<String, @Nullable Object> attribute : rest.entrySet()) {
            try {
                put(builder, attribute.getKey(), attribute.getValue());
            } catch (RuntimeException unfit) {
                // the SDK's own words quote what was sent
                errors.add(attribute.getKey(), "intake.item.no-event", Shown.of(attribute.getKey()));
                return null;
            }
        }
        try {
            return builder.build();
        } catch (RuntimeException incomplete) {
            errors.add("", "intake.item.no-event", "id, source, type");
            return null;
        }
    }

    private static void put(CloudEventBuilder builder, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> builder.withContextAttribute(name, text);
            case Boolean flag -> builder.withContextAttribute(name, flag);
            case BigDecimal number -> builder.withContextAttribute(name, number.intValueExact());
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static @Nullable Object unpacked(String text, ItemErrors errors) {
        byte[] json;
        try {
            json = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            errors.add(BASE64, "intake.item.no-event-data");
            return null;
        }
        return JsonBody.value(json, json.length, errors);
    }
}
