package nl.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How much processor time some processes take, as Linux counts it. */
final class Processes {

    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, Long> ids;
    private final Map<String, Double> before = new LinkedHashMap<>();

    private Processes(Map<String, Long> ids) {
        this.ids = ids;
        ids.forEach((name, id) -> before.put(name, secondsOf(id)));
    }

    /** Counts from now on. */
    static Processes watch(Map<String, Long> ids) {
        return new Processes(ids);
    }

    /** Each one's share of all cores since. */
    String shares(double seconds) {
        int cores = Runtime.getRuntime().availableProcessors();
        return ids.keySet().stream()
                .map(name -> "%s %.0f %%"
                        .formatted(name, 100 * (secondsOf(ids.get(name)) - before.get(name)) / seconds / cores))
                .collect(Collectors.joining(", "));
    }

    private static double secondsOf(long id) {
        try {
            String stat = Files.readString(Path.of("/proc/" + id + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
