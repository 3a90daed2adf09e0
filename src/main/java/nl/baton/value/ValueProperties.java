package nl.baton.value;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How customers are valued.
 *
 * @param currency by ISO 4217: the one of tiers, scores and sums; others are told apart
 * @param at when in the night, in the company's time zone, all customers are valued anew
 */
@Validated
@ConfigurationProperties("baton.value")
record ValueProperties(
        @DefaultValue("EUR") @NotNull Currency currency,
        @DefaultValue("02:30") @NotNull LocalTime at) {}
