package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Optional;
import nl.baton.base.Formats;
import nl.baton.customer.ui.HeaderFigure;
import nl.baton.value.CustomerValues;
import nl.baton.value.ValueAtAGlance;
import nl.baton.value.ValueAtAGlance.Potential;
import org.springframework.core.annotation.Order;

/** How far to go for the customer, at the head of the profile: tier, stage, and what is expected. */
@org.springframework.stereotype.Component
@Order(20)
class ValueFigure implements HeaderFigure {

    private final CustomerValues values;

    ValueFigure(CustomerValues values) {
        this.values = values;
    }

    @Override
    public Optional<Component> figure(long customer, Component says) {
        return values.atAGlance(customer)
                .filter(value -> value.tier() != null || value.stage() != null)
                .map(value -> figure(value, says));
    }

    private static Component figure(ValueAtAGlance value, Component says) {
        Span label = new Span(says.getTranslation("value.worth"));
        label.addClassName("label");
        Div figure = new Div(label);
        String tier = value.tier() == null
                ? null
                : says.getTranslation("value.glance.tier", value.tier().name());
        String stage = value.stage() == null ? null : says.getTranslation("value.stage." + value.stage());
        Paragraph first =
                new Paragraph(tier == null || stage == null ? tier == null ? stage : tier : tier + ", " + stage);
        first.addClassName("words");
        figure.add(first);
        Potential potential = value.potential();
        if (potential != null) {
            Paragraph expected = new Paragraph(says.getTranslation(
                    "value.glance.expected",
                    money(potential.value(), potential),
                    money(potential.low(), potential),
                    money(potential.high(), potential)));
            expected.addClassNames("small", "quiet");
            figure.add(expected);
        }
        return figure;
    }

    private static String money(BigDecimal amount, Potential potential) {
        return DealingsPanel.sign(potential.currency())
                + "\u00a0"
                + Formats.of(UI.getCurrentOrThrow().getLocale()).number(amount.doubleValue(), 0);
    }
}
