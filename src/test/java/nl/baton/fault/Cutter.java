package nl.baton.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sender whose connection breaks in the middle of what it says. */
final class Cutter {

    private static final JsonMapper JSON = new JsonMapper();

    private final Ledger ledger;
    private final String token;
    private final int port;

    Cutter(Ledger ledger, String token, int port) {
        this.ledger = ledger;
        this.token = token;
        this.port = port;
    }

    /** Half an array, and no more. */
    void halfArray(List<Item> items, boolean reset) throws IOException {
        byte[] body = array(items);
        ledger.sending(items);
        ledger.neverWhole(items);
        try (var request = RawRequest.array(port, token, body.length)) {
            request.write(body, 0, body.length / 2);
            request.cut(reset);
        }
    }

    /** A whole array, whose answer is not waited for: it may be stored or not. */
    void unansweredArray(List<Item> items) throws IOException {
        byte[] body = array(items);
        ledger.sending(items);
        try (var request = RawRequest.array(port, token, body.length)) {
            request.write(body, 0, body.length);
            request.cut(true);
        }
    }

    private static byte[] array(List<Item> items) {
        return items.stream()
                .map(Item::json)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
    }

    /** Lines until the first of them are acknowledged, half a line, and no more. */
    void halfStream(List<Item> items, boolean reset) throws IOException, InterruptedException {
        ledger.sending(items);
        ledger.cutStream(items);
        try (var request = RawRequest.lines(port, token)) {
            Thread writer = Thread.ofVirtual().start(() -> write(request, items));
            if (request.status() == 200) {
                JsonNode first = JSON.readTree(request.line());
                first.get("items")
                        .forEach(item ->
                                ledger.acknowledged(items.get(item.get("index").asInt())));
            }
            writer.join();
            request.cut(reset);
        }
    }

    private static void write(RawRequest request, List<Item> items) {
        try {
            for (Item item : items.subList(0, items.size() - 1)) {
                byte[] line = (item.json() + "\n").getBytes(UTF_8);
                request.write(line, 0, line.length);
            }
            byte[] last = items.getLast().json().getBytes(UTF_8);
            request.write(last, 0, last.length / 2);
            request.flush();
        } catch (IOException cut) {
            // then it is shorter than was meant
        }
    }
}
