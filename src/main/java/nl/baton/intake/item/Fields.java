package nl.baton.intake.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read by name. What is wrong with a field is noted with its path, and a stand-in is
 * given: null where it is optional, else an empty text, 1970, or the first word. A text of blanks only, and
 * {@code null}, count as not there.
 */
public final class Fields {

    private final String path;
    private final Map<String, @Nullable Object> left;
    private final ItemContext context;
    private final ItemErrors errors;
    private final Moments moments;

    private Fields(String path, Map<String, @Nullable Object> values, ItemContext context, ItemErrors errors) {
        this.path = path;
        this.left = values;
        this.context = context;
        this.errors = errors;
        this.moments = new Moments(context, errors);
    }

    /** Reads an item; the values are used up, and those that the reader did not ask for are noted as unknown. */
    public static <T> T read(
            Map<String, @Nullable Object> values, ItemContext context, ItemErrors errors, Function<Fields, T> reader) {
        return read("", values, context, errors, reader);
    }

    private static <T> T read(
            String path,
            Map<String, @Nullable Object> values,
            ItemContext context,
            ItemErrors errors,
            Function<Fields, T> reader) {
        var fields = new Fields(path, values, context, errors);
        T result = reader.apply(fields);
        fields.left.keySet().forEach(name -> errors.add(path + name, "intake.item.unknown"));
        return result;
    }

    /** Notes that a field is wrong, for what a reader checks itself. */
    public void reject(String name, String key, Object... arguments) {
        errors.add(path + name, key, arguments);
    }

    /** Whether nothing of the whole item was found wrong so far. */
    public boolean sound() {
        return errors.none();
    }

    /** Whether the object has the field, with whatever value but null. */
    public boolean has(String name) {
        return left.get(name) != null;
    }

    /** A text without the blanks around it. */
    public @Nullable String text(String name, int longest) {
        Object value = left.remove(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return Scalars.checked(path + name, text.strip(), longest, errors);
        }
        reject(name, "intake.item.no-text");
        return null;
    }

    public String requiredText(String name, int longest) {
        String text = present(name) ? text(name, longest) : null;
        return text == null ? "" : text;
    }

    /** Whether there is a value; notes it as missing if not. */
    private boolean present(String name) {
        Object value = left.get(name);
        if (value == null || (value instanceof String text && text.isBlank())) {
            left.remove(name);
            reject(name, "intake.item.missing");
            return false;
        }
        return true;
    }

