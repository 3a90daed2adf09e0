package nl.baton.profile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.UndoNotice;
import nl.baton.journey.ContactLog;
import nl.baton.journey.ContactRefused;
import nl.baton.journey.Promise;
import nl.baton.journey.Promise.State;
import nl.baton.journey.Settlement;
import nl.baton.journey.ui.PromiseWords;
import nl.baton.profile.ui.JourneyPart.Shown;

/** What the customer was promised: what was missed first, then what comes next, then what was kept. */
final class PromisesPart extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 4;
    private static final int MILLIS = 6_000;

    private final transient ContactLog log;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final boolean settles;
    private transient List<Promise> shown = List.of();
    private boolean all;

    PromisesPart(ContactLog log, Clock clock, ZoneId zone, boolean settles) {
        this.log = log;
        this.clock = clock;
        this.zone = zone;
        this.settles = settles;
        addClassName("promises");
        setVisible(false);
    }

    /** Nothing is drawn again as long as the promises are the same, so that the focus stays. */
    void show(Shown fresh) {
        if (!fresh.promises().equals(shown)) {
            shown = fresh.promises();
            draw();
        }
    }

    private void draw() {
        removeAll();
        setVisible(!shown.isEmpty());
        Span label = new Span(getTranslation("profile.promises"));
        label.addClassName("label");
        add(label);
        List<Promise> sorted = new ArrayList<>(shown);
        sorted.sort(Comparator.comparingInt(PromisesPart::urgency).thenComparing(PromisesPart::byDue));
        sorted.stream().limit(all ? sorted.size() : SHOWN).forEach(promise -> add(line(promise)));
        if (!all && sorted.size() > SHOWN) {
            NativeButton more = new NativeButton(getTranslation("profile.promises.all", sorted.size()), click -> {
                all = true;
                draw();
            });
            more.addClassName("link-like");
            add(more);
        }
    }

    private static int urgency(Promise promise) {
        return switch (promise.state()) {
            case BROKEN -> promise.unsettled() ? 0 : 3;
            case DUE -> 1;
            case MADE -> 2;
            case KEPT -> 4;
            case WITHDRAWN -> 5;
        };
    }

    /** What is to come in its order; of what is past the last first. */
    private static int byDue(Promise one, Promise other) {
        boolean toCome = one.state() == State.DUE || one.state() == State.MADE;
        return toCome ? one.due().compareTo(other.due()) : other.due().compareTo(one.due());
    }

    private Div line(Promise promise) {
        Span text = new Span(promise.text());
        text.addClassName("what");
        Span due = new Span(PromiseWords.due(promise.due(), zone, getLocale(), this));
        due.addClassNames("quiet", "due");
        Div what = new Div(text, due);
        what.addClassName("promised");
        Div line = new Div(PromiseWords.state(promise, clock.instant(), zone, this), what);
        line.addClassName("promise");
        if (settles && promise.unsettled()) {
            what.add(settling(promise));
        }
        return line;
    }

    private FilterButton settling(Promise promise) {
        FilterButton button = new FilterButton(getTranslation("profile.promise.settle"), "")
                .offering(
                        List.of(Settlement.State.values()),
                        state -> getTranslation("profile.promise.settle." + state.name()),
                        state -> settle(promise, state));
        button.addClassName("settle");
        button.setAriaLabel(getTranslation("profile.promise.settle.which", promise.text()));
        return button;
    }

    private void settle(Promise promise, Settlement.State state) {
        UUID key = UUID.randomUUID();
        try {
            log.settle(key, promise.id(), state);
            new UndoNotice(getTranslation("profile.promise.settled." + state.name()), () -> takeBack(key)).open();
        } catch (ContactRefused refused) {
            say(refused);
        }
    }

    private void takeBack(UUID key) {
        try {
            log.takeBack(key);
        } catch (ContactRefused refused) {
            say(refused);
        }
    }

    private void say(ContactRefused refused) {
        Notification.show(getTranslation(refused.reason().key()), MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
