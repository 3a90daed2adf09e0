package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.Stake;

/** What the chosen lane puts at stake, what that is made of, and the way to the customers it counts. */
final class StakePart extends Div {

    private static final long serialVersionUID = 1;

    private final Span range = new Span();
    private final Span ground = new Span();
    private final RouterLink customers;

    StakePart(ListLinks links) {
        customers = links.to(HandoffsState.AT_STAKE);
        range.addClassName("amount");
        Paragraph amount = new Paragraph(new Span(getTranslation("handoff.stake.title")), range, ground);
        amount.addClassName("amount-line");
        if (links.leads()) {
            amount.add(customers);
        }
        Paragraph how = new Paragraph(getTranslation("handoff.stake.how"));
        how.addClassNames("quiet", "how-counted");
        addClassName("stake-part");
        add(amount, how);
    }

    void show(LaneFigures lane) {
        Stake stake = lane.stake();
        setVisible(stake != null);
        if (stake == null) {
            return;
        }
        var words = new StakeWords(this, getLocale());
        Stake.Range at = stake.range();
        range.setText(at == null ? "–" : words.range(stake, at));
        ground.setText(words.ground(stake));
        customers.setText(getTranslation("handoff.stake.customers", stake.customers()));
        customers.setVisible(stake.customers() > 0);
    }
}
