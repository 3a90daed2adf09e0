package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.CourseList.Kind;
import nl.baton.handoff.ui.types.TypesReading.Loaded;

/**
 * The stages from left to right, on a phone from top to bottom: the baton as a line in the colour of who holds it, hatched
 * while it waits between two, under it the time used against the time promised, and what leaves on the way.
 */
final class JourneyMap extends OrderedList {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_EXITS = 4;
    private static final double MILLIS = 1_000;

    private final transient Loaded loaded;
    private final transient CourseFigures figures;
    private final transient TypesWords words;
    private final ListLinks links;

    JourneyMap(CourseFigures figures, Loaded loaded, TypesWords words, ListLinks links) {
        this.figures = figures;
        this.loaded = loaded;
        this.words = words;
        this.links = links;
        addClassName("journey-map");
        for (StageFigures stage : figures.stages()) {
            add(item(stage));
        }
    }

    private ListItem item(StageFigures stage) {
        ListItem item = new ListItem();
        item.addClassName("map-stage");
        if (stage.place() > 1) {
            item.add(pass(stage));
        }
        Div line = new Div();
        line.addClassName("baton-line");
        line.addClassNames(DepartmentLabel.classNames(stage.department().slot()).split(" "));
        H3 name = new H3(new DepartmentLabel(
                stage.department().name(), stage.department().slot()));
        Div reached = new Div(links.to(
                CourseList.of(Kind.REACHED, stage.place()),
                words.text("types.map.reached", stage.reached()),
                stage.reached()));
        reached.addClassName("reached");
        Div body = new Div(line, name, reached);
        body.addClassName("map-body");
        body.add(time(stage));
        List<Exit> exits = stage.place() == 1
                ? Stream.concat(figures.exits().stream().filter(exit -> exit.after() == 0), stage.exits().stream())
                        .toList()
                : stage.exits();
        if (!exits.isEmpty() || stage.here() > 0) {
            body.add(branches(stage, exits));
        }
        item.add(body);
        return item;
    }

    /** The wait between two stages. */
    private Div pass(StageFigures stage) {
        Div line = new Div();
        line.addClassName("wait-line");
        Span wait = new Span(
                stage.waited().p50() == null
                        ? "–"
                        : words.middle(
                                stage.waited(), loaded.department(stage.stage().department())));
        wait.addClassName("wait-text");
        Span before = new Span(words.text("types.map.wait"));
        before.addClassName("visually-hidden");
        Div pass = new Div(line, before, wait);
        pass.addClassName("map-pass");
        return pass;
    }

    private Div time(StageFigures stage) {
        var department = loaded.department(stage.stage().department());
        Span promised = new Span(words.text("types.map.promised", words.promised(stage.stage(), department)));
        promised.addClassName("quiet");
        String tip = words.text(
                "types.map.tip",
                words.promised(stage.stage(), department),
                words.middle(stage.used(), stage.stage(), department),
                words.ninety(stage.used(), stage.stage(), department),
                words.number(stage.overran().of()));
        Div time = new Div(new StageBar(stage.stage().promised().toMillis() / MILLIS, stage.used(), tip), promised);
        time.addClassName("map-time");
        if (stage.overran().of() == 0) {
            time.add(quiet(words.text("types.map.none-over")));
        } else if (stage.overran().of() < TypesWords.TOO_FEW) {
            Span few = new Span(new StateLabel(
                    StateLabel.State.UNKNOWN,
                    words.text("types.too-few", stage.overran().of())));
            time.add(few);
            time.add(links.to(
                    CourseList.of(Kind.ENDED, stage.place()),
                    words.text("types.map.see"),
                    stage.overran().of()));
        } else {
            time.add(new Span(words.text("types.map.used", words.middle(stage.used(), stage.stage(), department))));
            time.add(overrun(stage));
        }
        return time;
    }

    /** Red where more than half took longer than promised; otherwise it is told and not shouted. */
    private Component overrun(StageFigures stage) {
        String share = words.text("types.map.overran", words.percent(stage.overran()));
        boolean late = stage.used().p50() != null
                && stage.used().p50() * MILLIS > stage.stage().promised().toMillis();
        Component link = links.to(
                CourseList.of(Kind.OVERRAN, stage.place()),
                share,
                stage.overran().count());
        Span counted = quiet(words.counted(stage.overran()));
        Div line = late ? new Div(new StateLabel(StateLabel.State.BROKEN, ""), link, counted) : new Div(link, counted);
        line.addClassName("map-overran");
        if (late) {
            line.addClassName("late");
        }
        return line;
    }

    private Component branches(StageFigures stage, List<Exit> exits) {
        UnorderedList list = new UnorderedList();
        list.addClassName("map-exits");
        exits.stream().limit(SHOWN_EXITS).forEach(exit -> list.add(branch(exit)));
        if (exits.size() > SHOWN_EXITS) {
            long others =
                    exits.stream().skip(SHOWN_EXITS).mapToLong(Exit::journeys).sum();
            list.add(new ListItem(quiet(words.text("types.map.others", words.number(others)))));
        }
        if (stage.here() > 0) {
            ListItem here = new ListItem(
                    links.to(CourseList.of(Kind.AT, stage.place()), words.number(stage.here()), stage.here()),
                    quiet(words.text("types.map.here")));
            here.addClassName("here");
            list.add(here);
        }
        return list;
    }

    private ListItem branch(Exit exit) {
        Component n = links.to(ListLinks.list(exit), words.number(exit.journeys()), exit.journeys());
        String key = exit.after() == 0 ? "types.map.began" : exit.to() == null ? "types.map.ended" : "types.map.to";
        ListItem item = new ListItem(n, quiet(words.text(key)));
        if (exit.to() != null) {
            item.add(new DepartmentLabel(exit.to().name(), exit.to().slot()));
        }
        item.addClassName(exit.after() == 0 ? "enters" : "leaves");
        return item;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
