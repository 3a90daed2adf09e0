package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import nl.baton.base.Interval;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.Share;

/** Where journeys left the stages, the most frequent first, each as a share of all journeys on its interval. */
final class ExitList extends OrderedList {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 12;
    private static final double WIDTH = 100;

    private final transient CourseFigures figures;
    private final transient TypesWords words;
    private final ListLinks links;

    ExitList(CourseFigures figures, TypesWords words, ListLinks links) {
        this.figures = figures;
        this.words = words;
        this.links = links;
        addClassName("exit-list");
        double widest = figures.exits().stream()
                .map(this::share)
                .map(Share::interval)
                .mapToDouble(interval -> interval == null ? 0 : interval.high())
                .max()
                .orElse(1);
        figures.exits().stream().limit(SHOWN).forEach(exit -> add(item(exit, widest)));
        if (figures.exits().size() > SHOWN) {
            long others = figures.exits().stream()
                    .skip(SHOWN)
                    .mapToLong(Exit::journeys)
                    .sum();
            Span more = new Span(words.text("types.map.others", words.number(others)));
            more.addClassName("quiet");
            add(new ListItem(more));
        }
    }

    private Share share(Exit exit) {
        return new Share(exit.journeys(), figures.journeys());
    }

    private ListItem item(Exit exit, double widest) {
        Component n = links.to(ListLinks.list(exit), words.number(exit.journeys()), exit.journeys());
        Span where = new Span(words.exit(exit, figures.stages()));
        where.addClassName("where-to");
        Span counted = new Span(
                figures.journeys() < TypesWords.TOO_FEW
                        ? words.text("types.too-few", figures.journeys())
                        : words.percent(share(exit)) + "; " + words.counted(share(exit)));
        counted.addClassNames("quiet", "small");
        Span count = new Span(n);
        count.addClassName("num");
        return new ListItem(count, where, drawing(share(exit), widest), counted);
    }

    /** A dot on its interval, all on one axis from nothing. */
    private Svg drawing(Share share, double widest) {
        Interval interval = share.interval();
        Double dot = share.share();
        Svg svg = new Svg(
                interval == null || dot == null
                        ? "<svg viewBox='0 0 104 12'></svg>"
                        : "<svg viewBox='-2 0 106 12'><path class='axis' d='M0 0V12'/><path class='interval' d='M"
                                + x(interval.low(), widest) + " 6H" + x(interval.high(), widest)
                                + "'/><circle class='dot' cx='" + x(dot, widest) + "' cy='6' r='3'/></svg>");
        svg.addClassName("exit-drawing");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }

    private static String x(double share, double widest) {
        return String.format(Locale.ROOT, "%.2f", widest <= 0 ? 0 : WIDTH * share / widest);
    }
}
