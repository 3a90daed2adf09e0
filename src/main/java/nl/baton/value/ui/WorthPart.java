package nl.baton.value.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import nl.baton.base.Formats;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.value.CustomerValue;
import nl.baton.value.CustomerValue.Direct;
import nl.baton.value.CustomerValue.Quadrant;
import nl.baton.value.CustomerValue.Worth;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Rhythm;

/** What a customer is worth, each figure with its range, what it rests on, and how it is defined. */
final class WorthPart extends Section {

    private static final long serialVersionUID = 1;

    private final transient Formats formats = Formats.of(getLocale());

    WorthPart(CustomerValue value, CustomerScreen screen) {
        addClassName("worth");
        add(new H3(getTranslation("value.worth")));
        line(
                "value.worth.tier",
                value.tier() == null
                        ? getTranslation("value.worth.tier.none")
                        : value.tier().name(),
                getTranslation("value.worth.as-of", formats.date(value.asOf())));
        Worth worth = value.worth();
        if (worth != null) {
            line("value.worth.stage", getTranslation("value.stage." + worth.stage()), silence(worth));
            direct(worth.direct());
            worth.abroad().forEach(this::direct);
            if (worth.indirect() != null) {
                add(new ThroughOthers(worth.indirect(), worth.direct().currency(), screen));
            }
            if (worth.alive() != null) {
                line(
                        "value.worth.alive",
                        formats.percent(worth.alive(), 0),
                        worth.expectedPurchases() == null
                                ? ""
                                : getTranslation("value.worth.expected", formats.number(worth.expectedPurchases(), 1)));
            }
            if (worth.rfm() != null) {
                line(
                        "value.worth.rfm",
                        getTranslation("value.rfm." + worth.rfm().segment()),
                        getTranslation(
                                "value.worth.rfm.scores",
                                worth.rfm().recency(),
                                worth.rfm().frequency(),
                                worth.rfm().monetary()));
            }
        }
        Paragraph definition = new Paragraph(getTranslation("value.worth.definition"));
        definition.addClassNames("quiet", "definition");
        add(definition);
    }

    private String silence(Worth worth) {
        Integer silence = worth.silence();
        Rhythm rhythm = worth.rhythm();
        if (silence == null) {
            return worth.runningContracts() > 0
                    ? getTranslation("value.worth.contracts", worth.runningContracts())
                    : "";
        }
        String said = getTranslation("value.worth.silence", silence);
        return rhythm == null
                ? said
                : said + ", "
                        + getTranslation(
                                rhythm.own() ? "value.worth.rhythm" : "value.worth.rhythm.others",
                                formats.number(rhythm.days(), 0));
    }

    private void direct(Direct direct) {
        line(
                "value.worth.current",
                money(direct.current(), direct.currency()),
                direct.current().ground() == Ground.COUNTED
                        ? getTranslation(
                                "value.worth.current.n", direct.current().n())
                        : ground(direct.current()));
        line("value.worth.potential", money(direct.potential(), direct.currency()), potential(direct));
    }

    private String potential(Direct direct) {
        Quadrant potential = direct.potential();
        BigDecimal low = potential.low();
        BigDecimal high = potential.high();
        if (potential.value() == null || low == null || high == null) {
            return ground(potential);
        }
        String range =
                getTranslation("value.worth.range", money(low, direct.currency()), money(high, direct.currency()));
        return potential.n() == 0
                ? range
                : range + ", " + getTranslation("value.worth.potential.n", formats.number(potential.n()));
    }

    private String ground(Quadrant quadrant) {
        return getTranslation("value.ground." + quadrant.ground());
    }

    private String money(Quadrant quadrant, String currency) {
        BigDecimal value = quadrant.value();
        return value == null ? getTranslation("value.worth.unknown") : money(value, currency);
    }

    private String money(BigDecimal amount, String currency) {
        return DealingsPanel.sign(currency) + "\u00a0" + formats.number(amount.doubleValue(), 0);
    }

    private void line(String key, String figure, String beside) {
        Span label = new Span(getTranslation(key));
        Span value = new Span(figure);
        value.addClassName("figure");
        Span small = new Span(beside);
        small.addClassNames("quiet", "small");
        Div row = new Div(label, value, small);
        row.addClassName("worth-row");
        add(row);
    }
}
