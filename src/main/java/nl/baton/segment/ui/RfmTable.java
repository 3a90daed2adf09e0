package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.segment.RfmPicture;
import nl.baton.segment.RfmPicture.Cell;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.RfmSegment;

/** Recency downwards, frequency and monetary value together to the right; the best in the upper right corner. */
@Tag("table")
final class RfmTable extends Component {

    private static final long serialVersionUID = 1;

    RfmTable(RfmPicture picture, RfmWords words) {
        getElement().setAttribute("class", "rfm-table");
        getElement().appendChild(new Element("caption").setText(words.say("grid")));
        Element head = new Element("tr");
        head.appendChild(heading(words.say("grid.corner"), "col"));
        for (int both = 1; both <= Quintiles.SCORES; both++) {
            head.appendChild(heading("FM " + both, "col"));
        }
        Element body = new Element("tbody");
        Map<Integer, Cell> cells = picture.cells().stream()
                .collect(Collectors.toMap(cell -> key(cell.recency(), cell.both()), Function.identity()));
        for (int recency = Quintiles.SCORES; recency >= 1; recency--) {
            Element row = new Element("tr");
            row.appendChild(heading("R " + recency, "row"));
            for (int both = 1; both <= Quintiles.SCORES; both++) {
                Cell cell = cells.get(key(recency, both));
                row.appendChild(cell(recency, both, cell == null ? 0 : cell.customers(), picture.customers(), words));
            }
            body.appendChild(row);
        }
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private static int key(int recency, int both) {
        return recency * 10 + both;
    }

    private static Element heading(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }

    private static Element cell(int recency, int both, long customers, long all, RfmWords words) {
        RfmSegment segment = RfmPicture.segmentOf(recency, both);
        Span name = new Span(words.name(segment));
        name.addClassName("name");
        Element cell = new Element("td")
                .setAttribute("class", "rfm-" + RfmState.code(segment))
                .setAttribute("title", words.say("cell.tip", recency, both, words.name(segment), customers));
        cell.appendChild(name.getElement());
        Component count = customers == 0
                ? new Span("0")
                : words.count(
                        words.number(customers),
                        words.say("cell.tip", recency, both, words.name(segment), customers),
                        new Which.OfCell(recency, both));
        count.addClassName("n");
        Span share = new Span(customers == 0 ? "" : words.share(customers, all));
        share.addClassName("share");
        return cell.appendChild(count.getElement(), share.getElement());
    }
}
