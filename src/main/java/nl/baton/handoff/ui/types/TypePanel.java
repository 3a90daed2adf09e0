package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.Spent;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.CourseList.Kind;
import nl.baton.handoff.ui.PeriodChoice;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyType;

/** One journey type: its figures in a line, the map, where journeys leave it, and the table behind all that. */
final class TypePanel extends Div {

    private static final long serialVersionUID = 1;

    private final transient CourseFigures figures;
    private final transient Loaded loaded;
    private final transient TypesWords words;
    private final TypesState state;
    private final ListLinks links;
    private final SerializableConsumer<TypesState> go;

    TypePanel(CourseFigures figures, Loaded loaded, TypesState state, SerializableConsumer<TypesState> go) {
        this.figures = figures;
        this.loaded = loaded;
        this.state = state;
        this.go = go;
        this.words = new TypesWords(this, getLocale());
        this.links = new ListLinks(state, loaded.leads());
        addClassName("type-panel");
        add(figures());
        if (figures.stages().isEmpty()) {
            add(unplanned());
            return;
        }
        if (figures.journeys() == 0) {
            add(nothing());
        }
        add(map(), exits());
    }

    private Figures figures() {
        long left = figures.exits().stream().mapToLong(Exit::journeys).sum();
        Spent spent = figures.spent();
        return new Figures(
                links.lead(
                        figure(
                                "journeys",
                                words.number(figures.journeys()),
                                words.text("types.figure.open", figures.open())),
                        CourseList.of(Kind.ALL),
                        figures.journeys()),
                links.lead(
                        figure(
                                "follows",
                                figures.stages().isEmpty() ? "–" : words.percent(figures.follows()),
                                figures.stages().isEmpty()
                                        ? words.text("types.nothing")
                                        : words.counted(figures.follows())),
                        CourseList.of(Kind.FOLLOW),
                        figures.stages().isEmpty() ? 0 : figures.follows().count()),
                links.lead(
                        figure(
                                "leaves",
                                figures.stages().isEmpty() ? "–" : words.number(left),
                                figures.stages().isEmpty()
                                        ? words.text("types.nothing")
                                        : words.counted(new CourseFigures.Share(left, figures.journeys()))),
                        CourseList.of(Kind.LEAVE),
                        left),
                links.lead(
                        figure("legs", words.percent(spent.legs()), words.counted(spent.legs(), spent.journeys())),
                        CourseList.of(Kind.ALL),
                        spent.journeys()),
                links.lead(
                        figure("waits", words.percent(spent.waits()), words.counted(spent.waits(), spent.journeys())),
                        CourseList.of(Kind.ALL),
                        spent.journeys()),
                links.lead(
                        figure(
                                "silence",
                                words.percent(spent.silence()),
                                figures.type().rhythm() == null
                                        ? words.text("types.no-rhythm")
                                        : words.counted(spent.silence(), spent.asked())),
                        CourseList.of(Kind.ASKED),
                        spent.asked()));
    }

    private Figure figure(String key, String value, String small) {
        return new Figure(words.text("types.figure." + key), value, small)
                .explained(words.text("types.figure." + key + ".definition"));
    }

    private Component nothing() {
        if (figures.lastClosed() == null) {
            return new EmptyState(words.text("types.none-at-all"), words.text("types.none-at-all.next"));
        }
        return new EmptyState(
                words.text("types.none-here"),
                words.text("types.none-here.next", Formats.of(getLocale()).longDate(figures.lastClosed())),
                new Button(
                        words.text("handoff.none-here.all"),
                        click -> go.accept(state.withPeriod(new PeriodChoice("all", null)))));
    }

    private Component unplanned() {
        String next = words.text(loaded.plans() ? "types.unplanned.lead" : "types.unplanned.next");
        return new EmptyState(words.text("types.unplanned"), next);
    }

    private Section map() {
        H2 title = new H2(words.text("types.map.title"));
        Paragraph key = new Paragraph(words.text("types.map.key"));
        key.addClassNames("quiet", "small");
        NativeDetails table = new NativeDetails(words.text("types.table.open"));
        table.setContent(new StageTable(figures, loaded, words, links));
        table.addClassName("table-behind");
        Section section = new Section(title, plan(), new JourneyMap(figures, loaded, words, links), key, table);
        section.addClassName("map-section");
        if (figures.withoutDepartment() > 0) {
            Paragraph without = new Paragraph(links.to(
                    CourseList.of(Kind.NO_LEG),
                    words.text("types.without", figures.withoutDepartment()),
                    figures.withoutDepartment()));
            without.addClassNames("quiet", "small");
            section.add(without);
        }
        return section;
    }

    /** What was agreed beside the stages. */
    private Paragraph plan() {
        JourneyType type = figures.type();
        String rhythm = type.rhythm() == null
                ? words.text("types.plan.no-rhythm")
                : words.text("types.plan.rhythm", words.calendarTime(type.rhythm()));
        String passes = type.plannedPasses().stream()
                .map(pass -> loaded.department(pass.fromDepartment()).name() + " → "
                        + loaded.department(pass.toDepartment()).name())
                .sorted()
                .collect(Collectors.joining(", "));
        Paragraph plan =
                new Paragraph(passes.isEmpty() ? rhythm : rhythm + " " + words.text("types.plan.passes", passes));
        plan.addClassName("quiet");
        return plan;
    }

    private Component exits() {
        if (figures.exits().isEmpty()) {
            return new Div();
        }
        Section section = new Section(new H2(words.text("types.exits.title")), new ExitList(figures, words, links));
        section.addClassName("exit-section");
        return section;
    }
}
