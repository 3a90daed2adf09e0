package nl.baton.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what comes in, for the metrics. */
@Component
class IntakeCounts {

    private final MeterRegistry meters;

    IntakeCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Adds to the counter.
     *
     * @param kind what it is, such as {@code touchpoint}
     * @param result what became of it: accepted, known, replaced or rejected
     */
    void count(String kind, String result, long items) {
        meters.counter("baton.intake.items", "kind", kind, "result", result).increment(items);
    }
}
