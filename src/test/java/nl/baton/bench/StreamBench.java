package nl.baton.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Two gigabytes of lines in one request into a Baton with 256 MB: {@code bin/bench stream [MB] [heap]}. */
final class StreamBench {

    private static final int MEGABYTES = 2_048;
    private static final int TEXT = 3_800;

    private StreamBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long size = (arguments.length == 0 ? MEGABYTES : Integer.parseInt(arguments[0])) * 1_000_000L;
        String heap = arguments.length < 2 ? "256m" : arguments[1];
        System.out.println(Machine.description());
        System.out.printf(
                "%d MB of lines through POST /api/v1/touchpoints in one request, -Xmx%s%n", size / 1_000_000, heap);
        try (var baton =
                PackagedBaton.start(Map.of("BATON_JAVA_OPTS", "-Xmx" + heap + " -XX:+ExitOnOutOfMemoryError"))) {
            long begun = System.nanoTime();
            var lines = new TouchpointLines(size);
            String answer = baton.send(baton.request("/api/v1/touchpoints?items=rejected")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                    .build());
            double seconds = (System.nanoTime() - begun) / 1e9;
            List<String> batches = answer.lines().toList();
            System.out.printf(
                    "%d lines sent, %.0f s, %.0f a second; %d batches; last: %s%n",
                    lines.sent, seconds, lines.sent / seconds, batches.size() - 1, batches.getLast());
        }
    }

    /** Touchpoints one after the other, ten a case, without ever being in memory together. */
    private static final class TouchpointLines extends InputStream {
        private final String text = "x".repeat(TEXT);
        private final long size;
        private long sent;
        private long bytes;
        private byte[] line = {};
        private int at;

        TouchpointLines(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return more() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, from, count);
            at += count;
            return count;
        }

        private boolean more() {
            if (at == line.length && bytes < size) {
                line = """
                        {"source":"stream","externalId":"%d","at":"2026-01-05T10:00:00Z","journey":{"type":"stream","case":"%d"},\
                        "department":"D%d","text":"%s"}
                        """.formatted(sent, sent / 10, sent % 7, text).getBytes(UTF_8);
                at = 0;
                sent++;
                bytes += line.length;
            }
            return at < line.length;
        }
    }
}
