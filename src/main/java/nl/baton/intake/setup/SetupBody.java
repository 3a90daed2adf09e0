package nl.baton.intake.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object as it was sent, of which every field is either asked for or refused. */
final class SetupBody {

    private static final int LARGEST = 1 << 18;
    private static final int SHOWN = 80;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String path;

    private SetupBody(JsonNode node, String path, Set<String> fields) {
        this.node = node;
        this.path = path;
        for (String name : node.propertyNames()) {
            if (!fields.contains(name)) {
                throw new SetupRefused(
                        field(shown(name)), "setup.refused.unknown", String.join(", ", new TreeSet<>(fields)));
            }
        }
    }

    /** Reads a request's body; larger ones are not read to their end. */
    static SetupBody of(HttpServletRequest request, Set<String> fields) throws IOException {
        byte[] bytes;
        try (InputStream content = request.getInputStream()) {
            bytes = content.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new SetupRefused("", "setup.refused.large", LARGEST / 1024);
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException broken) {
            throw new SetupRefused("", "setup.refused.json");
        }
        if (!root.isObject()) {
            throw new SetupRefused("", "setup.refused.json");
        }
        return new SetupBody(root, "", fields);
    }

    String field(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Nullable
    String text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new SetupRefused(field(name), "setup.refused.text");
        }
        return value.asString();
    }

    String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new SetupRefused(field(name), "setup.refused.required");
        }
        return text.strip();
    }

    /** A whole number; what stands for it when it is left out. */
    int number(String name, int without) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return without;
        }
        if (!value.isInt()) {
            throw new SetupRefused(field(name), "setup.refused.number");
        }
        return value.asInt();
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (JsonNode item : list(name)) {
            if (!item.isString()) {
                throw new SetupRefused(field(name) + "[" + texts.size() + "]", "setup.refused.text");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    @Nullable
    SetupBody part(String name, Set<String> fields) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return object(value, field(name), fields);
    }

    List<SetupBody> parts(String name, Set<String> fields) {
        var parts = new ArrayList<SetupBody>();
        for (JsonNode item : list(name)) {
            parts.add(object(item, field(name) + "[" + parts.size() + "]", fields));
        }
        return parts;
    }

    private static SetupBody object(JsonNode value, String path, Set<String> fields) {
        if (!value.isObject()) {
            throw new SetupRefused(path, "setup.refused.object");
        }
        return new SetupBody(value, path, fields);
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new SetupRefused(field(name), "setup.refused.list");
        }
        return value;
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
