package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure: its label, its value, and small beside it n and interval. Stands in {@link Figures}. */
public final class Figure extends Div {

    private final String label;
    private final DescriptionList.Term term;
    private final DescriptionList.Description description;
    private Span value;
    private Span beside;
    private @Nullable RouterLink link;

    public Figure(String label, String value, String small) {
        this.label = label;
        this.value = new Span(value);
        this.value.addClassName("value");
        beside = new Span(small);
        beside.addClassName("beside");
        term = new DescriptionList.Term(new Span(label));
        description = new DescriptionList.Description(this.value, beside);
        addClassName("figure");
        add(term, description);
    }

    /** Puts a question mark behind the label that opens how this is counted. */
    public Figure explained(String definition) {
        NativeButton how = new NativeButton();
        how.add(new Glyph(Glyph.QUESTION));
        how.addClassName("how");
        how.setAriaLabel(getTranslation("shell.figure.how", label));
        Popover popover = new Popover(new Paragraph(definition));
        popover.addClassName("definition");
        popover.setTarget(how);
        popover.setAriaLabel(label);
        term.add(how, popover);
        return this;
    }

    /** Makes the value lead to exactly the records it counts. */
    public Figure leadingTo(Class<? extends Component> view, RouteParameters parameters, QueryParameters query) {
        RouterLink leads = new RouterLink(view, parameters);
        leads.setQueryParameters(query);
        description.replace(value, leads);
        leads.add(value);
        link = leads;
        return this;
    }

    /** Shows what another one shows, in place: the focus and an open definition stay. */
    void takeOver(Figure fresh) {
        if ((link == null) == (fresh.link == null)) {
            value.setText(fresh.value.getText());
            beside.setText(fresh.beside.getText());
        } else {
            link = fresh.link;
            value = fresh.value;
            beside = fresh.beside;
            description.removeAll();
            List.copyOf(fresh.description.getChildren().toList()).forEach(description::add);
        }
    }
}
