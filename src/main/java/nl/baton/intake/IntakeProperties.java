package nl.baton.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files lie while they are imported.
 *
 * @param home the folder of what Baton keeps; files lie in {@code spool} below it until their import has ended
 */
@ConfigurationProperties("baton")
record IntakeProperties(@DefaultValue("./data") Path home) {

    Path spool() {
        return home.resolve("spool");
    }
}
