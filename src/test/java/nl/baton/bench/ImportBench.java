package nl.baton.bench;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How long a real log of 65,533 events takes from the first byte sent until its handoffs are there: {@code bin/bench
 * import [runs]}. With {@code bin/bench import profile} it tells instead where the time goes.
 */
final class ImportBench {

    private static final double AIM_SECONDS = 8;
    private static final String HEAP = "-Xms384m -Xmx512m";

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean profile = arguments.length > 0 && arguments[0].equals("profile");
        int runs = profile ? 1 : arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        System.out.println(Machine.description());
        System.out.println(
                VolvoLog.FILE + " through POST /api/v1/imports, each time into an empty Baton just started, " + HEAP);
        for (int run = 1; run <= runs; run++) {
            measure(run, profile);
        }
    }

    private static void measure(int run, boolean profile) throws IOException, InterruptedException {
        try (var baton =
                PackagedBaton.start(profile ? Map.of("BATON_JAVA_OPTS", HEAP + FlightRecording.DEEP) : Map.of())) {
            FlightRecording recording = profile ? new FlightRecording(baton.process(), "import") : null;
            Processes processor = Processes.watch(Map.of("processor", baton.process()));
            long begun = System.nanoTime();
            JsonNode state = VolvoLog.importInto(baton);
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "run %d: %.2f s (aim: at most %.0f s), Baton %s of all cores   %s%n",
                    run, seconds, AIM_SECONDS, processor.shares(seconds), state);
            System.out.printf("       handoffs: %d (%d are right)%n", VolvoLog.handoffsIn(baton), VolvoLog.HANDOFFS);
            if (recording != null) {
                recording.stop().forEach(System.out::println);
            }
        }
    }
}
