package nl.baton.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import nl.baton.fuzz.HostileJson.Wound;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRows;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingJson;
import nl.baton.intake.read.RefusedFile;

/** The readers of both kinds of files with their mapping. Refusing a file is right, every other exception is not. */
public final class FilesUnderFire implements AutoCloseable {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final Mapping CSV = MappingJson.read(
            "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"nr\",\"at\":\"when\",\"department\":\"who\",\"text\":\"note\"}}");
    private static final Mapping XES = MappingJson.read(
            "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"case:concept:name\",\"at\":\"time:timestamp\","
                    + "\"department\":\"org:group\"}}");

    private final Path file;

    public FilesUnderFire() {
        try {
            file = Files.createTempFile("fuzz", ".log");
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    /**
     * One row of a file.
     *
     * @param good whether it has to be mapped
     */
    public record Line(boolean good, String when, String who, String note) {}

    public static Arbitrary<List<Line>> rows() {
        Arbitrary<String> cells =
                Arbitraries.strings().withChars("abcé🎉\"',;\t\n|=<>& 0").ofMaxLength(60);
        Arbitrary<Line> good = cells.map(note -> new Line(true, "2026-01-05T10:00:00Z", "Sales", note));
        Arbitrary<Line> wrong = Combinators.combine(
                        Arbitraries.of(
                                "", "soon", "2026-99-99T10:00:00Z", "1902-01-05T10:00:00Z", "9999-01-05T10:00:00Z"),
                        cells,
                        cells)
                .as((when, who, note) -> new Line(false, when, who, note));
        return Arbitraries.oneOf(List.of(good, good, wrong)).list().ofMinSize(3).ofMaxSize(12);
    }

    /** Every good row of a sound CSV is mapped, whatever stands in the others. */
    public void csv(List<Line> rows) {
        String nothing = read(csvText(rows).getBytes(UTF_8), CSV, rows);
        assertThat(nothing).as(csvText(rows)).isEmpty();
    }

    public void woundedCsv(List<Line> rows, List<Wound> wounds) {
        read(HostileJson.wounded(csvText(rows).getBytes(UTF_8), wounds), CSV, null);
    }

    /** Every good event of a sound XES is mapped. */
    public void xes(List<Line> rows) {
        String nothing = read(xesText(rows).getBytes(UTF_8), XES, rows);
        assertThat(nothing).as(xesText(rows)).isEmpty();
    }

    public void woundedXes(List<Line> rows, List<Wound> wounds) {
        read(HostileJson.wounded(xesText(rows).getBytes(UTF_8), wounds), XES, null);
    }

    private static String csvText(List<Line> rows) {
        return "nr,when,who,note\n"
                + IntStream.range(0, rows.size())
                        .mapToObj(n -> cell((rows.get(n).good ? "good-" : "") + n)
                                + ','
                                + cell(rows.get(n).when)
                                + ','
                                + cell(rows.get(n).who)
                                + ','
                                + cell(rows.get(n).note))
                        .collect(Collectors.joining("\n"));
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String xesText(List<Line> rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><log xes.version=\"1.0\">"
                + IntStream.range(0, rows.size())
                        .mapToObj(
                                n -> "<trace><string key=\"concept:name\" value=\"" + (rows.get(n).good ? "good-" : "")
                                        + n + "\"/><event><date key=\"time:timestamp\" value=\"" + rows.get(n).when
                                        + "\"/><string key=\"org:group\" value=\"" + attribute(rows.get(n).who)
                                        + "\"/><string key=\"note\" value=\"" + attribute(rows.get(n).note)
                                        + "\"/></event></trace>")
                        .collect(Collectors.joining())
                + "</log>";
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Why the file was refused; empty if it was read. */
    private String read(byte[] content, Mapping mapping, List<Line> rows) {
        try {
            Files.write(file, content);
            long good = 0;
            CheckedFile checked = CheckedFile.check(file, mapping, AMSTERDAM, n -> {});
            try (MappedRows mapped = checked.open(NOW)) {
                for (MappedRow row = mapped.next(); row != null; row = mapped.next()) {
                    if (row instanceof Mapped(var touchpoint)
                            && touchpoint.journey() != null
                            && touchpoint.journey().caseNumber().startsWith("good-")) {
                        good++;
                    }
                }
            }
            if (rows != null) {
                assertThat(good)
                        .as(new String(content, UTF_8))
                        .isEqualTo(rows.stream().filter(Line::good).count());
            }
            return "";
        } catch (RefusedFile refused) {
            return refused.reason().key();
        } catch (IOException failed) {
            throw new AssertionError("Not refused, but failed", failed);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
