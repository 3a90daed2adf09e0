package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.time.DayOfWeek;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.LaneAnalysis.Cell;
import nl.baton.handoff.LaneAnalysis.Week;
import nl.baton.handoff.LaneSlice;
import org.jspecify.annotations.Nullable;

/** When it breaks: the hours of the day by the days of the week, each a way to what was passed on then. */
final class WeekTable extends AnalysisPart {

    private static final long serialVersionUID = 1;

    private final Element body = new Element("tbody");
    private final HtmlContainer table = new HtmlContainer("table");
    private transient @Nullable Week shown;

    WeekTable(ListLinks links) {
        super("week", links);
        table.addClassName("week-table");
        table.getElement().setAttribute("aria-label", getTranslation("handoff.analysis.week"));
        Element head = new Element("tr");
        head.appendChild(column(getTranslation("handoff.analysis.hour")));
        for (DayOfWeek day : DayOfWeek.values()) {
            head.appendChild(column(Formats.of(getLocale()).dayOfWeek(day)));
        }
        table.getElement().appendChild(new Element("thead").appendChild(head), body);
        add(table);
        explain("handoff.analysis.week.definition");
    }

    private static Element column(String name) {
        return new Element("th").setAttribute("scope", "col").setText(name);
    }

    private record Place(DayOfWeek day, int from) {}

    Component show(Week week) {
        if (week.equals(shown)) {
            return this;
        }
        shown = week;
        body.removeAllChildren();
        Map<Place, BreakdownRate> rates =
                week.cells().stream().collect(Collectors.toMap(cell -> new Place(cell.day(), cell.from()), Cell::rate));
        double mean = mean(week);
        IntSummaryStatistics hours = week.cells().stream().mapToInt(Cell::from).summaryStatistics();
        for (int from = hours.getMin(); from <= hours.getMax() && hours.getCount() > 0; from += LaneSlice.HOURS) {
            Element row = new Element("tr");
            row.appendChild(new Element("th").setAttribute("scope", "row").setText(ListKey.hours(from)));
            for (DayOfWeek day : DayOfWeek.values()) {
                Element cell = new Element("td");
                BreakdownRate rate = rates.get(new Place(day, from));
                if (rate != null) {
                    cell.appendChild(cell(new Cell(day, from, rate), mean).getElement());
                }
                row.appendChild(cell);
            }
            body.appendChild(row);
        }
        table.setVisible(!week.cells().isEmpty());
        says(note(week));
        return this;
    }

    private String note(Week week) {
        if (week.uncomputed() > 0) {
            return getTranslation(
                    "handoff.analysis.uncomputed", Formats.of(getLocale()).number(week.uncomputed()));
        }
        return week.cells().isEmpty() ? getTranslation("handoff.analysis.none") : recent(week.recent());
    }

    private static double mean(Week week) {
        long judged =
                week.cells().stream().mapToLong(cell -> cell.rate().judged()).sum();
        long broken =
                week.cells().stream().mapToLong(cell -> cell.rate().broken()).sum();
        return judged == 0 ? 0 : (double) broken / judged;
    }

    private Component cell(Cell cell, double mean) {
        BreakdownRate rate = cell.rate();
        Formats formats = Formats.of(getLocale());
        HtmlContainer inside = new HtmlContainer("span");
        Span n = AnalysisTable.small(formats.number(rate.judged()));
        Double share = rate.share();
        if (share == null || AnalysisTable.tooFew(rate)) {
            inside.addClassName("few");
            inside.add(new Span(formats.number(rate.broken())), n);
        } else {
            inside.addClassName("step-" + HeatDrawing.step(rate.shrunk(mean), mean));
            inside.add(new Span(formats.percent(share, 0)), n);
        }
        String words = words(cell, formats);
        inside.addClassName("inside");
        inside.getElement().setAttribute("title", words).setAttribute("aria-hidden", "true");
        Span said = new Span(words);
        said.addClassName("visually-hidden");
        if (!links.leads()) {
            return new Span(inside, said);
        }
        RouterLink link = links.to(ListKey.of(new LaneSlice.Hours(cell.day(), cell.from(), false)));
        link.add(inside, said);
        return link;
    }

    private String words(Cell cell, Formats formats) {
        BreakdownRate rate = cell.rate();
        Interval interval = rate.interval();
        return getTranslation(
                "handoff.analysis.week.cell",
                formats.dayOfWeek(cell.day()),
                ListKey.hours(cell.from()),
                formats.number(rate.broken()),
                formats.number(rate.judged()),
                interval == null ? "–" : formats.percentRange(interval, 1));
    }
}
