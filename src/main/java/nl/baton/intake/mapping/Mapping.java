package nl.baton.intake.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.baton.journey.JourneyAttributes;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become facts of touchpoints, customers, purchases and so on.
 *
 * @param kind what the rows are
 * @param journeyType of touchpoints; for all other kinds there is none, and it is empty
 * @param source names the system that the file comes from; cases and customers are numbered within it
 * @param columns the column of each field. {@code A|B}, where the file has no column of that name, is both joined; a
 *     row that lacks either has none. {@code =EUR} is that text in all rows
 * @param timeFormat a pattern as of {@link java.time.format.DateTimeFormatter}, or null to go by the values
 * @param timeZone where clock times without an offset are meant; null for the company's
 * @param missing texts that stand for "nothing", beside the empty one
 * @param attributes columns that tell of the journey as a whole; of touchpoints only
 */
public record Mapping(
        ImportKind kind,
        String journeyType,
        String source,
        Map<Field, String> columns,
        @Nullable String timeFormat,
        @Nullable String timeZone,
        List<String> missing,
        List<String> attributes) {

    public static final String DEFAULT_SOURCE = "file";

    /** Stands before a text that is the same for all rows, in the place of a column. */
    public static final String CONSTANT = "=";

    /** Stands before what an XES log says of a whole trace. */
    private static final String OF_TRACE = "case:";

    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_MISSING = 50;

    /** @throws InvalidMapping where something in it cannot be used, whatever the file */
    public Mapping {
        journeyType = kind == ImportKind.TOUCHPOINT ? code("journeyType", journeyType) : "";
        source = source.isBlank() ? DEFAULT_SOURCE : code("source", source);
        var used = new EnumMap<Field, String>(Field.class);
        columns.forEach((field, column) -> {
            if (!column.isBlank() && field.kind() == kind) {
                used.put(field, column(field, column));
            }
        });
        columns = Map.copyOf(used);
        kind.fields().stream().filter(kind.required()::contains).forEach(field -> require(used, field));
        if (used.containsKey(Field.HANDED_TO_TEAM) && !used.containsKey(Field.HANDED_TO)) {
            throw new InvalidMapping("columns.handedTo", "intake.mapping.team-without-department");
        }
        timeFormat = timeFormat == null || timeFormat.isBlank() ? null : timeFormat;
        timeZone = timeZone == null || timeZone.isBlank() ? null : timeZone;
        if (timeFormat != null) {
            PatternTime.check(timeFormat);
        }
        zone(timeZone, ZoneId.of("UTC"));
        missing = List.copyOf(missing);
        if (missing.size() > MOST_MISSING) {
            throw new InvalidMapping("missing", "intake.mapping.too-many", MOST_MISSING);
        }
        attributes =
                kind == ImportKind.TOUCHPOINT ? List.copyOf(named(attributes).values()) : List.of();
    }

    /** Without attributes of journeys. */
    public Mapping(
            ImportKind kind,
            String journeyType,
            String source,
            Map<Field, String> columns,
            @Nullable String timeFormat,
            @Nullable String timeZone,
            List<String> missing) {
        this(kind, journeyType, source, columns, timeFormat, timeZone, missing, List.of());
    }

    /** Of touchpoints. */
    public Mapping(
            String journeyType,
            String source,
            Map<Field, String> columns,
            @Nullable String timeFormat,
            @Nullable String timeZone,
            List<String> missing) {
        this(ImportKind.TOUCHPOINT, journeyType, source, columns, timeFormat, timeZone, missing, List.of());
    }

    /** What the identity of a row without a number of its own begins with. */
    String family() {
        return kind == ImportKind.TOUCHPOINT ? journeyType : kind.name().toLowerCase(Locale.ROOT);
    }

    public Optional<String> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The columns that tell of the journey as a whole, by the attribute's name: an XES trace's without its prefix. */
    Map<String, String> attributeColumns() {
        return named(attributes);
    }

    private static Map<String, String> named(List<String> columns) {
        var byName = new LinkedHashMap<String, String>();
        for (String stated : columns) {
            String column = stated.strip();
            String name = column.startsWith(OF_TRACE) ? column.substring(OF_TRACE.length()) : column;
            if (name.isEmpty()) {
                throw new InvalidMapping("attributes", "intake.mapping.required");
            }
            if (name.length() > JourneyAttributes.LONGEST_NAME) {
                throw new InvalidMapping("attributes", "intake.mapping.too-long", JourneyAttributes.LONGEST_NAME);
            }
            if (byName.put(name, column) != null) {
                throw new InvalidMapping("attributes", "intake.mapping.twice", name);
            }
        }
        if (byName.size() > JourneyAttributes.MOST) {
            throw new InvalidMapping("attributes", "intake.mapping.too-many", JourneyAttributes.MOST);
        }
        return byName;
    }

    /** The fields in use that hold moments or days. */
    List<Field> times() {
        return columns.keySet().stream()
                .filter(field -> field.content().isTime())
                .toList();
    }

    public ZoneId zone(ZoneId company) {
        return zone(timeZone, company);
    }

    private static ZoneId zone(@Nullable String timeZone, ZoneId company) {
        try {
            return timeZone == null ? company : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw new InvalidMapping("timeZone", "intake.mapping.zone", timeZone);
        }
    }

    private static String code(String field, String value) {
        String code = value.strip();
        if (code.isEmpty()) {
            throw new InvalidMapping(field, "intake.mapping.required");
        }
        if (code.length() > LONGEST_CODE) {
            throw new InvalidMapping(field, "intake.mapping.too-long", LONGEST_CODE);
        }
        if (code.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidMapping(field, "intake.mapping.control");
        }
        return code;
    }

    private static String column(Field field, String name) {
        if (name.length() > LONGEST_NAME) {
            throw new InvalidMapping("columns." + field.code(), "intake.mapping.too-long", LONGEST_NAME);
        }
        return name.strip();
    }

    private static void require(Map<Field, String> columns, Field field) {
        if (!columns.containsKey(field)) {
            throw new InvalidMapping("columns." + field.code(), "intake.mapping.required");
        }
    }
}
