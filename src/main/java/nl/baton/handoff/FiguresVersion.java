package nl.baton.handoff;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Moves on with every change of the figures, so that what was read before is known to be stale. */
@Component
class FiguresVersion {

    private final AtomicLong version = new AtomicLong();

    long now() {
        return version.get();
    }

    void moveOn() {
        version.incrementAndGet();
    }
}
