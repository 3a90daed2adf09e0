package nl.baton.value.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import nl.baton.base.Formats;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.value.CustomerValue.Indirect;
import nl.baton.value.CustomerValue.Quadrant;
import nl.baton.value.CustomerValue.Recommendation;
import nl.baton.value.CustomerValue.Referred;
import nl.baton.value.model.Recommending;
import nl.baton.value.model.Recommending.Band;

/** What a customer brings through others, now and perhaps still, with what that rests on. */
final class ThroughOthers extends Div {

    private static final long serialVersionUID = 1;
    private static final int NAMED = 5;

    private final transient Formats formats = Formats.of(getLocale());
    private final String sign;

    ThroughOthers(Indirect indirect, String currency, CustomerScreen screen) {
        sign = DealingsPanel.sign(currency);
        addClassName("through-others");
        Quadrant current = indirect.current();
        line(
                "value.worth.indirect.current",
                money(current),
                getTranslation("value.worth.indirect.current.n", current.n(), formats.date(current.asOf())));
        indirect.referred().stream().limit(NAMED).forEach(referred -> add(referred(referred, screen)));
        Quadrant potential = indirect.potential();
        line("value.worth.indirect.potential", money(potential), beside(potential));
        evidence(indirect.recommendation());
        Paragraph definition = new Paragraph(getTranslation("value.worth.indirect.definition"));
        definition.addClassNames("quiet", "definition");
        add(definition);
    }

    private Div referred(Referred referred, CustomerScreen screen) {
        Span label = new Span();
        label.add(screen.link(
                getTranslation("value.worth.referred", formats.date(referred.on())), referred.customer(), null));
        Span small = new Span(getTranslation("value.worth.referred.part", formats.percent(referred.part(), 0)));
        small.addClassNames("quiet", "small");
        Div row = new Div(label, new Span(money(referred.current())), small);
        row.addClassNames("worth-row", "evidence-line");
        return row;
    }

    private String beside(Quadrant potential) {
        BigDecimal low = potential.low();
        BigDecimal high = potential.high();
        return potential.value() == null || low == null || high == null
                ? getTranslation("value.ground." + potential.ground())
                : getTranslation(
                        "value.worth.indirect.range",
                        money(low),
                        money(high),
                        formats.number(potential.n()),
                        formats.date(potential.asOf()));
    }

    /** Each factor that is known, whether or not they are enough. */
    private void evidence(Recommendation said) {
        Integer score = said.score();
        LocalDate answered = said.answeredOn();
        Integer reach = said.reach();
        LocalDate counted = said.reachOn();
        Recommending all = said.recommending();
        if (score != null && answered != null) {
            Band band = all.bands().get(Recommending.band(score));
            small(getTranslation("value.worth.answer", score, formats.date(answered)));
            if (band.n() > 0) {
                small(getTranslation(
                        "value.worth.band",
                        formats.number(band.promoting()),
                        formats.number(band.n()),
                        getTranslation("value.worth.band." + Recommending.band(score))));
            }
        }
        if (reach != null && counted != null) {
            small(getTranslation(
                    "value.worth.reach",
                    formats.number(reach),
                    formats.date(counted),
                    formats.number(all.meanReach(), 0),
                    formats.number(all.promotersWithReach())));
        }
        if (score != null && reach != null) {
            small(getTranslation(
                    "value.worth.brought",
                    formats.number(all.broughtEach(), 2),
                    formats.number(all.promoters()),
                    sign + "\u00a0" + formats.number(all.meanValue(), 0),
                    formats.number(all.buyers())));
        }
    }

    private String money(Quadrant quadrant) {
        BigDecimal value = quadrant.value();
        return value == null ? getTranslation("value.worth.unknown") : money(value);
    }

    private String money(BigDecimal amount) {
        return sign + "\u00a0" + formats.number(amount.doubleValue(), 0);
    }

    private void small(String text) {
        Paragraph said = new Paragraph(text);
        said.addClassNames("quiet", "small");
        add(said);
    }

    private void line(String key, String figure, String beside) {
        Span value = new Span(figure);
        value.addClassName("figure");
        Span small = new Span(beside);
        small.addClassNames("quiet", "small");
        Div row = new Div(new Span(getTranslation(key)), value, small);
        row.addClassName("worth-row");
        add(row);
    }
}
