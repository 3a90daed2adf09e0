package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.segment.RfmPicture;
import nl.baton.segment.RfmPicture.Total;

/** The grid of scores, and the named segments by customers and by value. */
final class RfmPart extends Section {

    private static final long serialVersionUID = 1;

    RfmPart(RfmPicture picture, RfmWords words) {
        addClassName("rfm-part");
        List<Total> totals = picture.totals();
        Paragraph note = new Paragraph(words.say(
                "note",
                words.number(picture.customers()),
                Formats.of(getLocale()).date(picture.asOf())));
        note.addClassName("quiet");
        Div grid = new Div(new H2(words.say("title")), note, framed(new RfmTable(picture, words), words.say("grid")));
        grid.addClassName("rfm-grid");
        Div maps = new Div(
                new H2(words.say("map.customers")),
                new SegmentMap(totals, Total::customers, total -> words.number(total.customers()), words),
                new H2(words.say("map.value")),
                new SegmentMap(
                        totals, total -> total.value().doubleValue(), total -> words.money(total.value()), words));
        maps.addClassName("rfm-maps");
        Div named = new Div(new H2(words.say("named")), framed(named(picture, totals, words), words.say("named")));
        named.addClassName("rfm-named");
        Div thresholds = new Div(
                new H2(words.say("thresholds")),
                framed(new ThresholdsTable(picture.thresholds(), words, getLocale()), words.say("thresholds")));
        thresholds.addClassName("rfm-thresholds");
        add(grid, maps, named, thresholds);
    }

    /** A table that is wider than a phone scrolls by itself, with the keys too. */
    private static Div framed(Component table, String label) {
        Div frame = new Div(table);
        frame.addClassName("table-frame");
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
        return frame;
    }

    @Tag("table")
    private static final class Table extends Component {

        private static final long serialVersionUID = 1;
    }

    private static Table named(RfmPicture picture, List<Total> totals, RfmWords words) {
        Table table = new Table();
        table.getElement().setAttribute("class", "named-segments");
        Element head = new Element("tr");
        for (String key : List.of("segment", "customers", "share", "current", "potential")) {
            head.appendChild(new Element("th").setAttribute("scope", "col").setText(words.say(key)));
        }
        Element body = new Element("tbody");
        for (Total total : totals) {
            String name = words.name(total.segment());
            body.appendChild(new Element("tr")
                    .appendChild(
                            new Element("th")
                                    .setAttribute("scope", "row")
                                    .appendChild(
                                            new Element("span")
                                                    .setAttribute(
                                                            "class", "swatch rfm-" + RfmState.code(total.segment()))
                                                    .setAttribute("aria-hidden", "true"),
                                            new Element("span").setText(name)),
                            new Element("td")
                                    .appendChild(words.count(
                                                    words.number(total.customers()),
                                                    words.say("named.count", name, total.customers()),
                                                    new Which.OfSegment(total.segment()))
                                            .getElement()),
                            new Element("td").setText(words.share(total.customers(), picture.customers())),
                            new Element("td").setText(words.money(total.current())),
                            new Element("td").setText(words.money(total.potential()))));
        }
        table.getElement().appendChild(new Element("thead").appendChild(head), body);
        return table;
    }
}
