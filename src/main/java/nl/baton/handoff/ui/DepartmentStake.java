package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import nl.baton.base.Period;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Stake;
import org.springframework.modulith.NamedInterface;

/** What broken handoffs of one department put at stake, for screens that show a department. */
@NamedInterface("ui")
public final class DepartmentStake extends Div {

    private static final long serialVersionUID = 1;

    /** @param leads whether the list of the handoffs screen is of this department alone, so that it holds those customers */
    public DepartmentStake(Optional<Stake> found, Period period, boolean leads) {
        addClassName("stake-part");
        Stake stake = found.orElse(null);
        if (stake == null) {
            Paragraph none = new Paragraph(getTranslation("handoff.stake.department.none"));
            none.addClassName("answer");
            add(none);
            return;
        }
        var words = new StakeWords(this, getLocale());
        Stake.Range at = stake.range();
        Span amount = new Span(at == null ? "–" : words.range(stake, at));
        amount.addClassName("amount");
        Paragraph line = new Paragraph(amount, new Span(words.ground(stake)));
        line.addClassName("amount-line");
        add(line);
        if (leads && stake.customers() > 0) {
            RouterLink customers = new ListLinks(
                            new HandoffsState(null, period, null, Grain.DEPARTMENT, null, null, null),
                            true,
                            getLocale())
                    .to(HandoffsState.AT_STAKE);
            customers.setText(getTranslation("handoff.stake.customers", stake.customers()));
            add(customers);
        }
    }
}
