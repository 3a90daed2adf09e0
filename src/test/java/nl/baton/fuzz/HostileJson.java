package nl.baton.fuzz;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Items that are good, items that are not, and bodies that once were JSON. */
public final class HostileJson {

    private static final String[] GOOD = {
        "'endedAt':'2026-01-05T11:00:00Z'",
        "'department':'Sales'",
        "'team':'East'",
        "'agent':'a1'",
        "'direction':'INBOUND'",
        "'channel':'phone'",
        "'handledBy':'BOT'",
        "'answered':false",
        "'purpose':'DELIGHT'",
        "'topic':'é 🎉 \\u0001'",
        "'text':'line\\nline'",
        "'visibility':null",
        "'outcome':'RESOLVED'",
        "'by':'COMPANY'",
        "'handedTo':{'department':'Planning'}",
        "'customer':[{'kind':'SOURCE','value':'c1'}]",
        "'facts':[{'key':'k','act':'TOLD','value':'v'}]",
        "'promises':[{'id':'1','text':'t','due':'2026-01-06','chosenByCustomer':true}]",
        "'settles':[{'promise':'1','state':'KEPT'}]",
        "'receipt':{'pass':'x','state':'ACCEPTED'}",
        "'journey':{'attributes':{'made':true,'priority':3}}"
    };

    private static final String[] NAMES = {
        "source",
        "externalId",
        "at",
        "endedAt",
        "journey",
        "customer",
        "department",
        "answered",
        "direction",
        "text",
        "handedTo",
        "facts",
        "promises",
        "settles",
        "receipt",
        "via",
        "arrivedAt",
        "id",
        "",
        " at",
        "AT",
        "constructor"
    };

    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-0.0",
        "1e400",
        "-1e-400",
        "1e99999999999",
        "12345678901234567890123456789",
        "''",
        "' '",
        "'1969-12-31T23:59:59Z'",
        "'2999-01-01T00:00:00Z'",
        "'2026-02-30T00:00:00Z'",
        "'2026-01-05T10:00:00'",
        "'+999999999-12-31T23:59:59Z'",
        "'-1-01-01'",
        "'2026-01-05T10:00:00+99:99'",
        "'2026-01-05T24:00:00Z'",
        "'\\u0000'",
        "'\\ud800'",
        "'\\udc00\\ud800'",
        "'\\uffff'",
        "'{0}'",
        "'%s%n'",
        "'\\'; DROP TABLE touchpoint; --'",
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[null]",
        "{'':{}}",
        "{'a':1,'a':2}",
        "{'type':'t','case':'1','case':'2'}",
        "[{'kind':'EMAIL','value':'x','value':'y'}]",
        "{'type':'','case':''}",
        "{'department':{'department':'x'}}"
    };

    /** Bodies of other types than JSON too. */
    private static final String[] TYPES = {
        "application/json",
        "application/json;charset=utf-8",
        "application/json;charset=utf-16",
        "application/json;charset=x",
        "application/x-ndjson",
        "application/jsonl",
        "application/cloudevents+json",
        "application/cloudevents-batch+json",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "*/*",
        "a/",
        ";",
        ""
    };

    private HostileJson() {}

    /**
     * An item without its identity.
     *
     * @param good whether it has to be accepted
     */
    public record Item(boolean good, String fields) {}

    /** Bytes that replace others. */
    public record Wound(double at, int cut, byte[] put) {}

    public static Arbitrary<List<Item>> batches() {
        return Arbitraries.oneOf(List.of(good(), good(), wrong()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<Item> good() {
        return Arbitraries.of(GOOD).set().ofMaxSize(8).map(fields -> new Item(true, joined(fields)));
    }

    private static Arbitrary<Item> wrong() {
        return Combinators.combine(Arbitraries.of(NAMES), values(), Arbitraries.of(GOOD))
                .as((name, value, further) ->
                        new Item(false, quoted("'" + name + "':") + value + "," + quoted(further)));
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(300).map(HostileJson::literal);
        Arbitrary<String> deep =
                Arbitraries.integers().between(1, 200).map(depth -> "[".repeat(depth) + "]".repeat(depth));
        Arbitrary<String> objects = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
                .as((name, value) -> quoted("{'" + name + "':" + value + "}"));
        return Arbitraries.oneOf(
                Arbitraries.of(VALUES).map(HostileJson::quoted),
                texts,
                deep,
                objects,
                objects.map(inner -> "[" + inner + "]"));
    }

    public static Arbitrary<List<Wound>> wounds() {
        Arbitrary<byte[]> put = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4),
                Arbitraries.of("[", "]", "{", "}", "\"", ",", "\\", "\n", "\0", "\uFEFF", "NaN", "/*", "1e9999")
                        .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Arbitraries.of((byte) 0xC0, (byte) 0xED, (byte) 0xFF, (byte) 0xF8)
                        .map(unit -> new byte[] {unit, unit}));
        return Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.of(0, 0, 1, 2, 20, 100_000), put)
                .as(Wound::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    public static Arbitrary<String> types() {
        return Arbitraries.of(TYPES);
    }

    private static String joined(Set<String> fields) {
        return quoted(fields.stream().sorted().collect(Collectors.joining(",")));
    }

    static String quoted(String json) {
        return json.replace("\\'", "\u0002").replace('\'', '"').replace("\u0002", "'");
    }

    /** Any text as a JSON literal, halves of characters included. */
    private static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (char unit : text.toCharArray()) {
            if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
                literal.append(String.format("\\u%04x", (int) unit));
            } else {
                literal.append(unit);
            }
        }
        return literal.append('"').toString();
    }

    /** The bytes with wounds, from the first to the last. */
    public static byte[] wounded(byte[] whole, List<Wound> wounds) {
        byte[] bytes = whole;
        for (Wound wound : wounds) {
            int from = (int) (wound.at * bytes.length);
            int to = Math.min(bytes.length, from + wound.cut);
            var out = new java.io.ByteArrayOutputStream();
            out.write(bytes, 0, from);
            out.writeBytes(wound.put);
            out.write(bytes, to, bytes.length - to);
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
