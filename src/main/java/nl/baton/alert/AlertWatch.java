package nl.baton.alert;

import java.time.Duration;
import nl.baton.security.SystemWatch;
import org.springframework.stereotype.Component;

/** Sees that alerts came or went, whichever node moved them: by one look at the database in two seconds. */
@Component
class AlertWatch extends SystemWatch {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final AlertTable table;
    private final AlertNews news;
    private volatile boolean nudged;
    private long version = -1;

    AlertWatch(AlertTable table, AlertNews news) {
        super("alerts", EVERY);
        this.table = table;
        this.news = news;
    }

    /** Somebody at this node has read some. */
    void nudge() {
        nudged = true;
    }

    @Override
    protected void look() {
        // where nobody looks, nothing is asked
        if (!news.isHeard()) {
            return;
        }
        boolean read = nudged;
        nudged = false;
        long now = table.version();
        boolean moved = read || (version >= 0 && now != version);
        version = now;
        news.tell(moved);
    }
}
