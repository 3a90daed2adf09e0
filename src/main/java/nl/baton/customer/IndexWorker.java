package nl.baton.customer;

import java.util.concurrent.TimeUnit;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the search index follow the database, on every node. */
@Component
class IndexWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexWorker.class);
    private static final long IDLE_MILLIS = 300;
    private static final long AFTER_FAILURE_MILLIS = 2_000;
    private static final long SECONDS_TO_STOP = 20;

    private final IndexKeeper keeper;
    private @Nullable Thread thread;
    private volatile boolean running;

    IndexWorker(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("search-index").daemon().start(() -> SystemWork.run(this::work));
    }

    private void work() {
        boolean failing = false;
        while (running) {
            long pause;
            try {
                pause = keeper.step() ? 0 : IDLE_MILLIS;
                if (failing) {
                    LOG.info("The search index is brought up to date again");
                }
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing && running) {
                    LOG.warn("The search index cannot be brought up to date for the moment", failure);
                }
                failing = true;
                pause = AFTER_FAILURE_MILLIS;
            }
            pause(pause);
        }
        keeper.close();
    }

    private synchronized void pause(long millis) {
        try {
            if (millis > 0 && running) {
                wait(millis);
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Gently: an interrupt in the middle of a write would close the index's files, and an embedded database. */
    @Override
    public void stop() {
        Thread working;
        synchronized (this) {
            running = false;
            notifyAll();
            working = thread;
            thread = null;
        }
        if (working != null) {
            try {
                working.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up before the web server and down after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
