package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;

/** The words and numbers of one segment's screen, and the way from a count to its customers for who may see them. */
final class PageWords {

    private static final double HUNDRED = 100;

    final Formats formats;
    private final Component says;
    private final long segment;
    private final String currency;
    private final boolean leads;

    PageWords(Component says, Locale locale, long segment, String currency, boolean leads) {
        this.says = says;
        this.formats = Formats.of(locale);
        this.segment = segment;
        this.currency = currency;
        this.leads = leads;
    }

    String say(String key, Object... values) {
        return says.getTranslation("segment.page." + key, values);
    }

    String stage(LifecycleStage stage) {
        return says.getTranslation("value.stage." + stage);
    }

    String tier(Tier tier) {
        return says.getTranslation("value.screen.tier", tier);
    }

    String number(long n) {
        return formats.number(n);
    }

    String money(BigDecimal amount) {
        return (currency.equals("EUR") ? "€" : currency) + "\u00a0" + formats.number(amount.doubleValue(), 0);
    }

    String share(long n, long all) {
        return all == 0 ? "–" : formats.percent((double) n / all, 1);
    }

    /** A share with its interval and n; says that there is nothing to tell where there is no n. */
    Component rate(long x, long n) {
        return figure(
                n == 0 ? "–" : formats.percent((double) x / n, 1),
                Interval.wilson(x, n).map(interval -> formats.percentRange(interval, 1)),
                n);
    }

    /** From −100 to 100. */
    Component nps(long promoters, long detractors, long answers) {
        return figure(
                answers == 0 ? "–" : formats.signed(HUNDRED * (promoters - detractors) / answers, 0),
                Interval.difference(promoters, detractors, answers)
                        .map(interval -> formats.signed(HUNDRED * interval.low(), 0) + " "
                                + says.getTranslation("segment.page.to") + " "
                                + formats.signed(HUNDRED * interval.high(), 0)),
                answers);
    }

    private Component figure(String value, Optional<String> interval, long n) {
        Span beside = new Span(interval.map(range -> range + ", ").orElse("") + "n\u00a0" + number(n));
        beside.addClassNames("quiet", "small");
        Span figure = new Span(new Span(value), beside);
        figure.addClassName("rate");
        return figure;
    }

    /** A number that leads to the list of what it counts. */
    Component count(long n, String list, String label) {
        if (!leads || n == 0) {
            return new Span(number(n));
        }
        RouterLink link = new RouterLink(number(n), SegmentView.class, at(segment));
        link.setQueryParameters(SegmentState.query(list));
        link.getElement().setAttribute("aria-label", label + ": " + number(n));
        return link;
    }

    /** A link to a list, by what it is called. */
    RouterLink way(String key, String list) {
        RouterLink link = new RouterLink(say(key), SegmentView.class, at(segment));
        link.setQueryParameters(SegmentState.query(list));
        return link;
    }

    boolean leads() {
        return leads;
    }

    RouteParameters here() {
        return at(segment);
    }

    static RouteParameters at(long segment) {
        return new RouteParameters("segment", Long.toString(segment));
    }
}
