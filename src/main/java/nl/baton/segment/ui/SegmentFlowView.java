package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.CountTable;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.segment.Migration;
import nl.baton.segment.Migration.Flow;
import nl.baton.segment.Migration.Group;
import nl.baton.segment.Migration.Kind;
import nl.baton.segment.Migrations;

/** Where customers went between two days: a picture, and a table that leads to them. */
@Route("segments/flow")
@PageTitle("segment.flow.title")
@RolesAllowed({"MARKETER", "EXECUTIVE"})
public class SegmentFlowView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 30;

    private final transient Migrations migrations;
    private final transient SegmentReading reading;
    private final transient CustomerScreen screen;
    private final transient Background background;

    SegmentFlowView(Migrations migrations, SegmentReading reading, CustomerScreen screen, Background background) {
        this.migrations = migrations;
        this.reading = reading;
        this.screen = screen;
        this.background = background;
        addClassNames("segment-flow-view", "segment-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        FlowState asked = FlowState.of(event.getLocation().getQueryParameters());
        List<LocalDate> days = migrations.days();
        removeAll();
        if (days.size() < 2) {
            add(
                    new ScreenHead(getTranslation("segment.flow.title")),
                    new EmptyState(getTranslation("segment.flow.never"), getTranslation("segment.flow.never.next")));
            return;
        }
        FlowState state = between(asked, days);
        add(
                new ScreenHead(getTranslation("segment.flow.title"), filters(state, days)),
                new Tile<>(
                        background,
                        () -> migrations.between(state.kind(), from(state), to(state)),
                        found -> shown(found, state)));
    }

    /** Days that are not known are the usual ones: the last one, and the first of the thirty before it. */
    private static FlowState between(FlowState asked, List<LocalDate> days) {
        LocalDate to = asked.to() != null && days.contains(asked.to()) ? asked.to() : days.getFirst();
        LocalDate from = asked.from() != null && days.contains(asked.from())
                ? asked.from()
                : days.stream()
                        .filter(day -> !day.isBefore(to.minusDays(USUAL_DAYS)))
                        .reduce((later, earlier) -> earlier)
                        .orElse(days.getLast());
        return new FlowState(asked.kind(), from, to, asked.listed());
    }

    private static LocalDate from(FlowState state) {
        return Objects.requireNonNull(state.from());
    }

    private static LocalDate to(FlowState state) {
        return Objects.requireNonNull(state.to());
    }

    private FilterRow filters(FlowState state, List<LocalDate> days) {
        Formats formats = Formats.of(getLocale());
        return new FilterRow(
                new FilterButton(getTranslation("segment.flow.of"), kind(state.kind()))
                        .choosing(
                                List.of(Kind.values()),
                                state.kind(),
                                this::kind,
                                kind -> go(new FlowState(kind, state.from(), state.to(), null))),
                new FilterButton(getTranslation("segment.flow.from"), formats.date(from(state)))
                        .choosing(
                                days,
                                from(state),
                                formats::date,
                                day -> go(new FlowState(state.kind(), day, state.to(), null))),
                new FilterButton(getTranslation("segment.flow.to"), formats.date(to(state)))
                        .choosing(
                                days,
                                to(state),
                                formats::date,
                                day -> go(new FlowState(state.kind(), state.from(), day, null))));
    }

    private String kind(Kind kind) {
        return getTranslation("segment.flow.kind." + kind);
    }

    private void go(FlowState state) {
        getUI().ifPresent(ui -> ui.navigate(SegmentFlowView.class, state.query()));
    }

    private Component shown(Optional<Migration> found, FlowState state) {
        Migration migration = found.orElse(null);
        if (migration == null || migration.flows().isEmpty()) {
            return new EmptyState(getTranslation("segment.flow.nobody"), getTranslation("segment.flow.nobody.next"));
        }
        FlowWords words = new FlowWords(this);
        Formats formats = Formats.of(getLocale());
        long moved = migration.flows().stream()
                .filter(flow -> !flow.from().equals(flow.to()))
                .mapToLong(Flow::customers)
                .sum();
        Paragraph says = new Paragraph(words.say(
                migration.overlapping() ? "says.overlapping" : "says",
                formats.number(moved),
                formats.date(migration.from()),
                formats.date(migration.to())));
        says.addClassName("says");
        Div all = new Div();
        Flow listed = state.listed();
        if (listed != null && reading.builds()) {
            all.add(list(listed, migration, state, words));
        }
        all.add(says, new FlowDrawing(migration, words, formats), table(migration, state, words));
        return all;
    }

    private CountTable table(Migration migration, FlowState state, FlowWords words) {
        List<Group> groups = migration.groups().stream()
                .filter(group -> group.before() + group.after() > 0)
                .toList();
        Map<String, Map<String, Long>> flows = migration.flows().stream()
                .collect(Collectors.groupingBy(Flow::from, Collectors.toMap(Flow::to, Flow::customers)));
        List<String> columns = new ArrayList<>();
        columns.add(words.say("corner"));
        groups.forEach(group -> columns.add(words.name(group)));
        columns.add(words.say("before"));
        var table = new CountTable(words.say("title"), columns);
        for (Group from : groups) {
            List<Component> cells = new ArrayList<>();
            for (Group to : groups) {
                long n = flows.getOrDefault(from.code(), Map.of()).getOrDefault(to.code(), 0L);
                cells.add(cell(new Flow(from.code(), to.code(), n), from, to, state, words));
            }
            cells.add(new Span(Formats.of(getLocale()).number(from.before())));
            table.row(words.name(from), cells);
        }
        List<Component> after = new ArrayList<>();
        groups.forEach(group -> after.add(new Span(Formats.of(getLocale()).number(group.after()))));
        after.add(new Span(""));
        table.row(words.say("after"), after);
        return table;
    }

    private Component cell(Flow flow, Group from, Group to, FlowState state, FlowWords words) {
        String n = Formats.of(getLocale()).number(flow.customers());
        if (flow.customers() == 0 || !reading.builds()) {
            return new Span(flow.customers() == 0 ? "·" : n);
        }
        RouterLink link = new RouterLink(n, SegmentFlowView.class);
        link.setQueryParameters(state.listing(flow).query());
        link.getElement().setAttribute("aria-label", words.say("tip", words.name(from), words.name(to), n));
        return link;
    }

    private Section list(Flow flow, Migration migration, FlowState state, FlowWords words) {
        PageWords page = new PageWords(this, getLocale(), 0, reading.currency(), true);
        long total = reading.flowed(state.kind(), flow, migration.from(), migration.to(), 0, 1)
                .total();
        Map<String, Group> groups = migration.groups().stream().collect(Collectors.toMap(Group::code, group -> group));
        String from =
                Optional.ofNullable(groups.get(flow.from())).map(words::name).orElse("–");
        String to = Optional.ofNullable(groups.get(flow.to())).map(words::name).orElse("–");
        H2 heading = new H2(words.say("list", from, to, page.number(total), total));
        heading.getElement().setAttribute("tabindex", "-1");
        heading.addAttachListener(attached -> heading.getElement().callJsFunction("focus"));
        Button close = new Button(page.say("list.close"), click -> go(state.listing(null)));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(heading, close);
        head.addClassName("section-head");
        Section section = new Section(
                head,
                new MemberGrid(
                        (offset, limit) ->
                                reading.flowed(state.kind(), flow, migration.from(), migration.to(), offset, limit),
                        total,
                        screen,
                        page));
        section.addClassName("scored-list");
        return section;
    }
}
