package nl.baton.feedback.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.UndoNotice;
import nl.baton.department.Department;
import nl.baton.feedback.Draft;
import nl.baton.feedback.FeedbackCause;
import nl.baton.feedback.FeedbackNews;
import nl.baton.feedback.FeedbackRefused;
import nl.baton.feedback.FeedbackRefused.Reason;
import nl.baton.feedback.InboxCounts;
import nl.baton.feedback.InboxCounts.Group;
import nl.baton.feedback.InboxFilter;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.feedback.InboxItem;
import nl.baton.feedback.ToldBy;
import nl.baton.feedback.ui.InboxReading.Opened;
import nl.baton.security.CurrentUserProvider;
import org.jspecify.annotations.Nullable;

/** What customers said, by when they should have heard what came of it. The item chosen and what is listed stand in the URL. */
@Route("feedback/:item?")
@PageTitle("feedback.inbox.menu")
@Menu(title = "feedback.inbox.menu", order = 22, icon = Glyph.FEEDBACK)
@RolesAllowed({"AGENT", "LEAD", "MARKETER"})
public class InboxView extends MasterDetailLayout implements BeforeEnterObserver, InboxDeeds {

    private static final long serialVersionUID = 1;
    private static final String NUMBER = "\\d{1,18}";
    private static final int MILLIS = 8_000;

    private final transient InboxReading reading;
    private final transient CurrentUserProvider users;
    private final InboxGrid grid;
    private final Div top = new Div();
    private volatile InboxFilter filter = InboxFilter.USUAL;
    private ScreenHead head = new ScreenHead("");
    private @Nullable Long shown;
    private @Nullable InboxDetail detail;
    private @Nullable UndoNotice notice;

    InboxView(InboxReading reading, FeedbackNews news, CurrentUserProvider users, Background background) {
        this.reading = reading;
        this.users = users;
        grid = new InboxGrid(reading, () -> filter, item -> go(item, filter));
        LiveNote<InboxCounts> live = new LiveNote<>(
                        new InboxNews(news), background, any -> true, () -> reading.counts(filter), this::refresh)
                .wordless();
        Div list = new Div(top, live, grid, new InboxKeys(reading.works(), this::key));
        list.addClassName("list");
        addClassName("inbox-view");
        setMaster(list);
        EmptyState hint = new EmptyState(say("hint"), say("hint.next"));
        hint.addClassName("inbox-hint");
        setDetailPlaceholder(hint);
        setMasterSize("404px");
        setDetailSize("560px", true);
        addDetailEscapePressListener(escape -> go(null, filter));
        addBackdropClickListener(click -> go(null, filter));
    }

