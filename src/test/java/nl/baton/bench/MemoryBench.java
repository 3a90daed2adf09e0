package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.baton.database.PrivateMySql;
import nl.baton.fault.RawRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two gigabytes of lines in one request into a Baton with 256 MB: {@code bin/bench memory [MB] [h2] [heap]}. */
final class MemoryBench {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MEGABYTES = 2_048;
    private static final Path GC_LOG = Path.of("target", "bench", "gc.log");
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private MemoryBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        long size = 1_000_000L
                * words.stream()
                        .filter(word -> word.matches("\\d+"))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(MEGABYTES);
        String heap =
                words.stream().filter(word -> word.matches("\\d+m")).findFirst().orElse("256m");
        boolean h2 = words.contains("h2");
        System.out.println(Machine.description());
        System.out.printf(
                "%,d MB of lines into POST /api/v1/touchpoints in one request, -Xmx%s, on %s; of %,d touchpoints the"
                        + " first time is new, every later one known%n",
                size / 1_000_000, heap, h2 ? "H2" : "MySQL", TouchpointLines.IDENTITIES);
        if (h2) {
            measure(size, heap, Map.of());
        } else {
            try (PrivateMySql mysql = PrivateMySql.start()) {
                measure(size, heap, Map.of("SPRING_DATASOURCE_URL", mysql.url()));
            }
        }
    }

    private static void measure(long size, String heap, Map<String, String> database)
            throws IOException, InterruptedException {
        Files.createDirectories(GC_LOG.getParent());
        Files.deleteIfExists(GC_LOG);
        var settings = new java.util.HashMap<>(database);
        settings.put("BATON_JAVA_OPTS", "-Xmx" + heap + " -XX:+ExitOnOutOfMemoryError -Xlog:gc:file=" + GC_LOG);
        // as fast as it can: what one token may send otherwise has a limit
        settings.put("BATON_INTAKE_ITEMS_PER_SECOND", "1000000");
        try (var baton = PackagedBaton.start(settings)) {
            long begun = System.nanoTime();
            var lines = new TouchpointLines(size);
            Answered answered;
            try (var request = RawRequest.lines(baton.address("/").getPort(), baton.token())) {
                Thread writer = Thread.ofPlatform().start(() -> lines.writeTo(request));
                answered = read(request);
                writer.join();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "%,d lines in %.0f s: %.1f MB and %,.0f lines a second%n",
                    lines.sent(), seconds, lines.bytes() / 1e6 / seconds, lines.sent() / seconds);
            System.out.printf(
                    "answered: %,d lines (%s) in %d batches, each while others were still being sent; the last line: %s%n",
                    answered.items,
                    answered.items == lines.sent() ? "all" : "NOT ALL",
                    answered.batches,
                    answered.last);
            System.out.println("peak resident memory " + peakResident(baton.process()) + "; heap " + heapPeaks());
            System.out.println("out of memory: " + (ranOut() ? "YES" : "never"));
        }
    }

    private record Answered(long items, int batches, String last) {}

    private static Answered read(RawRequest request) throws IOException {
        if (request.status() != 200) {
            throw new IllegalStateException("Refused: " + request.line());
        }
        long items = 0;
        int batches = 0;
        String last = "";
        for (String line = request.line(); line != null; line = request.line()) {
            JsonNode answer = JSON.readTree(line);
            if (answer.has("items")) {
                items += answer.get("items").size();
                batches++;
            } else {
                last = line;
            }
        }
        return new Answered(items, batches, last);
    }

    /** As Linux keeps it, from the start of the process on. */
    private static String peakResident(long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static String heapPeaks() throws IOException {
        long before = 0;
        long after = 0;
        int collections = 0;
        for (String line : Files.readAllLines(GC_LOG)) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                collections++;
                before = Math.max(before, Long.parseLong(collection.group(1)));
                after = Math.max(after, Long.parseLong(collection.group(2)));
            }
        }
        return "%d MB at most before one of %,d collections, %d MB at most after one"
                .formatted(before, collections, after);
    }

    private static boolean ranOut() throws IOException {
        return Files.readString(PackagedBaton.LOG).contains("OutOfMemoryError");
    }
}
