package nl.baton.feedback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells the open screens of this node that customers said something, or that somebody worked on what they said. */
@Service
@PreAuthorize("isAuthenticated()")
public class FeedbackNews {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackNews.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Calls back when something moved, on a thread that must not be kept.
     *
     * @return to be run when the screen is left
     */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException screenGone) {
                LOG.debug("A screen could not be told", screenGone);
            }
        }
    }
}
