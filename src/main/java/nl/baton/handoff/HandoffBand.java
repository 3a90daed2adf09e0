package nl.baton.handoff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often a journey was handed over, in four steps. */
public enum HandoffBand {
    NONE(0, 0),
    ONE(1, 1),
    FEW(2, 3),
    MANY(4, null);

    private final int least;
    private final @Nullable Integer most;

    HandoffBand(int least, @Nullable Integer most) {
        this.least = least;
        this.most = most;
    }

    /** The fewest handoffs in it, by which it is stored. */
    public int least() {
        return least;
    }

    /** The most handoffs in it; null where there is no end. */
    public @Nullable Integer most() {
        return most;
    }

    static HandoffBand of(int handoffs) {
        return Arrays.stream(values())
                .filter(band -> band.most == null || handoffs <= band.most)
                .findFirst()
                .orElseThrow();
    }

    static HandoffBand startingAt(int least) {
        return Arrays.stream(values())
                .filter(band -> band.least == least)
                .findFirst()
                .orElseThrow();
    }
}
