package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.value.model.RfmSegment;
import org.jspecify.annotations.Nullable;

/** The words and numbers of one screen, and the way from a count to its customers for who may see them. */
final class RfmWords {

    private final Component says;
    private final Formats formats;
    private final String currency;
    private final boolean leads;
    private final @Nullable Which chosen;

    RfmWords(Component says, Locale locale, String currency, boolean leads, @Nullable Which chosen) {
        this.says = says;
        this.formats = Formats.of(locale);
        this.currency = currency;
        this.leads = leads;
        this.chosen = chosen;
    }

    String say(String key, Object... values) {
        return says.getTranslation("segment.rfm." + key, values);
    }

    String name(RfmSegment segment) {
        return says.getTranslation("value.rfm." + segment);
    }

    String number(long n) {
        return formats.number(n);
    }

    String share(long n, long all) {
        return formats.percent((double) n / all, 0);
    }

    String money(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : (currency.equals("EUR") ? "€" : currency) + "\u00a0" + formats.number(amount.doubleValue(), 0);
    }

    boolean leads() {
        return leads;
    }

    /** A count that leads to what it counts; only a number for who may not see that. */
    Component count(String text, String label, Which which) {
        if (!leads) {
            return new Span(text);
        }
        RouterLink link = new RouterLink(text, SegmentsView.class);
        link.setQueryParameters(RfmState.query(which));
        link.getElement().setAttribute("aria-label", label);
        if (which.equals(chosen)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
