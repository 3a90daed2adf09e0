package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.io.Serializable;
import nl.baton.value.ValueSlice;

/** The ways from counts to the customers that they count; for who may not see customers, counts lead nowhere. */
record ListWays(boolean lead) implements Serializable {

    /** A count, and where it may the way to those customers. */
    Component number(String text, long n, ValueSlice slice) {
        if (!lead || n == 0) {
            return new Span(text);
        }
        RouterLink link = new RouterLink(text, ValueView.class);
        link.setQueryParameters(new ValueState(slice).query());
        return link;
    }

    void go(ValueSlice slice) {
        if (lead) {
            UI.getCurrentOrThrow().navigate(ValueView.class, new ValueState(slice).query());
        }
    }
}