    /** One of the constants of an enum, by its name. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        Object value = left.remove(name);
        E word = Words.find(type, value);
        boolean blank = value == null || (value instanceof String text && text.isBlank());
        if (word == null && !blank) {
            reject(name, "intake.item.no-word", Words.of(type));
        }
        return word;
    }

    public <E extends Enum<E>> E requiredWord(String name, Class<E> type) {
        E word = present(name) ? word(name, type) : null;
        return word == null ? type.getEnumConstants()[0] : word;
    }

    public @Nullable Boolean flag(String name) {
        Object value = left.remove(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        reject(name, "intake.item.no-flag");
        return null;
    }

    public boolean requiredFlag(String name) {
        return present(name) && Boolean.TRUE.equals(flag(name));
    }

    /** A number with at most so many digits before and after the decimal point. */
    public @Nullable BigDecimal number(String name, int digits, int decimals) {
        Object value = left.remove(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof BigDecimal number)) {
            reject(name, "intake.item.no-number");
            return null;
        }
        BigDecimal fit = Numbers.fit(number, digits, decimals);
        if (fit == null) {
            reject(name, "intake.item.number-size", digits, decimals);
        }
        return fit;
    }

    public BigDecimal requiredNumber(String name, int digits, int decimals) {
        BigDecimal number = present(name) ? number(name, digits, decimals) : null;
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A whole number between two bounds, both included. */
    public @Nullable Integer whole(String name, int least, int most) {
        Object value = left.remove(name);
        Integer whole = Numbers.whole(value, least, most);
        if (whole == null && value != null) {
            reject(name, "intake.item.no-whole", least, most);
        }
        return whole;
    }

    public int requiredWhole(String name, int least, int most) {
        Integer number = present(name) ? whole(name, least, most) : null;
        return number == null ? least : number;
    }

    /** Something that has happened: with an offset, not before 1970 and not in the future. */
    public @Nullable Instant past(String name) {
        return moments.past(path + name, left.remove(name));
    }

    public Instant requiredPast(String name) {
        Instant moment = present(name) ? past(name) : null;
        return moment == null ? Instant.EPOCH : moment;
    }

    /** Any moment with an offset, from 1970 on; also one to come. */
    public @Nullable Instant moment(String name) {
        return moments.any(path + name, left.remove(name));
    }

    /** By when something is to be done: a moment, or a day without a time, which is that day's end. */
    public @Nullable Instant due(String name) {
        return moments.due(path + name, left.remove(name));
    }

    public Instant requiredDue(String name) {
        Instant moment = present(name) ? due(name) : null;
        return moment == null ? Instant.EPOCH : moment;
    }

    /** A calendar day from 1970 to 2199, such as one on which a contract begins or ends. */
    public @Nullable LocalDate day(String name) {
        return moments.day(path + name, left.remove(name));
    }

    public LocalDate requiredDay(String name) {
        LocalDate day = present(name) ? day(name) : null;
        return day == null ? LocalDate.EPOCH : day;
    }

    /** The day on which somebody was born. */
    public @Nullable LocalDate birthday(String name) {
        return moments.birthday(path + name, left.remove(name));
    }

    /** An object within this one. */
    public <R> @Nullable R object(String name, Function<Fields, R> reader) {
        Object value = left.remove(name);
        return value == null ? null : part(name, value, reader);
    }

    /** The objects of a list; none where there is no list. */
    public <R> List<R> list(String name, int most, Function<Fields, R> reader) {
        List<?> values = values(name, most);
        var parts = new ArrayList<R>(values.size());
        for (int i = 0; i < values.size(); i++) {
            R part = part(name + "[" + i + "]", values.get(i), reader);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The texts of a list; none where there is no list. */
    public List<String> texts(String name, int most, int longest) {
        List<?> values = values(name, most);
        var texts = new ArrayList<String>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String value && !value.isBlank()) {
                String text = Scalars.checked(path + name + "[" + i + "]", value.strip(), longest, errors);
                if (text != null) {
                    texts.add(text);
                }
            } else {
                reject(name + "[" + i + "]", "intake.item.no-text");
            }
        }
        return texts;
    }

    private List<?> values(String name, int most) {
        Object value = left.remove(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> values)) {
            reject(name, "intake.item.no-list");
            return List.of();
        }
        if (values.size() > most) {
            reject(name, "intake.item.too-many", values.size(), most);
            return List.of();
        }
        return values;
    }

    /** The objects of an object whose names are chosen by the sender, such as a customer's attributes. */
    public <R> Map<String, R> named(String name, int most, int longest, Function<Fields, R> reader) {
        return named(name, most, longest, (all, key) -> all.object(key, reader));
    }

    /** Texts, numbers and flags under such names, each as a text. */
    public Map<String, String> scalars(String name, int most, int longest, int longestValue) {
        return named(
                name,
                most,
                longest,
                (all, key) -> Scalars.text(all.path + key, all.left.remove(key), longestValue, errors));
    }

    private <R> Map<String, R> named(
            String name, int most, int longest, BiFunction<Fields, String, @Nullable R> reader) {
        var parts = new LinkedHashMap<String, R>();
        object(name, all -> {
            if (all.left.size() > most) {
                reject(name, "intake.item.too-many", all.left.size(), most);
                all.left.clear();
            }
            for (String key : List.copyOf(all.left.keySet())) {
                String checked = Scalars.checked(all.path + key, key.strip(), longest, errors);
                if (key.isBlank()) {
                    all.reject(key, "intake.item.missing");
                }
                R part = reader.apply(all, key);
                if (checked != null && part != null) {
                    parts.put(checked, part);
                }
            }
            return parts;
        });
        return parts;
    }

    @SuppressWarnings("unchecked") // only ItemJson and readers of files make these maps, by their columns' names
    private <R> @Nullable R part(String name, @Nullable Object value, Function<Fields, R> reader) {
        if (value instanceof Map<?, ?> values) {
            return read(path + name + ".", (Map<String, @Nullable Object>) values, context, errors, reader);
        }
        reject(name, "intake.item.no-object");
        return null;
    }
}
