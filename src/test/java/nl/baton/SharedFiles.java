package nl.baton;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The public logs beside the checkout, which are not part of it. Where they are absent, a test that needs one is
 * skipped aloud; on the build server it fails, because there they have to be.
 */
public final class SharedFiles {

    private SharedFiles() {}

    /** @param name within {@code shared/data}, such as {@code receipt-permits/receipt.xes.gz} */
    public static Path file(String name) {
        Path file = folder().resolve("data").resolve(name);
        if (!Files.exists(file)) {
            String absent = "No " + file + ": set -Dbaton.shared to the folder that holds data/" + name;
            if ("true".equals(System.getenv("CI"))) {
                fail(absent);
            }
            System.err.println("SKIPPED: " + absent);
            Assumptions.abort(absent);
        }
        return file;
    }

    private static Path folder() {
        String given = System.getProperty("baton.shared");
        if (given != null) {
            return Path.of(given);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared");
            }
        }
        return here.resolveSibling("shared");
    }
}
