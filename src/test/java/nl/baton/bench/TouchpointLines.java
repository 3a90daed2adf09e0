package nl.baton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;
import nl.baton.fault.RawRequest;

/** Touchpoints of about a kilobyte, one after the other, made while they are sent; after the last comes the first again. */
final class TouchpointLines {

    static final int IDENTITIES = 400_000;

    private static final int PER_CASE = 12;
    private static final int WORDS = 90;
    private static final Instant START = Instant.parse("2025-01-06T08:00:00Z");
    private static final String[] VOCABULARY =
            ("the customer called about an invoice that does not match what sales had promised and asked when the meter will"
                            + " be moved since nobody came on the day agreed we looked it up planning has no appointment"
                            + " told her that installation takes it over and rings back before Friday")
                    .split(" ");
    private static final String[] CHANNELS = {"phone", "mail", "chat", "visit"};
    private static final String[] DIRECTIONS = {"INBOUND", "OUTBOUND", "INTERNAL"};

    private final long size;
    private volatile long sent;
    private volatile long bytes;

    TouchpointLines(long size) {
        this.size = size;
    }

    long sent() {
        return sent;
    }

    long bytes() {
        return bytes;
    }

    void writeTo(RawRequest request) {
        try {
            while (bytes < size) {
                byte[] line = line((int) (sent % IDENTITIES)).getBytes(UTF_8);
                request.write(line, 0, line.length);
                sent++;
                bytes += line.length;
            }
            request.end();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The same for the same number. */
    private static String line(int n) {
        var random = new Random(n);
        int theCase = n / PER_CASE;
        var text = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            text.append(VOCABULARY[random.nextInt(VOCABULARY.length)]).append(' ');
        }
        return "{\"source\":\"memory\",\"externalId\":\"contact-" + n + "\",\"at\":\""
                + START.plusSeconds(theCase * 600L + n % PER_CASE * 14_400L)
                + "\",\"journey\":{\"type\":\"order\",\"case\":\"A-" + theCase
                + "\"},\"customer\":[{\"kind\":\"SOURCE\",\"value\":\"C-" + theCase / 3
                + "\"}],\"department\":\"Department " + random.nextInt(12) + "\",\"team\":\"Team " + random.nextInt(4)
                + "\",\"agent\":\"agent-" + random.nextInt(300) + "\",\"direction\":\"" + DIRECTIONS[random.nextInt(3)]
                + "\",\"channel\":\"" + CHANNELS[random.nextInt(4)]
                + "\",\"handledBy\":\"STAFF\",\"activity\":\"answered\",\"topic\":\"delivery\",\"facts\":[{\"key\":\"meter"
                + " number\",\"act\":\"TOLD\",\"value\":\"" + (100_000 + theCase) + "\"}],\"text\":\"" + text + "\"}\n";
    }
}
