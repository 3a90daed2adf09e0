package nl.baton.alert;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are told of what concerns them.
 *
 * @param every how often it is looked for passes that nobody has picked up
 * @param mailEvery nobody gets more than one mail in this time
 * @param from the sender of mails
 * @param url where people reach Baton, for the links in mails
 * @param keep how long alerts are kept
 */
@Validated
@ConfigurationProperties("baton.alert")
public record AlertProperties(
        @NotNull @DefaultValue("PT20S") Duration every,
        @NotNull @DefaultValue("PT15M") Duration mailEvery,
        @NotBlank @DefaultValue("baton@localhost") String from,
        @NotNull @DefaultValue("http://localhost:8080") URI url,
        @NotNull @DefaultValue("P90D") Period keep) {}
