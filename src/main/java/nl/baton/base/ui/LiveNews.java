package nl.baton.base.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells open screens that what they show has moved; implemented by the module that computes it. */
public interface LiveNews {

    /**
     * What happened since the last look, about a second ago.
     *
     * @param moved whether anything did
     * @param customers whose journeys changed
     */
    record News(boolean moved, Set<Long> customers) {}

    /**
     * How far what is shown is behind what has arrived.
     *
     * @param sentence changes seldom, so that it can be read out
     * @param detail changes all the time
     */
    record Delay(String sentence, String detail) {}

    /**
     * Calls back at every look, on a thread that must not be kept.
     *
     * @return to be run when the screen is left
     */
    Runnable listen(Consumer<News> listener);

    /** Empty when nothing worth mentioning is behind. */
    Optional<Delay> delay(Locale locale);
}
