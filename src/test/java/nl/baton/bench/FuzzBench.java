package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import nl.baton.BatonApplication;
import nl.baton.fuzz.ApiUnderFire;
import nl.baton.fuzz.FilesUnderFire;
import nl.baton.fuzz.HostileJson;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Hostile inputs by the hundred thousand: {@code bin/bench fuzz [inputs] [seed]}. The first that hurts ends it. */
final class FuzzBench {

    private static final int INPUTS = 200_000;
    private static final int PER_SESSION = 500;
    private static final int GENERATION_SIZE = 1_000;

    /** What is done to each twentieth input; most go through the API and into the database. */
    private static final int KINDS = 20;

    private final ApiUnderFire api;
    private final FilesUnderFire files;

    private FuzzBench(ApiUnderFire api, FilesUnderFire files) {
        this.api = api;
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException {
        int inputs = arguments.length == 0 ? INPUTS : Integer.parseInt(arguments[0]);
        long seed = arguments.length < 2 ? new Random().nextLong() : Long.parseLong(arguments[1]);
        System.out.println(Machine.description());
        System.out.printf(
                "%d hostile inputs from seed %d: no failure, no good item lost, nothing half-stored%n", inputs, seed);
        Path home = Files.createTempDirectory("baton-fuzz");
        try (var context = new SpringApplicationBuilder(BatonApplication.class)
                        .run(
                                "--server.port=0",
                                "--baton.home=" + home,
                                "--baton.demo=off",
                                "--vaadin.productionMode=true",
                                "--logging.level.root=error",
                                "--spring.datasource.url=jdbc:h2:file:" + home
                                        + "/baton;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                var files = new FilesUnderFire()) {
            new FuzzBench(new ApiUnderFire((WebApplicationContext) context), files).run(inputs, seed);
        } finally {
            try (Stream<Path> left = Files.walk(home)) {
                left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
    }

    private void run(int inputs, long seed) {
        long begun = System.nanoTime();
        for (int from = 0; from < inputs; from += PER_SESSION) {
            int to = Math.min(inputs, from + PER_SESSION);
            var random = new Random(seed + from);
            int first = from;
            // what jqwik remembers of values it has made goes with the session
            JqwikSession.run(() -> session(first, to, random));
            if (to % (PER_SESSION * 20) == 0 || to == inputs) {
                System.out.printf("%d done, %.0f s%n", to, (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private void session(int from, int to, Random random) {
        var batches = generator(HostileJson.batches());
        var wounds = generator(HostileJson.wounds());
        var types = generator(HostileJson.types());
        var rows = generator(FilesUnderFire.rows());
        for (int n = from; n < to; n++) {
            try {
                switch (n % KINDS) {
                    case 0, 1, 2, 3, 4 -> api.array(next(batches, random));
                    case 5, 6 -> api.lines(next(batches, random));
                    case 7, 8 -> api.events(next(batches, random));
                    case 9, 10, 11, 12, 13, 14 ->
                        api.wounded(next(batches, random), next(wounds, random), next(types, random));
                    case 15 -> files.csv(next(rows, random));
                    case 16 -> files.xes(next(rows, random));
                    case 17, 18 -> files.woundedCsv(next(rows, random), next(wounds, random));
                    default -> files.woundedXes(next(rows, random), next(wounds, random));
                }
            } catch (AssertionError | RuntimeException hurt) {
                throw new IllegalStateException("Input " + n + " hurts", hurt);
            }
        }
    }

    private static <T> RandomGenerator<T> generator(Arbitrary<T> arbitrary) {
        return arbitrary.generator(GENERATION_SIZE, true);
    }

    private static <T> T next(RandomGenerator<T> generator, Random random) {
        return generator.next(random).value();
    }
}
