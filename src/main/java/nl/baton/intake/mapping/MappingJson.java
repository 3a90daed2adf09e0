package nl.baton.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as JSON. Read by hand, so that what is wrong is told by its own name and not by a parser's. */
public final class MappingJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> NAMES =
            Set.of("kind", "journeyType", "source", "columns", "timeFormat", "timeZone", "missing", "attributes");
    private static final int LONGEST = 20_000;

    private MappingJson() {}

    /** A mapping of touchpoints, unless it names another kind itself. */
    public static Mapping read(String json) {
        return read(json, null);
    }

    /**
     * @param kind what the rows are where the mapping does not say it; null for touchpoints
     * @throws InvalidMapping if it is no JSON, or no mapping
     */
    public static Mapping read(String json, @Nullable String kind) {
        if (json.length() > LONGEST) {
            throw new InvalidMapping("mapping", "intake.mapping.too-long", LONGEST);
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new InvalidMapping("mapping", "intake.mapping.no-json");
        }
        if (!root.isObject()) {
            throw new InvalidMapping("mapping", "intake.mapping.no-json");
        }
        for (String name : root.propertyNames()) {
            if (!NAMES.contains(name)) {
                throw new InvalidMapping(
                        shown(name),
                        "intake.mapping.unknown",
                        String.join(", ", NAMES.stream().sorted().toList()));
            }
        }
        String source = text(root, "source");
        String journeyType = text(root, "journeyType");
        String named = text(root, "kind");
        ImportKind rows = kind(named == null ? kind : named);
        return new Mapping(
                rows,
                journeyType == null ? "" : journeyType,
                source == null ? Mapping.DEFAULT_SOURCE : source,
                columns(root, rows),
                text(root, "timeFormat"),
                text(root, "timeZone"),
                texts(root, "missing"),
                texts(root, "attributes"));
    }

    private static ImportKind kind(@Nullable String name) {
        return name == null
                ? ImportKind.TOUCHPOINT
                : ImportKind.of(name)
                        .orElseThrow(() -> new InvalidMapping(
                                "kind",
                                "intake.mapping.unknown",
                                Arrays.stream(ImportKind.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static Map<Field, String> columns(JsonNode root, ImportKind kind) {
        JsonNode node = root.path("columns");
        if (!node.isObject()) {
            throw new InvalidMapping("columns", "intake.mapping.required");
        }
        var columns = new EnumMap<Field, String>(Field.class);
        for (String code : node.propertyNames()) {
            Field field = kind.field(code)
                    .orElseThrow(() -> new InvalidMapping(
                            "columns." + shown(code),
                            "intake.mapping.unknown",
                            kind.fields().stream().map(Field::code).collect(Collectors.joining(", "))));
            String column = text(node, code);
            if (column != null) {
                columns.put(field, column);
            }
        }
        return columns;
    }

    private static List<String> texts(JsonNode root, String name) {
        JsonNode node = root.path(name);
        var texts = new ArrayList<String>();
        if (!node.isMissingNode() && !node.isNull()) {
            if (!node.isArray()) {
                throw new InvalidMapping(name, "intake.mapping.no-list");
            }
            for (JsonNode item : node) {
                if (!item.isString()) {
                    throw new InvalidMapping(name, "intake.mapping.no-list");
                }
                texts.add(item.asString());
            }
        }
        return texts;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidMapping(shown(name), "intake.mapping.no-text");
        }
        return value.asString();
    }

    private static String shown(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }

    public static String write(Mapping mapping) {
        ObjectNode root = JSON.createObjectNode();
        root.put("kind", mapping.kind().name());
        root.put("journeyType", mapping.journeyType());
        root.put("source", mapping.source());
        ObjectNode columns = root.putObject("columns");
        for (Field field : Field.values()) {
            mapping.column(field).ifPresent(column -> columns.put(field.code(), column));
        }
        root.put("timeFormat", mapping.timeFormat());
        root.put("timeZone", mapping.timeZone());
        mapping.missing().forEach(root.putArray("missing")::add);
        if (!mapping.attributes().isEmpty()) {
            mapping.attributes().forEach(root.putArray("attributes")::add);
        }
        return root.toString();
    }
}