    private void key(String key) {
        switch (key) {
            case "j" -> step(1);
            case "k" -> step(-1);
            case "z" -> undo();
            case "v" -> Optional.ofNullable(detail).ifPresent(InboxDetail::focusTelling);
            case "d" -> Optional.ofNullable(detail).ifPresent(InboxDetail::openHandOn);
            case "m" -> opened().map(Opened::item).filter(InboxItem::workable).ifPresent(this::take);
            case "p" ->
                opened().flatMap(each -> Optional.ofNullable(each.item().customerId()))
                        .ifPresent(customer ->
                                getUI().ifPresent(ui -> reading.screen().open(ui, customer)));
            default -> {}
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InboxFilter wanted = InboxState.of(event.getLocation().getQueryParameters());
        shown = event.getRouteParameters()
                .get("item")
                .filter(text -> text.matches(NUMBER))
                .map(Long::valueOf)
                .orElse(null);
        if (!wanted.equals(filter) || head.getParent().isEmpty()) {
            filter = wanted;
            head = new ScreenHead("", new InboxFilters(reading, wanted, chosen -> go(null, chosen)));
            top.removeAll();
            top.add(head);
            refresh(reading.counts(wanted));
        } else {
            show(null);
        }
    }

    private String say(String key, Object... values) {
        return getTranslation("feedback.inbox." + key, values);
    }

    /** What is chosen, what was typed, and where one is in the list stays. */
    private void refresh(InboxCounts counts) {
        long late = counts.byGroup().getOrDefault(Group.LATE, 0L);
        head.setSentence(
                filter.state() == State.WAITING
                        ? say("sentence", counts.all(), late)
                        : say("sentence." + filter.state(), counts.all()));
        grid.show(counts);
        show(detail == null || !Objects.equals(detail.id(), shown) ? null : detail.typed());
    }

    private void show(@Nullable Typed typed) {
        Opened opened = opened().orElse(null);
        if (opened == null) {
            grid.deselectAll();
            detail = null;
            setDetail(null);
            return;
        }
        grid.choose(opened.item());
        if (detail == null || !detail.shows(opened)) {
            InboxDetail fresh = new InboxDetail(opened, reading, this, typed, () -> go(null, filter));
            detail = fresh;
            setDetail(fresh);
        }
    }

    private Optional<Opened> opened() {
        return Optional.ofNullable(shown).flatMap(reading::open);
    }

    private void go(@Nullable Long item, InboxFilter wanted) {
        RouteParameters parameters =
                item == null ? RouteParameters.empty() : new RouteParameters("item", String.valueOf(item));
        getUI().ifPresent(ui -> ui.navigate(InboxView.class, parameters, InboxState.query(wanted)));
    }

    private void step(int by) {
        Long next = grid.at(shown == null ? 0 : grid.place(shown) + by);
        if (next != null) {
            go(next, filter);
        }
    }

    private void undo() {
        if (notice != null) {
            notice.undo();
        }
    }

    @Override
    public boolean mine(InboxItem item) {
        return users.get().username().equals(item.work().desk().handler());
    }

    @Override
    public void take(InboxItem item) {
        work(item, false, "taken", () -> reading.work().take(item.id(), item.version()));
    }

    @Override
    public void handOn(InboxItem item, Department to) {
        work(item, true, "handed-on", () -> reading.work().handOn(item.id(), item.version(), to.id()));
    }

    @Override
    public void tell(InboxItem item, String done, ToldBy by, String text) {
        work(item, true, "told", () -> reading.work().tell(item.id(), item.version(), done, by, text));
    }

    @Override
    public void close(InboxItem item, String done, @Nullable FeedbackCause cause, boolean changed, String whyNotTold) {
        work(
                item,
                true,
                "closed",
                () -> reading.work().close(item.id(), item.version(), done, cause, changed, whyNotTold));
    }

    @Override
    public void keep(InboxItem item, Typed typed) {
        try {
            reading.work().keep(item.id(), new Draft(typed.done(), typed.told()));
        } catch (FeedbackRefused refused) {
            refused(refused.reason());
        }
    }

    /** Does it, offers to take it back, and goes on to the next item where this one is done with. */
    private void work(InboxItem item, boolean on, String done, SerializableSupplier<Integer> deed) {
        int place = grid.place(item.id());
        int version;
        try {
            version = deed.get();
        } catch (FeedbackRefused refused) {
            refused(refused.reason());
            return;
        }
        UndoNotice fresh = new UndoNotice(
                say("done." + done, new InboxWords(this, getLocale(), reading).customer(item)),
                () -> takeBack(item.id(), version));
        notice = fresh;
        fresh.open();
        InboxCounts counts = reading.counts(filter);
        if (on && filter.state() == State.WAITING && place >= 0) {
            detail = null;
            refresh(counts);
            go(grid.at(place), filter);
        } else {
            refresh(counts);
        }
    }

    private void takeBack(long item, int version) {
        try {
            reading.work().undo(item, version);
            refresh(reading.counts(filter));
            go(item, filter);
        } catch (FeedbackRefused refused) {
            refused(refused.reason());
        }
    }

    /** What was typed stays where it is; where somebody else was first, the item is shown as it is now. */
    private void refused(Reason reason) {
        Notification.show(say("refused." + reason), MILLIS, Notification.Position.BOTTOM_CENTER);
        if (reason == Reason.CHANGED_MEANWHILE || reason == Reason.GONE || reason == Reason.CLOSED) {
            refresh(reading.counts(filter));
        }
    }
}
