package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.baton.handoff.LiveFigures.Moved;
import nl.baton.handoff.LiveFigures.State;
import nl.baton.journey.ChangedCases;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees that figures moved, whichever node moved them, and how far they are behind: by one look at the database each
 * second, however many screens are open.
 */
@Component
class FiguresWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFigures.class);
    private static final long EVERY_MILLIS = 1_000;

    /** Numbers are given out before they are committed: one may turn up after so many later ones. */
    private static final long LATE = 500;

    /** More waiting changes than this are not counted: it would take long just when there is much to do. */
    static final int COUNTED = 100_000;

    /** A delay up to this long is nobody's concern. */
    private static final Duration NOTABLE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ChangedCases changedCases;
    private final FiguresVersion version;
    private final LiveFigures screens;
    private final Rebuild rebuild;
    private final Clock clock;
    private final Set<Long> seen = new HashSet<>();
    private long last;
    private volatile boolean running;
    private @Nullable Thread thread;

    FiguresWatch(
            JdbcClient jdbc,
            ChangedCases changedCases,
            FiguresVersion version,
            LiveFigures screens,
            Rebuild rebuild,
            Clock clock) {
        this.rebuild = rebuild;
        this.jdbc = jdbc;
        this.changedCases = changedCases;
        this.version = version;
        this.screens = screens;
        this.clock = clock;
    }

    private void watch() {
        boolean failing = false;
        while (running) {
            try {
                look();
                failing = false;
            } catch (RuntimeException failure) {
                if (!failing && running) {
                    LOG.warn(
                            "Open screens hear nothing new for the moment: {}",
                            failure.getClass().getSimpleName());
                }
                failing = true;
            }
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void look() {
        Set<Long> customers = new HashSet<>();
        boolean moved = news(customers);
        Duration behind = delay();
        if (moved) {
            version.moveOn();
        }
        screens.tell(
                new Moved(moved, Set.copyOf(customers)),
                new State(
                        behind,
                        behind == null ? 0 : changedCases.countUpTo(COUNTED),
                        rebuild.underWay().orElse(null)));
    }

    private boolean news(Set<Long> customers) {
        boolean[] any = new boolean[1];
        boolean first = last == 0;
        jdbc.sql("SELECT id, customers FROM figures_move WHERE id > ? ORDER BY id")
                .param(last - LATE)
                .query(row -> {
                    long id = row.getLong(1);
                    if (seen.add(id)) {
                        any[0] = true;
                        Arrays.stream(row.getString(2).split(","))
                                .filter(customer -> !customer.isEmpty())
                                .map(Long::valueOf)
                                .forEach(customers::add);
                    }
                    last = Math.max(last, id);
                });
        seen.removeIf(id -> id <= last - LATE);
        return any[0] && !first;
    }

    private @Nullable Duration delay() {
        Optional<Instant> since = changedCases.waitingSince();
        return since.map(waiting -> Duration.between(waiting, clock.instant()))
                .filter(delay -> delay.compareTo(NOTABLE) > 0)
                .orElse(null);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("live-figures").daemon().start(() -> SystemWork.run(this::watch));
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread watching = thread;
        if (watching != null) {
            try {
                watching.join(Duration.ofMillis(2 * EVERY_MILLIS));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
