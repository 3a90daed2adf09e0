package nl.baton.customer;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index of customers lies, and how it is kept.
 *
 * @param home the folder of what Baton keeps; the index lies in {@code search} below it
 */
@ConfigurationProperties("baton")
record SearchProperties(
        @DefaultValue("./data") Path home, @DefaultValue Search search) {

    /** Of the index. @param backend settings of its back end, as they are, for one that is bigger than usual */
    record Search(@DefaultValue Map<String, String> backend) {}

    Path folder() {
        return home.resolve("search");
    }
}
