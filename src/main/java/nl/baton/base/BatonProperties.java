package nl.baton.base;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the whole company.
 *
 * @param zone the time zone in which the company counts its days
 */
@ConfigurationProperties("baton")
public record BatonProperties(
        @DefaultValue("Europe/Amsterdam") ZoneId zone) {}
