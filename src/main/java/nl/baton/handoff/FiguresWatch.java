package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.baton.handoff.LiveFigures.Moved;
import nl.baton.handoff.LiveFigures.State;
import nl.baton.journey.ChangedCases;
import nl.baton.security.SystemWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees that figures moved, whichever node moved them, and how far they are behind: by one look at the database each
 * second, however many screens are open.
 */
@Component
class FiguresWatch extends SystemWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);

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
    private final ProjectionGauges gauges;
    private final Rebuild rebuild;
    private final Clock clock;
    private final Set<Long> seen = new HashSet<>();
    private long last;

    FiguresWatch(
            JdbcClient jdbc,
            ChangedCases changedCases,
            FiguresVersion version,
            LiveFigures screens,
            ProjectionGauges gauges,
            Rebuild rebuild,
            Clock clock) {
        super("live-figures", EVERY);
        this.rebuild = rebuild;
        this.jdbc = jdbc;
        this.changedCases = changedCases;
        this.version = version;
        this.screens = screens;
        this.gauges = gauges;
        this.clock = clock;
    }

    @Override
    protected void look() {
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
        Optional<Duration> waiting = changedCases
                .waitingSince()
                .map(since -> Duration.between(since, clock.instant()))
                .filter(delay -> !delay.isNegative());
        gauges.looked(waiting.orElse(Duration.ZERO).toMillis() / 1_000.0, changedCases.failures());
        return waiting.filter(delay -> delay.compareTo(NOTABLE) > 0).orElse(null);
    }
}
