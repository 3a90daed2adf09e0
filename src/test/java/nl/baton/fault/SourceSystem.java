package nl.baton.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A system that sends its touchpoints as a sane one does: what was not acknowledged is sent again, after the time that it
 * was asked to wait, until it is.
 */
final class SourceSystem implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final Duration AFTER_A_CUT = Duration.ofMillis(200);

    private final Ledger ledger;
    private final String token;
    private final IntSupplier ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param ports asked before each request, of nodes that the request may go to */
    SourceSystem(Ledger ledger, String token, IntSupplier ports) {
        this.ledger = ledger;
        this.token = token;
        this.ports = ports;
    }

    /** Sends a batch as an array, in one transaction, until it is acknowledged. */
    void sendArray(List<Item> batch) {
        String body = batch.stream().map(Item::json).collect(Collectors.joining(",", "[", "]"));
        long begun = System.nanoTime();
        Duration pause = tryArray(batch, body);
        while (pause != null) {
            rest(pause, begun);
            pause = tryArray(batch, body);
        }
    }

    /** One attempt; how long to wait before the next, or null when it is stored. */
    @Nullable
    Duration tryArray(List<Item> batch, String body) {
        ledger.sending(batch);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.getAsInt() + "/api/v1/touchpoints"))
                            .timeout(Duration.ofMinutes(1))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                acknowledge(batch, JSON.readTree(answer.body()));
                return null;
            }
            String wait = answer.headers().firstValue("Retry-After").orElse(null);
            return refused(answer.statusCode(), wait == null ? null : Long.valueOf(wait), answer.body());
        } catch (IOException cut) {
            return AFTER_A_CUT;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void acknowledge(List<Item> batch, JsonNode answer) {
        for (JsonNode item : answer.get("items")) {
            String state = item.get("state").asString();
            if (List.of("ACCEPTED", "KNOWN", "REPLACED").contains(state)) {
                ledger.acknowledged(batch.get(item.get("index").asInt()));
            } else {
                ledger.surprise("a good item was " + state + ": " + item);
            }
        }
    }

    private Duration refused(int status, @Nullable Long wait, String body) {
        if (status != 503 && status != 429) {
            ledger.surprise("status " + status + ": " + body.substring(0, Math.min(200, body.length())));
        }
        return wait == null ? AFTER_A_CUT : Duration.ofSeconds(wait);
    }

    /** Sends lines in one stream, and again from the first that was not acknowledged. */
    void sendLines(List<Item> items) {
        long begun = System.nanoTime();
        List<Item> rest = items;
        while (!rest.isEmpty()) {
            int stored = tryLines(rest);
            rest = rest.subList(stored, rest.size());
            if (!rest.isEmpty()) {
                rest(AFTER_A_CUT, begun);
            }
        }
    }

    /** One attempt; how many of the first lines are acknowledged. */
    private int tryLines(List<Item> items) {
        int stored = 0;
        ledger.sending(items);
        try (var request = RawRequest.lines(ports.getAsInt(), token)) {
            Thread writer = Thread.ofVirtual().start(() -> write(request, items));
            int status = request.status();
            for (String line = request.line(); line != null; line = request.line()) {
                if (status != 200) {
                    refused(status, null, line);
                    break;
                }
                JsonNode answer = JSON.readTree(line);
                if (answer.has("items")) {
                    acknowledge(items, answer);
                    stored += answer.get("items").size();
                } else if (answer.get("complete").asBoolean()) {
                    break;
                } else {
                    refused(answer.get("status").asInt(), null, line);
                }
            }
            request.close();
            writer.join();
        } catch (IOException cut) {
            // what was answered before is stored, the rest is sent again
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return stored;
    }

    private static void write(RawRequest request, List<Item> items) {
        try {
            for (Item item : items) {
                byte[] line = (item.json() + "\n").getBytes(UTF_8);
                request.write(line, 0, line.length);
            }
            request.end();
        } catch (IOException cut) {
            // seen by who reads the answer
        }
    }

    private static void rest(Duration pause, long begun) {
        if (System.nanoTime() - begun > PATIENCE) {
            throw new IllegalStateException("A batch is not taken, however often it is sent");
        }
        LockSupport.parkNanos(pause.toNanos());
    }

    @Override
    public void close() {
        http.close();
    }
}
