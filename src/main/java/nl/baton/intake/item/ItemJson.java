package nl.baton.intake.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one item's values from JSON. What is well formed but hostile (a name twice in one object, nesting without end,
 * numbers without end, an item of many megabytes) is noted as the item's error, and read over without being kept, so
 * that the items after it can be taken. The limits of the parser itself stand behind that; who runs into those has sent
 * no items.
 */
public final class ItemJson {

    /** How much text an item may hold, about; far above what the fields together can. */
    public static final int LARGEST = 1 << 20;

    static final int DEEPEST = 20;

    private static final int LONGEST_STRING = 16 << 20;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 200;
    private static final int COST_OF_A_VALUE = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser parser;
    private final ItemErrors errors;
    private int size;

    private ItemJson(JsonParser parser, ItemErrors errors) {
        this.parser = parser;
        this.errors = errors;
    }

    /** Makes the parsers that this class is safe with. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /**
     * The value at which the parser stands, which then stands at its end: null, or a {@code String}, {@code Boolean},
     * {@code BigDecimal}, {@code List} or {@code Map} of such values. Of no use where errors were noted.
     */
    public static @Nullable Object read(JsonParser parser, ItemErrors errors) {
        return new ItemJson(parser, errors).value("", 1);
    }

    private @Nullable Object value(String path, int depth) {
        JsonToken token = parser.currentToken();
        count(COST_OF_A_VALUE);
        if (size > LARGEST) {
            parser.skipChildren();
            return null;
        }
        return switch (token) {
            case START_OBJECT -> deepEnough(path, depth) ? object(path, depth) : null;
            case START_ARRAY -> deepEnough(path, depth) ? list(path, depth) : null;
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private boolean deepEnough(String path, int depth) {
        if (depth > DEEPEST) {
            errors.add(path, "intake.item.too-deep", DEEPEST);
            parser.skipChildren();
        }
        return depth <= DEEPEST;
    }

    private Map<String, @Nullable Object> object(String path, int depth) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            count(name.length());
            parser.nextToken();
            Object value = value(hasOwnPath() ? inner(path, name) : path, depth + 1);
            if (size > LARGEST) {
                continue;
            }
            if (values.containsKey(name)) {
                errors.add(inner(path, name), "intake.item.twice");
            } else {
                values.put(name, value);
            }
        }
        return values;
    }

    private List<@Nullable Object> list(String path, int depth) {
        var values = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(hasOwnPath() ? path + "[" + values.size() + "]" : path, depth + 1);
            if (size <= LARGEST) {
                values.add(value);
            }
        }
        return values;
    }

    /** Whether an error can be found at the value itself; for all others no path is made. */
    private boolean hasOwnPath() {
        return parser.currentToken().isStructStart() || parser.currentToken().isNumeric();
    }

    private static String inner(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private @Nullable String text() {
        int length = parser.getStringLength();
        count(length);
        return size > LARGEST ? null : parser.getString();
    }

    private @Nullable BigDecimal number(String path) {
        String digits = parser.getString();
        count(digits.length());
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException outOfReach) {
            // well formed, but with an exponent beyond all numbers
            errors.add(path, "intake.item.no-number");
            return null;
        }
    }

    private void count(int length) {
        if (size <= LARGEST && size + length > LARGEST) {
            errors.add("", "intake.item.too-large", LARGEST >> 20);
        }
        size += length;
    }
}
