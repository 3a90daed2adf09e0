package nl.baton.handoff;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is asked of a handoff where nothing else was agreed.
 *
 * @param pickUp the time to pick up, in the receiver's opening hours
 * @param maxReturns how often a journey may return on one lane before it counts as broken
 */
@Validated
@ConfigurationProperties("baton.handoff")
public record Thresholds(
        @NotNull @DefaultValue("PT8H") Duration pickUp,
        @Min(0) @DefaultValue("0") int maxReturns) {}
