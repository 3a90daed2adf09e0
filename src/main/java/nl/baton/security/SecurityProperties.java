package nl.baton.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How strict the door is.
 *
 * @param maxFailures wrong passwords in a row before an account is locked
 * @param lockFor how long it stays locked
 * @param linkValidFor how long a one-time link can be used
 * @param bcryptCost each step doubles the time a guess takes
 */
@Validated
@ConfigurationProperties("baton.security")
public record SecurityProperties(
        @DefaultValue("5") @Min(1) int maxFailures,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("24h") Duration linkValidFor,
        @DefaultValue("12") @Min(12) @Max(16) int bcryptCost) {}
