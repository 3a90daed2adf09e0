package nl.baton.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a screen that loads by itself: off the UI's thread, shown when it is there, with its own error and its own
 * second try. The supplier must not touch components; the renderer runs in the UI and makes them.
 */
public final class Tile<T> extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(Tile.class);

    private final Background background;
    private final SerializableFunction<T, Component> renderer;
    private final ValueSignal<TileState<T>> state = new ValueSignal<>(new TileState.Loading<>(null));
    private Supplier<T> supplier;
    private Component skeleton = Skeleton.lines(3);
    private @Nullable String patience;
    private volatile int asked;
    private @Nullable TileState<T> shown;

    public Tile(Background background, Supplier<T> supplier, SerializableFunction<T, Component> renderer) {
        this.background = background;
        this.supplier = supplier;
        this.renderer = renderer;
        addClassName("tile");
        Signal.effect(this, () -> show(state.get()));
    }

    /** What stands there until the first value has come; three lines otherwise. */
    public Tile<T> withSkeleton(Component skeleton) {
        this.skeleton = skeleton;
        return this;
    }

    /** What to say when it takes longer than three seconds, such as "Counting 1.2 million handoffs". */
    public Tile<T> withPatience(String sentence) {
        patience = sentence;
        return this;
    }

    /** Loads anew; the last value stays until then. */
    public void reload() {
        getUI().ifPresent(this::start);
    }

    /** Loads something else, such as after a change of filter; what was still under way is not shown any more. */
    public void load(Supplier<T> other) {
        supplier = other;
        reload();
    }

    /** The same once nothing else was asked for a moment: of what changes as somebody types, only the last is worked out. */
    public void loadAfter(Duration pause, Supplier<T> other) {
        supplier = other;
        getUI().ifPresent(ui -> start(ui, pause));
    }

    /** How far it is, for whoever wants to follow. */
    public Signal<TileState<T>> state() {
        return state.asReadonly();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        start(attached.getUI());
    }

    private void start(UI ui) {
        start(ui, Duration.ZERO);
    }

    private void start(UI ui, Duration pause) {
        int ticket = asked + 1;
        asked = ticket;
        Supplier<T> work = supplier;
        state.set(new TileState.Loading<>(state.peek().last()));
        background.submit(() -> {
            Thread.sleep(pause);
            if (ticket != asked) {
                return null;
            }
            TileState<T> outcome = attempt(work);
            try {
                ui.access(() -> finish(ticket, outcome));
            } catch (UIDetachedException left) {
                LOG.debug("Nobody waits for this tile any more");
            }
            return null;
        });
    }

    private TileState<T> attempt(Supplier<T> work) {
        try {
            return new TileState.Loaded<>(work.get(), Instant.now());
        } catch (RuntimeException failure) {
            String reference = ErrorReference.next();
            LOG.error("A tile failed, reference {}", reference, failure);
            return new TileState.Failed<>(reference, null);
        }
    }

    private void finish(int ticket, TileState<T> outcome) {
        if (ticket != asked) {
            return;
        }
        state.set(
                outcome instanceof TileState.Failed<T> failed
                        ? new TileState.Failed<>(
                                failed.reference(), state.peek().last())
                        : outcome);
    }

    private void show(TileState<T> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getElement().setAttribute("aria-busy", Boolean.toString(now instanceof TileState.Loading));
        setClassName("stale", now.last() != now && now.last() != null);
        switch (now) {
            case TileState.Loading<T> loading -> showLoading(loading);
            case TileState.Loaded<T> loaded -> {
                Component content = renderer.apply(loaded.value());
                // what shows fresh values in place stays, and the focus in it
                if (getComponentCount() != 1 || getComponentAt(0) != content) {
                    removeAll();
                    add(content);
                }
            }
            case TileState.Failed<T> failed -> showFailure(failed);
        }
    }

    private void showLoading(TileState.Loading<T> loading) {
        if (loading.last() == null) {
            removeAll();
            add(skeleton);
            if (patience != null) {
                Paragraph wait = new Paragraph(patience);
                wait.addClassName("patience");
                add(wait);
            }
        }
    }

    private void showFailure(TileState.Failed<T> failed) {
        TileState.Loaded<T> last = failed.last();
        removeAll();
        Div notice = new Div();
        notice.addClassName("tile-failure");
        notice.getElement().setAttribute("role", "alert");
        String stillHolds = last == null
                ? getTranslation("shell.tile.others")
                : getTranslation(
                        "shell.tile.stale",
                        Formats.of(getLocale()).duration(Duration.between(last.at(), Instant.now())));
        notice.add(
                new StateLabel(StateLabel.State.UNKNOWN, getTranslation("shell.tile.failed")),
                new Paragraph(stillHolds + " " + getTranslation("shell.error.reference", failed.reference())),
                new Button(getTranslation("shell.tile.retry"), click -> reload()));
        add(notice);
        if (last != null) {
            add(renderer.apply(last.value()));
        }
    }
}
