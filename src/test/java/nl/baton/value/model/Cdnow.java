package nl.baton.value.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.baton.SharedFiles;

/** The purchases of a tenth of those who first bought at CDNOW in early 1997, and what was published of them. */
public final class Cdnow {

    public static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    public static final LocalDate END = LocalDate.of(1998, 6, 30);

    private static final int ID = 1;
    private static final int DATE = 2;
    private static final int DOLLARS = 4;

    private Cdnow() {}

    /** A published row: repeats, weeks until the last, weeks since the first, mean amount of the repeats. */
    record Published(int repeats, double recency, double age, double spend) {}

    static List<Published> published() {
        return lines("cdnow/cdnow_customers_summary_with_transactions.csv")
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Published(
                        Integer.parseInt(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4])))
                .toList();
    }

    /** Amounts by customer and day, those of one day added up. */
    public static Map<Integer, TreeMap<LocalDate, Double>> purchases() {
        Map<Integer, TreeMap<LocalDate, Double>> byCustomer = new TreeMap<>();
        lines("cdnow/CDNOW_sample.txt")
                .map(line -> line.strip().split("\\s+"))
                .forEach(cells -> byCustomer
                        .computeIfAbsent(Integer.parseInt(cells[ID]), id -> new TreeMap<>())
                        .merge(
                                LocalDate.parse(cells[DATE], DateTimeFormatter.BASIC_ISO_DATE),
                                Double.parseDouble(cells[DOLLARS]),
                                Double::sum));
        return byCustomer;
    }

    /** By the number that a customer of the sample has in the whole file, that in the sample. */
    public static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        lines("cdnow/CDNOW_sample.txt")
                .map(line -> line.strip().split("\\s+"))
                .forEach(cells -> numbers.put(cells[0], Integer.parseInt(cells[ID])));
        return numbers;
    }

    /** The customers as of a day, in their order. */
    public static List<Buyer> buyers(LocalDate day) {
        return purchases().values().stream().map(days -> buyer(days, day)).toList();
    }

    public static Buyer buyer(TreeMap<LocalDate, Double> days, LocalDate asOf) {
        var known = days.headMap(asOf, true);
        LocalDate first = known.firstKey();
        var repeats = known.tailMap(first, false);
        return new Buyer(
                repeats.size(),
                (int) ChronoUnit.DAYS.between(first, known.lastKey()),
                (int) ChronoUnit.DAYS.between(first, asOf),
                repeats.values().stream()
                        .mapToDouble(amount -> amount)
                        .average()
                        .orElse(0));
    }

    public static PurchaseCounts counts() {
        var counts = new PurchaseCounts.Builder();
        buyers(CUT).forEach(counts::add);
        return counts.build();
    }

    static SpendCounts spends() {
        var counts = new SpendCounts.Builder();
        buyers(CUT).forEach(counts::add);
        return counts.build();
    }

    private static Stream<String> lines(String name) {
        try {
            return Files.readAllLines(SharedFiles.file(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
