package nl.baton.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A table of numbers that are links. */
@Tag("table")
final class TotalsTable extends Component {

    private static final long serialVersionUID = 1;

    private final Element body = new Element("tbody");

    TotalsTable(String caption) {
        getElement().setAttribute("class", "totals");
        getElement().setAttribute("aria-label", caption);
    }

    void head(String first, String second, List<String> numbers) {
        Element row = new Element("tr");
        row.appendChild(heading("th", first, "col"), heading("th", second, "col"));
        numbers.forEach(name -> row.appendChild(heading("th", name, "col")));
        getElement().appendChild(new Element("thead").appendChild(row), body);
    }

    private static Element heading(String tag, String text, String scope) {
        return new Element(tag).setAttribute("scope", scope).setText(text);
    }

    void row(String first, String second, List<Component> numbers) {
        Element row = new Element("tr");
        row.appendChild(new Element("td").setText(first), new Element("td").setText(second));
        numbers.forEach(number -> row.appendChild(new Element("td").appendChild(number.getElement())));
        body.appendChild(row);
    }
}
