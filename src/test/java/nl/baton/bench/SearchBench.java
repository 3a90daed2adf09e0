package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.baton.customer.Address;
import nl.baton.customer.NewCustomer;
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
 * and by four at once. {@code bin/bench search [customers] [folder]}: an index in a folder stays there for the next time.
 */
final class SearchBench {

    private static final int PAGE = 1_000;
    private static final int SHOWN = 12;
    private static final int ASKED = 2_000;
    private static final int OF_A_KIND = 150;
    private static final double AIM = 50;

    private SearchBench() {}

    private static IndexedCustomer customer(int number) {
        NewCustomer person = ScalePeople.person(number);
        Address address = Objects.requireNonNull(person.address());
        var identifiers = new ArrayList<Identifier>();
        identifiers.add(Identifier.ofSource(person.externalId()));
        person.identities()
                .forEach(identity -> identifiers.add(
                        new Identifier(Field.valueOf(identity.kind().name()), identity.value())));
        for (int i = 0; i <= number % 3; i++) {
            identifiers.add(new Identifier(Field.CASE, caseNumber(number, i)));
        }
        return new IndexedCustomer(
                number + 1,
                person.name(),
                person.externalId(),
                false,
                address.street(),
                address.houseNumber(),
                address.postcode(),
                address.city(),
                identifiers);
    }

    private static String caseNumber(int number, int which) {
        return "T" + (number * 3L + which);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path kept = arguments.length > 1 ? Path.of(arguments[1]).toAbsolutePath() : null;
        Path folder = kept == null ? Files.createTempDirectory("baton-search-bench") : kept;
        System.out.println(Machine.description());
        try (CustomerIndex index = CustomerIndex.open(folder, Map.of(), new JsonMapper())) {
            if (index.size() != customers) {
                fill(index, customers);
            }
            try (var files = Files.walk(folder)) {
                long size = files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
                System.out.printf("%,d MB on disk%n", size >> 20);
            }
            ask(index, customers, 1, "warming up");
            askByKind(index, customers);
            ask(index, customers, 1, "one asker");
            ask(index, customers, 4, "four askers");
        } finally {
            if (kept == null) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static void fill(CustomerIndex index, int customers) {
        long begun = System.nanoTime();
        for (int from = 0; from < customers; from += PAGE) {
            index.add(IntStream.range(from, Math.min(from + PAGE, customers))
                    .mapToObj(SearchBench::customer)
                    .toList());
        }
        index.flush();
        System.out.printf("%,d customers in %.1f s%n", customers, (System.nanoTime() - begun) / 1e9);
    }

    private record Asked(double milliseconds, List<IndexedCustomer> hits) {}

    /** With the page of hits that the field shows, and why they fit. */
    private static Asked ask(CustomerIndex index, String typed) {
        long begun = System.nanoTime();
        Scrap scrap = Scrap.of(typed);
        var by = EnumSet.allOf(Field.class);
        List<IndexedCustomer> hits = index.best(scrap, by, SHOWN);
        var explanation = new Explanation(scrap, by);
        hits.forEach(explanation::of);
        return new Asked((System.nanoTime() - begun) / 1e6, hits);
    }

    private static void askByKind(CustomerIndex index, int customers) {
        var random = new Random(5);
        for (Scraps.Kind kind : Scraps.Kind.values()) {
            var taken = new Sample();
            var slowest = new TreeMap<Double, String>();
            int found = 0;
            while (taken.size() < OF_A_KIND) {
                int number = random.nextInt(customers);
                Optional<String> typed = Scraps.of(kind, ScalePeople.person(number), caseNumber(number, 0), random);
                if (typed.isPresent()) {
                    Asked asked = ask(index, typed.get());
                    taken.add(asked.milliseconds);
                    slowest.put(asked.milliseconds, typed.get());
                    found += asked.hits.stream().anyMatch(hit -> hit.id() == number + 1) ? 1 : 0;
                }
            }
            System.out.printf(
                    "%-44s p50 %6.1f ms, p95 %6.1f ms, slowest %6.1f ms for '%s'; who was meant is shown: %d %%%n",
                    kind.text,
                    taken.median(),
                    taken.p95(),
                    taken.max(),
                    slowest.lastEntry().getValue(),
                    100 * found / OF_A_KIND);
        }
    }

    private static void ask(CustomerIndex index, int customers, int askers, String title) throws InterruptedException {
        var taken = new Sample();
        var slowest = new TreeMap<Double, String>();
        var threads = new ArrayList<Thread>();
        for (int asker = 0; asker < askers; asker++) {
            var random = new Random(asker + 17);
            threads.add(Thread.ofPlatform().start(() -> ask(index, customers, random, taken, slowest)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("The slowest as they are typed: "
                + slowest.descendingMap().entrySet().stream()
                        .limit(12)
                        .map(entry -> "%.0f ms '%s'".formatted(entry.getKey(), entry.getValue()))
                        .toList());
        System.out.printf(
                "%s: %,d questions, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms (aim: p95 at most %.0f ms)%n",
                title, taken.size(), taken.median(), taken.p95(), taken.p99(), taken.max(), AIM);
    }

    private static void ask(CustomerIndex index, int customers, Random random, Sample taken, Map<Double, String> all) {
        int n = 0;
        while (n < ASKED) {
            int number = random.nextInt(customers);
            Scraps.Kind kind = Scraps.Kind.values()[random.nextInt(Scraps.Kind.values().length)];
            String scrap = Scraps.of(kind, ScalePeople.person(number), caseNumber(number, 0), random)
                    .orElse("");
            for (String typed : Scraps.asTyped(scrap, random)) {
                double time = ask(index, typed).milliseconds;
                n++;
                synchronized (taken) {
                    taken.add(time);
                    all.put(time, typed);
                }
            }
        }
    }
}
