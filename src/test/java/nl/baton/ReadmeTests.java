package nl.baton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

/** The README names what there is to know: every setting, and every module. */
class ReadmeTests {

    @Test
    void every_setting_stands_in_the_table() throws IOException {
        assertEquals(List.of(), missing(settings().map(name -> "| `" + name + "` |")));
    }

    @Test
    void every_module_stands_on_the_map() throws IOException {
        assertEquals(
                List.of(),
                missing(ApplicationModules.of(BatonApplication.class).stream()
                        .map(module -> "| `" + module.getIdentifier() + "` |")));
    }

    private static List<String> missing(Stream<String> rows) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        return rows.filter(row -> !readme.contains(row)).sorted().toList();
    }

    private static Stream<String> settings() throws IOException {
        try (InputStream metadata =
                BatonApplication.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            if (metadata == null) {
                return Stream.empty();
            }
            return new JsonMapper()
                    .readTree(metadata)
                    .get("properties")
                    .valueStream()
                    .map(property -> property.get("name").asString())
                    .filter(name -> name.startsWith("baton."));
        }
    }
}
