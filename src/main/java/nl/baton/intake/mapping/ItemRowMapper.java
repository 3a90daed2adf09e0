package nl.baton.intake.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.Item;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemContext;
import nl.baton.intake.item.ItemErrors;
import nl.baton.intake.item.ItemErrors.ItemError;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.mapping.MappedRow.MappedItem;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.read.Reason;
import nl.baton.intake.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes customers, purchases, contracts or feedback of the rows of one file. A row becomes the item that a system would
 * have sent, and is read by the same rules.
 */
final class ItemRowMapper implements RowMaker {

    private static final Map<Field, String> IDENTITIES =
            new EnumMap<>(Map.of(Field.EMAIL, "EMAIL", Field.PHONE, "PHONE", Field.LOYALTY, "LOYALTY"));

    private final Mapping mapping;
    private final Cells cells;
    private final Map<Field, TimeParser> times;
    private final RowIdentity identity;
    private final ItemContext context;
    private final ItemKind<? extends Item> kind;
    private final ZoneId zone;
    private final List<Field> fields;

    /** @param zone in which the file's clock times are meant */
    ItemRowMapper(
            Mapping mapping,
            Cells cells,
            Map<Field, TimeParser> times,
            RowIdentity identity,
            ItemContext context,
            ItemKind<? extends Item> kind,
            ZoneId zone) {
        this.mapping = mapping;
        this.cells = cells;
        this.times = times;
        this.identity = identity;
        this.context = context;
        this.kind = kind;
        this.zone = zone;
        this.fields = mapping.kind().fields().stream()
                .filter(field -> mapping.column(field).isPresent())
                .sorted(Comparator.comparing(cells::isConstant))
                .toList();
    }

    /** A row as an item that is still to be read: its values by name, and of its identities which field each is. */
    private static final class Draft {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final Map<Field, String> shown = new EnumMap<>(Field.class);
        private final List<Field> identities = new ArrayList<>();
        private final List<Object> identityValues = new ArrayList<>();

        void put(Field field, Object value) {
            shown.put(field, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            String type = IDENTITIES.get(field);
            if (type != null) {
                identities.add(field);
                identityValues.add(new LinkedHashMap<>(Map.of("kind", type, "value", value)));
                values.put("identities", identityValues);
            } else {
                put(field.code(), value);
            }
        }

        @SuppressWarnings("unchecked") // every inner map was put there here
        void put(String path, Object value) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                values.put(path, value);
            } else {
                ((Map<String, Object>) values.computeIfAbsent(path.substring(0, dot), part -> new LinkedHashMap<>()))
                        .put(path.substring(dot + 1), value);
            }
        }

        /** Whether the field lies in an object of which nothing is known. */
        boolean hasNoneOf(Field field) {
            int dot = field.code().indexOf('.');
            return dot > 0 && !values.containsKey(field.code().substring(0, dot));
        }

        boolean has(Field field) {
            return shown.containsKey(field);
        }

        /** The field that the mapping knows for an error's path. */
        String field(String path) {
            for (int i = 0; i < identities.size(); i++) {
                if (path.startsWith("identities[" + i + "]")) {
                    return identities.get(i).code();
                }
            }
            return path.replaceFirst("\\[.*", "");
        }
    }

    @Override
    public MappedRow map(Row row) {
        if (row.ragged()) {
            return new Rejected(row, "", Reason.of("intake.row.ragged", row.cells(), row.expectedCells()));
        }
        var draft = new Draft();
        for (Field field : fields) {
            String text = cells.value(row, field);
            // what is the same for all rows makes no journey of a row without a case
            boolean idle = cells.isConstant(field) && draft.hasNoneOf(field);
            if (text != null && !idle) {
                Object value = value(field, text);
                if (value instanceof Reason unfit) {
                    return new Rejected(row, field.code(), unfit);
                }
                draft.put(field, value);
            }
        }
        complete(draft, row);
        var errors = new ItemErrors();
        Item item = Fields.read(draft.values, context, errors, read -> kind.read(read, row.index()));
        if (!errors.none()) {
            ItemError first = errors.all().getFirst();
            return new Rejected(row, draft.field(first.field()), first.reason());
        }
        return new MappedItem(item, draft.shown);
    }

    /** What goes without saying in a file, and what stands in the mapping instead. */
    private void complete(Draft draft, Row row) {
        draft.values.put("source", mapping.source());
        if (!draft.values.containsKey("externalId")
                && !mapping.kind().required().contains(number())) {
            draft.values.put("externalId", identity.next(row));
        }
        switch (mapping.kind()) {
            case CUSTOMER -> draft.values.putIfAbsent("kind", "PERSON");
            case PURCHASE -> draft.values.putIfAbsent("kind", "SALE");
            case FEEDBACK -> {
                if (draft.has(Field.JOURNEY_CASE) && !draft.has(Field.JOURNEY_SOURCE)) {
                    draft.put(Field.JOURNEY_SOURCE.code(), mapping.source());
                }
            }
            case CONTRACT, TOUCHPOINT -> {
                // nothing goes without saying
            }
        }
    }

    private Field number() {
        return mapping.kind().field("externalId").orElseThrow();
    }

    /** The value as a system would send it, or the reason why it is none. */
    private Object value(Field field, String text) {
        if (text.length() > field.longest()) {
            return Reason.of("intake.row.too-long", text.length(), field.longest());
        }
        Words<?> words = field.content().words();
        if (words != null) {
            Object meaning = words.meaning(text);
            return meaning == null
                    ? Reason.of("intake.row.no-word", RowMapper.shown(text))
                    : meaning instanceof Enum<?> constant ? constant.name() : meaning;
        }
        return switch (field.content()) {
            case NUMBER -> number(text);
            case MOMENT, DAY, DUE -> time(field, text);
            case LIST -> Content.parts(text);
            default -> text;
        };
    }

    private static Object number(String text) {
        if (DecimalText.ambiguous(text)) {
            return Reason.of("intake.row.two-numbers", RowMapper.shown(text));
        }
        BigDecimal number = DecimalText.parse(text);
        return number == null ? Reason.of("intake.row.no-number", RowMapper.shown(text)) : number;
    }

    private Object time(Field field, String text) {
        TimeParser parser = times.get(field);
        Instant moment = parser == null ? null : parser.parse(text);
        if (moment == null) {
            return Reason.of("intake.row.no-time", RowMapper.shown(text));
        }
        ZonedDateTime local = moment.atZone(zone);
        LocalDate day = local.toLocalDate();
        boolean wholeDay = local.equals(day.atStartOfDay(zone));
        return switch (field.content()) {
            case DAY -> day.toString();
            case DUE -> wholeDay ? day.toString() : moment.toString();
            default -> moment.toString();
        };
    }
}
