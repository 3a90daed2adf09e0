package nl.baton.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import nl.baton.SharedFiles;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.MappedRows;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingJson;

/**
 * How fast files become touchpoints, without a database; and that a file of gigabytes takes no more memory than a small
 * one: run it with a small heap, such as {@code bin/bench reading 2000} with {@code -Xmx64m}.
 */
final class ReadingBench {

    private static final Mapping XES = MappingJson.read(VolvoLog.MAPPING);
    private static final Mapping CSV = MappingJson.read("""
            {"journeyType":"incident","columns":{"journey":"case","at":"at","department":"department"}}""");

    private ReadingBench() {}

    public static void main(String[] arguments) throws IOException {
        long megabytes = arguments.length == 0 ? 200 : Long.parseLong(arguments[0]);
        System.out.println(Machine.description());
        System.out.println("Heap: " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        for (int run = 1; run <= 4; run++) {
            measure(VolvoLog.FILE + ", run " + run, SharedFiles.file(VolvoLog.FILE), XES);
        }
        Path folder = Files.createTempDirectory("baton-reading");
        try {
            Path csv = folder.resolve("large.csv");
            writeCsv(csv, megabytes << 20);
            measure(megabytes + " MB of CSV", csv, CSV);
            Files.delete(csv);
            Path xes = folder.resolve("large.xes.gz");
            writeXes(xes, megabytes << 20);
            measure(megabytes + " MB of XES, packed", xes, XES);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(String name, Path file, Mapping mapping) throws IOException {
        long begun = System.nanoTime();
        CheckedFile checked = CheckedFile.check(file, mapping, ZoneId.of("Europe/Amsterdam"), rows -> {});
        long between = System.nanoTime();
        try (MappedRows rows = checked.open(Clock.systemUTC())) {
            while (rows.next() != null) {
                // mapped, hashed, and let go
            }
        }
        long ended = System.nanoTime();
        System.out.printf(
                "%s: %,d rows; checked in %.2f s, mapped in %.2f s%n",
                name, checked.rows(), (between - begun) / 1e9, (ended - between) / 1e9);
    }

    private static void writeCsv(Path file, long size) throws IOException {
        var random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("case,at,department,note\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0, i = 0; written < size; i++) {
                byte[] row = "%d,%s,Department %d,%s\n"
                        .formatted(
                                i / 8,
                                Instant.ofEpochSecond(1_300_000_000 + i * 7),
                                random.nextInt(50),
                                random.nextLong())
                        .getBytes(StandardCharsets.UTF_8);
                out.write(row);
                written += row.length;
            }
        }
    }

    private static void writeXes(Path file, long size) throws IOException {
        var random = new Random(1);
        try (var out = new PrintStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16),
                false,
                StandardCharsets.UTF_8)) {
            out.print("<?xml version=\"1.0\"?><log>");
            long written = 0;
            for (long trace = 0; written < size; trace++) {
                out.print("<trace><string key=\"concept:name\" value=\"" + trace + "\"/>");
                for (int n = 0; n < 8; n++) {
                    String event = """
                            <event><date key="time:timestamp" value="%s"/><string key="org:group" value="G%d"/>
                            <string key="concept:name" value="A%d"/><string key="org:resource" value="R%d"/></event>
                            """.formatted(
                                    Instant.ofEpochSecond(1_300_000_000 + trace * 60 + n),
                                    random.nextInt(600),
                                    random.nextInt(20),
                                    random.nextInt());
                    out.print(event);
                    written += event.length();
                }
                out.print("</trace>");
            }
            out.print("</log>");
        }
    }
}
