package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.handoff.RiskDifference;
import nl.baton.handoff.Stake;

/** Says what is at stake in words. */
final class StakeWords {

    private static final double MILLION = 1_000_000;
    private static final double THOUSAND = 1_000;
    /** From so much on an amount is said in thousands, or millions. */
    private static final double MANY = 10;

    private final Component says;
    private final Formats formats;

    StakeWords(Component says, Locale locale) {
        this.says = says;
        this.formats = Formats.of(locale);
    }

    /** "€ 12–31 k". */
    String range(Stake stake, Stake.Range range) {
        double low = range.low().doubleValue();
        double high = range.high().doubleValue();
        if (high >= MILLION) {
            return sign(stake)
                    + formats.range(low / MILLION, high / MILLION, 1)
                    + says.getTranslation("handoff.stake.millions");
        }
        if (high >= MANY * THOUSAND) {
            return sign(stake) + formats.range(low / THOUSAND, high / THOUSAND, 0) + "\u00a0k";
        }
        return sign(stake) + formats.range(low, high, 0);
    }

    /** "€ 1.204.300". */
    private String amount(Stake stake, BigDecimal amount) {
        return sign(stake) + formats.number(amount.doubleValue(), 0);
    }

    private static String sign(Stake stake) {
        return (stake.currency().equals("EUR") ? "€" : stake.currency()) + "\u00a0";
    }

    /** Of whom, and by how much they are lost more often: what the amount is made of. */
    String ground(Stake stake) {
        RiskDifference loss = stake.loss();
        if (loss == null || stake.range() == null) {
            return says.getTranslation("handoff.stake.unknown", stake.customers());
        }
        return says.getTranslation(
                "handoff.stake.ground",
                stake.customers(),
                amount(stake, stake.potential()),
                formats.number(100 * loss.estimate(), 1),
                formats.range(100 * loss.low(), 100 * loss.high(), 1),
                formats.number(loss.broken()),
                formats.number(loss.whole()),
                formats.date(stake.asOf()));
    }

    /** Beside the figure of all lanes. */
    String beside(Stake stake) {
        RiskDifference loss = stake.loss();
        return loss == null || stake.range() == null
                ? says.getTranslation("handoff.stake.unknown", stake.customers())
                : says.getTranslation(
                        "handoff.stake.beside",
                        stake.customers(),
                        formats.range(100 * loss.low(), 100 * loss.high(), 1));
    }
}
