package nl.baton.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what is said of customers is read.
 *
 * @param region two letters by ISO 3166: where a phone number without a country lies
 * @param calling words in the purpose of a consent which, withheld, means that the customer must not be called
 */
@Validated
@ConfigurationProperties("baton.customer")
record CustomerProperties(
        @DefaultValue("NL") @Pattern(regexp = "[A-Z]{2}") String region,

        @DefaultValue({"call", "phone", "telephone", "bellen", "telefoon", "telefonisch", "telemarketing"}) @NotNull
        List<String> calling) {}
