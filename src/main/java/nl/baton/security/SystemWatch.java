package nl.baton.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at something again and again as long as the application runs, as Baton itself, on a thread of its own. */
public abstract class SystemWatch implements SmartLifecycle {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration every;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param every how long to wait after each look
     */
    protected SystemWatch(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** One look; what it throws is said once, and the next look comes all the same. */
    protected abstract void look();

    private void watch() {
        boolean failing = false;
        while (running) {
            try {
                look();
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing && running) {
                    log.warn(
                            "Nothing new is seen for the moment: {}",
                            failure.getClass().getSimpleName());
                }
                failing = true;
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> SystemWork.run(this::watch));
    }

    /** Gently: an interrupt in the middle of a statement would close an embedded database for everybody. */
    @Override
    public synchronized void stop() {
        running = false;
        Thread watching = thread;
        if (watching != null) {
            try {
                watching.join(every.multipliedBy(2));
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
