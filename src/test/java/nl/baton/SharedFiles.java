package nl.baton;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Public logs to test against, which lie beside the project and not in it: in {@code ../shared/data}, or where the
 * system property {@code baton.shared} points. Without them a test is skipped, aloud; where CI=true it fails.
 */
public final class SharedFiles {

    private SharedFiles() {}

    /** The file or folder of this name, such as {@code bpi2013-incidents/bpic2013_incidents.xes.gz}. */
    public static Path path(String name) {
        Path wanted = folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        if (wanted != null) {
            return wanted;
        }
        String missing = "Real data is missing: shared/data/" + name + " lies neither beside the project nor above it";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        System.err.println("SKIPPED: " + missing);
        return Assumptions.abort(missing);
    }

    private static Stream<Path> folders() {
        String set = System.getProperty("baton.shared");
        if (set != null) {
            return Stream.of(Path.of(set));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data"));
    }
}
