package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.baton.customer.search.CustomerIndex;
import nl.baton.customer.search.Explanation;
import nl.baton.customer.search.IndexedCustomer;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import nl.baton.customer.search.Scrap;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The search index alone: a million customers into it, and then scraps as people type them, letter by letter, by one asker
 * and by four at once.
 */
final class SearchBench {

    private static final int PAGE = 1_000;
    private static final int SHOWN = 12;
    private static final int ASKED = 2_000;

    private static final String[] PARTICLES = {"", "", "", "de ", "van ", "van den ", "van der ", "van de ", "ten "};
    private static final String[] BEGINNINGS = {
        "Ba", "Be", "Bo", "Da", "Di", "Ger", "Hen", "Ja", "Jo", "Ka", "Li", "Ma", "Mei", "No", "Pe", "Ra", "Sa",
        "Schou", "Ti", "Ve", "Vries", "Wil", "Zwa"
    };
    private static final String[] MIDDLES = {
        "ber", "cob", "der", "gel", "hui", "jans", "ker", "lan", "man", "nel", "pel", "rik", "sen", "ter", "uit", "ver",
        "wen", "zen"
    };
    private static final String[] ENDS = {
        "berg", "boer", "dijk", "feld", "ga", "gen", "huis", "ink", "kamp", "ma", "man", "mans", "ssen", "stra", "veld",
        "a", "e", "us"
    };

    private SearchBench() {}

    private static String word(Random random) {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)]
                + (random.nextInt(3) == 0 ? MIDDLES[random.nextInt(MIDDLES.length)] : "")
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + ENDS[random.nextInt(ENDS.length)];
    }

    private static IndexedCustomer customer(long id) {
        var random = new Random(id * 7919);
        String first = word(random);
        String last = PARTICLES[random.nextInt(PARTICLES.length)] + word(random);
        String phone = "06 " + (10_000_000 + random.nextInt(89_999_999));
        String postcode = (1000 + random.nextInt(8999)) + " " + (char) ('A' + random.nextInt(26))
                + (char) ('A' + random.nextInt(26));
        var identifiers = new ArrayList<Identifier>();
        identifiers.add(Identifier.ofSource("K" + id));
        identifiers.add(new Identifier(Field.EMAIL, first + "." + last.replace(" ", "") + id + "@voorbeeld.example"));
        identifiers.add(new Identifier(Field.PHONE, phone));
        identifiers.add(new Identifier(Field.LOYALTY, "LK" + (id * 31)));
        for (int i = 0; i < 3; i++) {
            identifiers.add(new Identifier(Field.CASE, "ORD-" + (id * 3 + i)));
        }
        return new IndexedCustomer(
                id,
                first + " " + last,
                "K" + id,
                false,
                "Dorpsstraat",
                String.valueOf(1 + random.nextInt(250)),
                postcode,
                "Utrecht",
                identifiers);
    }

    /** As people ask: most by name, some of these wrongly. */
    private static String scrap(Random random, int customers) {
        IndexedCustomer asked = customer(1 + random.nextInt(customers));
        String name = String.valueOf(asked.name());
        String last = name.substring(name.indexOf(' ') + 1);
        return switch (random.nextInt(9)) {
            case 0 -> name;
            case 1 -> last;
            case 2 -> last + " " + name.charAt(0);
            case 3 -> name.substring(0, 4) + name.charAt(5) + name.charAt(4) + name.substring(6);
            case 4 -> mistyped(last, random);
            case 5 -> asked.identifiers().get(1).value();
            case 6 -> asked.identifiers().get(2).value();
            case 7 -> asked.postcode() + " " + asked.houseNumber();
            default -> asked.identifiers().get(4).value();
        };
    }

    private static String mistyped(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
    }

    /** What the field asks while this is typed. */
    private static List<String> asTyped(String scrap, Random random) {
        var asked = new ArrayList<String>();
        for (int n = 2; n < scrap.length(); n += 1 + random.nextInt(4)) {
            asked.add(scrap.substring(0, n));
        }
        asked.add(scrap);
        return asked;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("baton-search-bench");
        try (CustomerIndex index = CustomerIndex.open(folder, Map.of(), new JsonMapper())) {
            long begun = System.nanoTime();
            for (long from = 1; from <= customers; from += PAGE) {
                var page = new ArrayList<IndexedCustomer>(PAGE);
                for (long id = from; id < Math.min(from + PAGE, customers + 1); id++) {
                    page.add(customer(id));
                }
                index.add(page);
            }
            index.flush();
            System.out.printf("%,d customers in %.1f s%n", customers, (System.nanoTime() - begun) / 1e9);
            long size;
            try (var files = Files.walk(folder)) {
                size = files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            }
            System.out.printf("%,d MB on disk%n", size >> 20);
            ask(index, customers, 1, "warming up");
            ask(index, customers, 1, "one asker");
            ask(index, customers, 4, "four askers");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void ask(CustomerIndex index, int customers, int askers, String title) throws InterruptedException {
        double[][] times = new double[askers][];
        var threads = new ArrayList<Thread>();
        for (int asker = 0; asker < askers; asker++) {
            int own = asker;
            threads.add(Thread.ofPlatform().start(() -> times[own] = ask(index, customers, new Random(own + 17))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double[] all =
                Arrays.stream(times).flatMapToDouble(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%s: %,d questions, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
                title,
                all.length,
                all[all.length / 2],
                all[(int) (all.length * 0.95)],
                all[(int) (all.length * 0.99)],
                all[all.length - 1]);
    }

    private static double[] ask(CustomerIndex index, int customers, Random random) {
        double[] times = new double[ASKED];
        int n = 0;
        while (n < ASKED) {
            for (String typed : asTyped(scrap(random, customers), random)) {
                if (n == ASKED) {
                    break;
                }
                long begun = System.nanoTime();
                Scrap scrap = Scrap.of(typed);
                var by = EnumSet.allOf(Field.class);
                List<IndexedCustomer> hits = index.find(scrap, by, false, 0, SHOWN);
                if (hits.size() < SHOWN) {
                    hits = index.find(scrap, by, true, 0, SHOWN + hits.size());
                }
                var explanation = new Explanation(scrap, by);
                hits.forEach(explanation::of);
                times[n++] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return times;
    }
}
