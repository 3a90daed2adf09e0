package nl.baton.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.signals.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import nl.baton.base.Background;
import nl.baton.base.ui.LiveNews.Delay;
import nl.baton.base.ui.LiveNews.News;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an open screen up to date: when something moved that concerns it, it is read anew off the UI's thread and shown
 * in place. At most once in two seconds, never twice at a time, and not while nobody looks. The note itself is empty,
 * unless what is shown is behind what has arrived: then it says so.
 */
public final class LiveNote<T> extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNote.class);

    /** A little less than two seconds: news comes every second, more or less. */
    private static final long LEAST_NANOS = Duration.ofMillis(1_900).toNanos();

    private final transient LiveNews news;
    private final Background background;
    private final SerializablePredicate<News> concerns;
    private final transient Supplier<T> reading;
    private final SerializableConsumer<T> show;
    private final Span sentence = new Span();
    private final Span detail = new Span();
    private transient @Nullable Runnable leave;
    private volatile @Nullable Delay delay;
    private volatile boolean pending;
    private volatile boolean loading;
    private volatile boolean hidden;
    private boolean wordless;
    private volatile long last = System.nanoTime() - LEAST_NANOS;

    /**
     * Once this note stands on a screen, that screen is live.
     *
     * @param concerns asked on a thread of its own
     * @param reading must not touch components
     * @param show changes the screen in place, so that the user's place in it stays
     */
    public LiveNote(
            LiveNews news,
            Background background,
            SerializablePredicate<News> concerns,
            Supplier<T> reading,
            SerializableConsumer<T> show) {
        this.news = news;
        this.background = background;
        this.concerns = concerns;
        this.reading = reading;
        this.show = show;
        addClassName("live-note");
        sentence.getElement().setAttribute("aria-live", "polite");
        add(sentence, detail);
    }

    /** For a screen that says itself how far behind things are. */
    public LiveNote<T> wordless() {
        wordless = true;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        showDelay();
        leave = news.listen(heard -> hear(heard, ui));
        Signal.effect(this, () -> {
            hidden = ui.getPage().pageVisibilitySignal().get() == PageVisibility.HIDDEN;
            if (due()) {
                begin(ui);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (leave != null) {
            leave.run();
            leave = null;
        }
        super.onDetach(detached);
    }

    private void hear(News heard, UI ui) {
        if (concerns.test(heard)) {
            pending = true;
        }
        boolean otherWords = !wordless && !news.delay(ui.getLocale()).equals(Optional.ofNullable(delay));
        if (otherWords && !hidden || due()) {
            try {
                ui.access(() -> {
                    showDelay();
                    if (due()) {
                        begin(ui);
                    }
                });
            } catch (UIDetachedException left) {
                LOG.debug("Nobody looks at this screen any more");
            }
        }
    }

    private boolean due() {
        return pending && !loading && !hidden && System.nanoTime() - last >= LEAST_NANOS;
    }

    private void showDelay() {
        Delay now = wordless ? null : news.delay(getLocale()).orElse(null);
        delay = now;
        setClassName("shown", now != null);
        sentence.setText(now == null ? "" : now.sentence());
        detail.setText(now == null ? "" : " " + now.detail());
    }

    private void begin(UI ui) {
        pending = false;
        loading = true;
        last = System.nanoTime();
        background.submit(() -> {
            try {
                T fresh = reading.get();
                ui.access(() -> {
                    if (isAttached()) {
                        show.accept(fresh);
                    }
                });
            } catch (UIDetachedException left) {
                LOG.debug("Nobody looks at this screen any more");
            } catch (RuntimeException failure) {
                // what is shown stays; the next news tries again
                LOG.warn("An open screen could not be brought up to date", failure);
            } finally {
                loading = false;
            }
            return null;
        });
    }
}
