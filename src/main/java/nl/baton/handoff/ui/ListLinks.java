package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import nl.baton.base.Formats;

/**
 * The ways from a lane's figures to what they count.
 *
 * @param leads whether the user may see all of that
 */
record ListLinks(HandoffsState state, boolean leads, Locale locale) {

    /** A number that leads to the list of what it counts. */
    Component number(long n, String show) {
        String text = Formats.of(locale).number(n);
        if (!leads || n == 0) {
            return new Span(text);
        }
        RouterLink link = to(show);
        link.setText(text);
        return link;
    }

    /** From the broken ones to all among which they are, or from all to the broken ones. */
    static Component counterpart(HandoffsState state, String show, Component says) {
        RouterLink link = new ListLinks(state, true, Locale.ROOT).to(show);
        link.setText(says.getTranslation(
                show.startsWith("broken-") ? "handoff.evidence.only-broken" : "handoff.evidence.all-judged"));
        link.addClassName("counterpart");
        return link;
    }

    /** A link without a text yet. */
    RouterLink to(String show) {
        RouterLink link = new RouterLink("", HandoffsView.class);
        link.setQueryParameters(state.showing(show, true).query());
        return link;
    }
}
