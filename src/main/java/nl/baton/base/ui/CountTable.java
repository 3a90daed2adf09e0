package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Counts in rows and columns, each with its way to what it counts; on a phone it scrolls sideways. */
public final class CountTable extends Div {

    private static final long serialVersionUID = 1;

    private final HtmlContainer body = new HtmlContainer("tbody");

    public CountTable(String label, List<String> columns) {
        HtmlContainer head = new HtmlContainer("tr");
        columns.forEach(column -> head.add(cell("th", "col", column)));
        HtmlContainer table = new HtmlContainer("table");
        table.addClassName("count-table");
        table.getElement().setAttribute("aria-label", label);
        table.add(new HtmlContainer("thead", head), body);
        add(table);
        addClassName("count-scroll");
        // what scrolls has to be reached by keys too
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
    }

    private static HtmlContainer cell(String tag, String scope, String text) {
        HtmlContainer cell = new HtmlContainer(tag);
        cell.getElement().setAttribute("scope", scope).setText(text);
        return cell;
    }

    public void row(String heading, List<? extends Component> cells) {
        fill(cell("th", "row", heading), cells);
    }

    /** The same of a row whose heading leads somewhere. */
    public void row(Component heading, List<? extends Component> cells) {
        HtmlContainer head = new HtmlContainer("th", heading);
        head.getElement().setAttribute("scope", "row");
        fill(head, cells);
    }

    private void fill(HtmlContainer heading, List<? extends Component> cells) {
        HtmlContainer row = new HtmlContainer("tr", heading);
        cells.forEach(each -> row.add(new HtmlContainer("td", each)));
        body.add(row);
    }
}
