package nl.baton.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells the open screens of this node that figures moved, and how far they are behind what has arrived. */
@Service
@PreAuthorize("isAuthenticated()")
public class LiveFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFigures.class);

    private final List<Consumer<Moved>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new State(null, 0, null);

    /**
     * How far the figures are.
     *
     * @param behind what has arrived, when that is more than five seconds
     * @param waiting how many changes are still to be computed, counted up to {@link FiguresWatch#COUNTED}; 0 when the
     *     figures are not behind
     * @param rebuild the one that is under way
     */
    public record State(@Nullable Duration behind, long waiting, Rebuild.@Nullable Progress rebuild) {}

    /**
     * What happened since the last look.
     *
     * @param figures whether any figure moved
     * @param customers whose journeys changed
     */
    public record Moved(boolean figures, Set<Long> customers) {}

    /**
     * Calls back at every look, about once a second, on a thread that must not be kept.
     *
     * @return to be run when the screen is left
     */
    public Runnable listen(Consumer<Moved> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How far the figures are behind what has arrived, when that is more than five seconds. */
    public Optional<Duration> behind() {
        return Optional.ofNullable(state.behind());
    }

    /** How far the figures are. */
    public State state() {
        return state;
    }

    void tell(Moved moved, State now) {
        state = now;
        for (Consumer<Moved> listener : listeners) {
            try {
                listener.accept(moved);
            } catch (RuntimeException screenGone) {
                LOG.debug("A screen could not be told", screenGone);
            }
        }
    }
}
