package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Where another JVM spends its time, by Flight Recorder. */
final class FlightRecording {

    /** For the recorded JVM: what lies between a request and the database is deeper than is recorded otherwise. */
    static final String DEEP = " -XX:FlightRecorderOptions=stackdepth=256";

    private static final int SHOWN = 35;
    private static final String OURS = "nl.baton.";

    private final long process;
    private final Path file;

    /** Begins to record, into a file of this name. */
    FlightRecording(long process, String name) throws IOException, InterruptedException {
        this.process = process;
        this.file = Files.createDirectories(Path.of("target/bench"))
                .resolve(name + ".jfr")
                .toAbsolutePath();
        command("JFR.start", "name=bench", "settings=profile");
    }

    /** Ends it, and tells threads, methods, and Baton's own methods with all that they call. */
    List<String> stop() throws IOException, InterruptedException {
        command("JFR.stop", "name=bench", "filename=" + file);
        Map<String, Long> threads = new HashMap<>();
        Map<String, Long> methods = new HashMap<>();
        Map<String, Long> ours = new HashMap<>();
        long samples = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples++;
                    RecordedThread thread = event.getThread("sampledThread");
                    String name = thread == null || thread.getJavaName() == null ? "?" : thread.getJavaName();
                    threads.merge(name.replaceAll("[0-9]+", "*"), 1L, Long::sum);
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    methods.merge(name(frames.getFirst()), 1L, Long::sum);
                    frames.stream()
                            .map(FlightRecording::name)
                            .filter(frame -> frame.startsWith(OURS))
                            .distinct()
                            .forEach(frame -> ours.merge(frame, 1L, Long::sum));
                }
            }
        }
        var lines = new ArrayList<String>();
        lines.add("Flight Recorder, %,d samples of running Java code (%s)".formatted(samples, file));
        lines.add("Threads:");
        top(threads, samples, lines);
        lines.add("Methods by themselves:");
        top(methods, samples, lines);
        lines.add("Baton's methods with all that they call:");
        top(ours, samples, lines);
        return lines;
    }

    private static void top(Map<String, Long> counts, long samples, List<String> lines) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry ->
                        lines.add("%6.1f %%  %s".formatted(100.0 * entry.getValue() / samples, entry.getKey())));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void command(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process)));
        command.addAll(List.of(words));
        int result = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
