package nl.baton.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.ExplainedPart;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.department.Department;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.DepartmentPasses.Waiting;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.WaitingPass;
import nl.baton.handoff.ui.DepartmentStake;
import org.jspecify.annotations.Nullable;

/** One department's own screen: what waits for it, what it passed on, what breaks at its handoffs, what it agreed. */
@Route("workspace")
@PageTitle("workspace.menu")
@Menu(title = "workspace.menu", order = 10, icon = Glyph.DEPARTMENT)
@RolesAllowed({"AGENT", "EXECUTIVE", "LEAD"})
public class WorkspaceView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    /** What nobody touched grows older all the same. */
    private static final long AGES_NANOS = Duration.ofSeconds(30).toNanos();

    private final transient WorkspaceReading reading;
    private final transient HandoffWords words;
    private final transient CustomerScreen screen;
    private final transient Background background;
    private final Div parts = new Div();
    private final Div below = new Div();
    private final Div top = new Div();
    private ScreenHead head = new ScreenHead("");
    private volatile @Nullable Department shown;
    private volatile long readAt = System.nanoTime();
    private @Nullable PassesPart waiting;
    private @Nullable PassesPart passed;
    private volatile @Nullable ListPart list;

    /** What is live, read anew. */
    private record Fresh(
            Department department,
            Waiting waiting,
            Waiting passed,
            @Nullable ListPart list,
            long listed) {}

    WorkspaceView(
            WorkspaceReading reading, HandoffWords words, CustomerScreen screen, Background background, LiveNews news) {
        this.reading = reading;
        this.words = words;
        this.screen = screen;
        this.background = background;
        addClassName("workspace-view");
        parts.addClassName("work-parts");
        LiveNote<Fresh> live = new LiveNote<>(
                news, background, heard -> shown != null && (heard.moved() || isOld()), this::readAnew, this::update);
        add(top, live, below, parts);
    }

    private boolean isOld() {
        return System.nanoTime() - readAt > AGES_NANOS;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        WorkspaceState state = WorkspaceState.of(event.getLocation().getQueryParameters());
        Department department = reading.department(state.department()).orElse(null);
        boolean same = department != null && department.equals(shown);
        if (!same) {
            open(department, state);
        }
        below.removeAll();
        list = null;
        if (department != null && state.show() != null) {
            ListPart records = new ListPart(department.id(), state, reading, rowWords(), () -> go(state.showing(null)));
            list = records;
            below.add(records);
        }
    }

    private void open(@Nullable Department department, WorkspaceState state) {
        shown = department;
        parts.removeAll();
        waiting = null;
        passed = null;
        head = department != null && reading.choosesDepartment()
                ? new ScreenHead("", new FilterRow(choice(department, state)))
                : new ScreenHead("");
        top.removeAll();
        top.add(head);
        if (department == null) {
            head.setSentence(getTranslation("workspace.menu"));
            parts.add(new EmptyState(getTranslation("workspace.homeless"), getTranslation("workspace.homeless.next")));
            return;
        }
        head.setSentence(department.name());
        WorkspaceState plain = state.showing(null);
        parts.add(
                waitingPart(department, plain),
                passedPart(department, plain),
                breaksPart("broken", department, plain, Side.BROKEN_BY_US),
                breaksPart("suffered", department, plain, Side.SUFFERED));
        if (reading.seesStake()) {
            parts.add(stakePart(department));
        }
        parts.add(
                part(
                        "weeks",
                        new Tile<>(
                                background,
                                () -> reading.weeks(department.id()),
                                weeks -> new WeeksPart(weeks, words, department.hours()))),
                part(
                        "pacts",
                        new Tile<>(
                                background,
                                () -> reading.pacts(department.id()),
                                pacts -> new PactsPart(pacts, words, reading.zone()))),
                part(
                        "feedback",
                        new Tile<>(
                                background,
                                () -> new FeedbackPart.Loaded(
                                        reading.feedback(department.id()),
                                        reading.feedback(department.id(), 0, WorkspaceReading.ROWS)),
                                loaded -> new FeedbackPart(loaded, plain, rowWords()))));
    }

    private Component stakePart(Department department) {
        return part(
                "stake",
                new Tile<>(
                        background,
                        () -> reading.stake(department.id()),
                        stake -> new DepartmentStake(stake, reading.period(), !reading.choosesDepartment())));
    }

    private FilterButton choice(Department department, WorkspaceState state) {
        return new FilterButton(getTranslation("workspace.department"), department.name())
                .choosing(reading.departments(), department, Department::name, other -> go(state.of(other.id())));
    }

    private Component waitingPart(Department department, WorkspaceState state) {
        return part("waiting", new Tile<>(background, () -> reading.waiting(department.id(), End.RECEIVER), loaded -> {
            PassesPart fresh = new PassesPart(loaded, End.RECEIVER, state, rowWords());
            waiting = fresh;
            head.setSentence(sentence(department, loaded));
            return fresh;
        }));
    }

    private Component passedPart(Department department, WorkspaceState state) {
        return part("passed", new Tile<>(background, () -> reading.waiting(department.id(), End.PASSER), loaded -> {
            PassesPart fresh = new PassesPart(loaded, End.PASSER, state, rowWords());
            passed = fresh;
            return fresh;
        }));
    }

    private Component breaksPart(String key, Department department, WorkspaceState state, Side side) {
        return part(
                key,
                new Tile<>(
                        background,
                        () -> side == Side.BROKEN_BY_US
                                ? reading.brokenByUs(department.id())
                                : reading.suffered(department.id()),
                        lines -> new BreaksPart(lines, side, state, rowWords())));
    }

    private ExplainedPart part(String key, Component content) {
        var part = new ExplainedPart("workspace.", "work-part", key);
        part.add(content);
        return part;
    }

    private RowWords rowWords() {
        return new RowWords(this, getLocale(), words, screen, reading.zone());
    }

    /** What a reader would say to a colleague. */
    private String sentence(Department department, Waiting now) {
        WaitingPass longest = now.longest();
        if (longest == null) {
            return getTranslation("workspace.sentence.nothing", department.name());
        }
        return getTranslation(
                now.overdue() == 0 ? "workspace.sentence.in-time" : "workspace.sentence.overdue",
                department.name(),
                now.total(),
                now.overdue(),
                rowWords().wait(longest));
    }

    /** Off the UI's thread. */
    private Fresh readAnew() {
        readAt = System.nanoTime();
        Department department = Objects.requireNonNull(shown);
        ListPart open = list;
        return new Fresh(
                department,
                reading.waiting(department.id(), End.RECEIVER),
                reading.waiting(department.id(), End.PASSER),
                open,
                open != null && open.isLive() ? open.count() : 0);
    }

    /** In place, so that scroll and focus stay. */
    private void update(Fresh fresh) {
        if (!fresh.department.equals(shown)) {
            return;
        }
        if (waiting != null) {
            waiting.update(fresh.waiting);
            head.setSentence(sentence(fresh.department, fresh.waiting));
        }
        if (passed != null) {
            passed.update(fresh.passed);
        }
        ListPart open = fresh.list;
        if (open != null && open == list && open.isLive()) {
            open.show(fresh.listed);
        }
    }

    private void go(WorkspaceState state) {
        getUI().ifPresent(ui -> ui.navigate(WorkspaceView.class, state.query()));
    }
}
