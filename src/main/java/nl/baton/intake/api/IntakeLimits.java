package nl.baton.intake.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much systems may send at a time.
 *
 * @param concurrentBatches batches that are read and stored at a time; never more than the database's connections less
 *     two
 * @param maxWait how long a batch waits for its turn before its sender is told to come again
 * @param maxBody the largest body that is stored in one transaction
 * @param itemsPerSecond what one token may send in the long run
 * @param burst what one token may send at once on top of that
 */
@Validated
@ConfigurationProperties("baton.intake")
record IntakeLimits(
        @DefaultValue("8") @Min(1) @Max(1_000) int concurrentBatches,
        @DefaultValue("5s") Duration maxWait,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("20000") @Min(1) int itemsPerSecond,
        @DefaultValue("200000") @Min(1) int burst) {}
