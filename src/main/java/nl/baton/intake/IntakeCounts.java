package nl.baton.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what comes in, through the API and in files, for the metrics. */
@Component
public class IntakeCounts {

    private final MeterRegistry meters;

    IntakeCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How items come in. */
    public enum Way {
        API,
        FILE
    }

    /**
     * Adds what became of some items, once it is stored for good.
     *
     * @param kind what they are, such as {@code touchpoint}
     */
    public void count(Way way, String kind, long accepted, long known, long replaced, long rejected) {
        add(way, kind, "accepted", accepted);
        add(way, kind, "known", known);
        add(way, kind, "replaced", replaced);
        add(way, kind, "rejected", rejected);
    }

    private void add(Way way, String kind, String result, long items) {
        if (items > 0) {
            meters.counter(
                            "baton.intake.items",
                            "way",
                            way.name().toLowerCase(Locale.ROOT),
                            "kind",
                            kind.toLowerCase(Locale.ROOT),
                            "result",
                            result)
                    .increment(items);
        }
    }
}
