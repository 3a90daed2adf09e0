package nl.baton.alert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells the open screens of this node that alerts came or went. */
@Service
@PreAuthorize("isAuthenticated()")
public class AlertNews {

    private static final Logger LOG = LoggerFactory.getLogger(AlertNews.class);

    private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Calls back at every look, with whether anything moved, on a thread that must not be kept.
     *
     * @return to be run when the screen is left
     */
    public Runnable listen(Consumer<Boolean> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether any screen is open. */
    boolean isHeard() {
        return !listeners.isEmpty();
    }

    void tell(boolean moved) {
        for (Consumer<Boolean> listener : listeners) {
            try {
                listener.accept(moved);
            } catch (RuntimeException screenGone) {
                LOG.debug("A screen could not be told", screenGone);
            }
        }
    }
}
