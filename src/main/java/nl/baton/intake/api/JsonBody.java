package nl.baton.intake.api;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import nl.baton.intake.item.ItemErrors;
import nl.baton.intake.item.ItemJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the values of items out of a body, or out of one line of it. */
final class JsonBody {

    private JsonBody() {}

    /** Takes one item's values. */
    interface Taker {
        void take(@Nullable Object values, ItemErrors errors);
    }

    /** How many values a body is to have. */
    enum Shape {
        /** One value. */
        ONE,
        /** A list of values. */
        LIST
    }

    /** @throws IntakeRefusal if the body as a whole is no JSON of this shape */
    static void read(BoundedBody body, Shape shape, Taker items) throws IOException {
        try (Reader text = Utf8.reader(body);
                JsonParser parser = ItemJson.factory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw refusal("intake.api.empty");
            }
            if (shape == Shape.ONE) {
                take(parser, items);
            } else if (first == JsonToken.START_ARRAY) {
                list(parser, items);
            } else {
                throw refusal("intake.api.no-list");
            }
            if (parser.nextToken() != null) {
                throw refusal("intake.api.more");
            }
        } catch (JacksonIOException failed) {
            throw unreadable(failed.getCause());
        } catch (StreamConstraintsException tooMuch) {
            throw IntakeRefusal.of(HttpStatus.BAD_REQUEST, "intake.api.beyond-limits", at(tooMuch)[0], at(tooMuch)[1]);
        } catch (JacksonException broken) {
            throw refusal("intake.api.no-json", at(broken)[0], at(broken)[1]);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private static void list(JsonParser parser, Taker items) {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++count > ItemBatch.MOST) {
                throw IntakeRefusal.of(HttpStatus.CONTENT_TOO_LARGE, "intake.api.too-many", ItemBatch.MOST);
            }
            take(parser, items);
        }
        if (count == 0) {
            throw refusal("intake.api.empty");
        }
    }

    private static void take(JsonParser parser, Taker items) {
        var errors = new ItemErrors();
        items.take(ItemJson.read(parser, errors), errors);
    }

    /** One value from one line; whatever is wrong with the line is the item's error. */
    static void readLine(byte[] line, int length, Taker item) {
        var errors = new ItemErrors();
        item.take(value(line, length, errors), errors);
    }

    /** One value and nothing else. */
    static @Nullable Object value(byte[] bytes, int length, ItemErrors errors) {
        try {
            CharBuffer text = Utf8.text(bytes, length);
            return parsed(text.array(), text.arrayOffset() + text.position(), text.remaining(), errors);
        } catch (CharacterCodingException broken) {
            errors.add("", "intake.item.no-utf8");
            return null;
        }
    }

    private static @Nullable Object parsed(char[] text, int from, int length, ItemErrors errors) {
        try (JsonParser parser = ItemJson.factory().createParser(ObjectReadContext.empty(), text, from, length)) {
            if (parser.nextToken() != null) {
                Object values = ItemJson.read(parser, errors);
                if (parser.nextToken() == null) {
                    return values;
                }
            }
            errors.add("", "intake.item.no-json");
        } catch (JacksonException broken) {
            errors.add("", "intake.item.no-json");
        }
        return null;
    }

    /** Where it is broken; what stands there is not repeated. */
    private static Object[] at(JacksonException broken) {
        var where = broken.getLocation();
        return where == null ? new Object[] {1, 1} : new Object[] {where.getLineNr(), where.getColumnNr()};
    }

    private static IntakeRefusal unreadable(@Nullable Throwable cause) {
        return refusal(cause instanceof CharacterCodingException ? "intake.api.no-utf8" : "intake.api.cut");
    }

    private static IntakeRefusal refusal(String key, Object... arguments) {
        return IntakeRefusal.of(HttpStatus.BAD_REQUEST, key, arguments);
    }
}
