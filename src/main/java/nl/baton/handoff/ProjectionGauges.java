package nl.baton.handoff;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How the computing of handoffs does, for monitoring. Values are those of the last look, so that asking costs nothing. */
@Component
class ProjectionGauges {

    private final Counter cases;
    private volatile double behindSeconds;
    private volatile double failed;

    ProjectionGauges(MeterRegistry registry) {
        Gauge.builder("baton.projection.lag", this, gauges -> gauges.behindSeconds)
                .baseUnit("seconds")
                .description("How long the oldest change waits that no figure shows yet")
                .register(registry);
        Gauge.builder("baton.projection.failed", this, gauges -> gauges.failed)
                .description("Cases whose journey could not be computed")
                .register(registry);
        cases = Counter.builder("baton.projection.cases")
                .description("Changed cases whose journeys this node computed")
                .register(registry);
    }

    void computed(int n) {
        cases.increment(n);
    }

    void looked(double nowBehindSeconds, long nowFailed) {
        behindSeconds = nowBehindSeconds;
        failed = nowFailed;
    }
}
