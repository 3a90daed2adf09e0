package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the figures up to date as touchpoints arrive: some threads on every node, which look at one queue. */
@Component
class ProjectionWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWorkers.class);

    /** More would wait for each other at the roll-ups. */
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private static final long IDLE_MILLIS = 200;
    private static final long AFTER_FAILURE_MILLIS = 1_000;
    private static final long SECONDS_TO_STOP = 20;

    private final Projection projection;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ProjectionWorkers(Projection projection) {
        this.projection = projection;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < WORKERS; i++) {
            threads.add(Thread.ofPlatform().name("projection-" + i).daemon().start(() -> SystemWork.run(this::work)));
        }
    }

    private void work() {
        boolean failing = false;
        while (running) {
            long pause = 0;
            try {
                pause = projection.projectSome() == 0 ? IDLE_MILLIS : 0;
                if (failing) {
                    LOG.info("Handoffs are computed again");
                }
                failing = false;
            } catch (RuntimeException failure) {
                // the database is away, or busy: what was in hand is on the queue again
                if (!failing && running) {
                    LOG.warn(
                            "Handoffs cannot be computed for the moment: {}",
                            failure.getClass().getSimpleName());
                }
                failing = true;
                pause = AFTER_FAILURE_MILLIS;
            }
            pause(pause);
        }
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

    /** Gently: an interrupt in the middle of a write would close an embedded database for everybody. */
    @Override
    public void stop() {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_STOP);
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
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
