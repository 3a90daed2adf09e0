package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.BreakdownRate;

/** A table of what was counted: a name, then numbers, which may be links to what they count. */
@Tag("table")
final class AnalysisTable extends HtmlContainer {

    private static final long serialVersionUID = 1;
    private static final int TOO_FEW = 10;

    private final Element body = new Element("tbody");

    AnalysisTable(String label, List<String> heads) {
        addClassName("analysis-table");
        getElement().setAttribute("aria-label", label);
        Element row = new Element("tr");
        heads.forEach(head -> row.appendChild(new Element("th")
                .setAttribute("scope", "col")
                .setAttribute("class", head.equals(heads.getFirst()) ? "" : "num")
                .setText(head)));
        getElement().appendChild(new Element("thead").appendChild(row), body);
    }

    void clear() {
        body.removeAllChildren();
    }

    void row(Component name, List<Component> numbers) {
        Element row = new Element("tr");
        row.appendChild(new Element("th").setAttribute("scope", "row").appendChild(name.getElement()));
        numbers.forEach(number ->
                row.appendChild(new Element("td").setAttribute("class", "num").appendChild(number.getElement())));
        body.appendChild(row);
    }

    /** A share with its interval under it; of fewer than ten it is not said. */
    static Component share(BreakdownRate rate, Formats formats, Component says) {
        Double share = rate.share();
        Interval interval = rate.interval();
        if (share == null || interval == null || rate.judged() < TOO_FEW) {
            Span few = new Span(says.getTranslation("handoff.analysis.few"));
            few.addClassName("quiet");
            return few;
        }
        Span both = new Span(new Span(formats.percent(share, 1)), small(formats.percentRange(interval, 1)));
        both.addClassName("share");
        return both;
    }

    static boolean tooFew(BreakdownRate rate) {
        return rate.judged() < TOO_FEW;
    }

    static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("small");
        return small;
    }
}
