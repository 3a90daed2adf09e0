package nl.baton.fault;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a touchpoint as it is sent. Its text tells the version, so that what is stored can be told apart.
 *
 * @param caseNumber null for a contact without one
 * @param links case numbers of the same source
 */
record Item(
        String source,
        String externalId,
        @Nullable String caseNumber,
        List<String> links,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String customer,
        @Nullable String topic,
        @Nullable String department,
        @Nullable String team,
        @Nullable String direction,
        @Nullable String outcome,
        @Nullable String handedTo,
        String text) {

    private static final JsonMapper JSON = new JsonMapper();

    /** All that is sent of it. */
    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", source);
        fields.put("externalId", externalId);
        fields.put("at", at.toString());
        put(fields, "endedAt", endedAt == null ? null : endedAt.toString());
        Map<String, Object> journey = new LinkedHashMap<>(Map.of("type", "fault"));
        put(journey, "case", caseNumber);
        if (!links.isEmpty()) {
            journey.put(
                    "links",
                    links.stream()
                            .map(link -> Map.of("source", source, "case", link))
                            .toList());
        }
        fields.put("journey", journey);
        if (customer != null) {
            fields.put("customer", List.of(Map.of("kind", "SOURCE", "value", customer)));
        }
        put(fields, "topic", topic);
        put(fields, "department", department);
        put(fields, "team", department == null ? null : team);
        put(fields, "direction", direction);
        put(fields, "outcome", outcome);
        put(fields, "handedTo", handedTo == null ? null : Map.of("department", handedTo));
        put(fields, "text", text);
        return JSON.writeValueAsString(fields);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
