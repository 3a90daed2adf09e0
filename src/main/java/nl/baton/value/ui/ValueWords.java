package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.value.ValuePicture.Worth;
import nl.baton.value.ValueSlice;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Puts what is said of all customers' value into words, for one screen. */
final class ValueWords {

    /** An estimate says no more than that. */
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static final int MONTHS_A_QUARTER = 3;
    private static final double TENTH = 0.1;

    final Formats formats;
    private final Component says;
    private final String sign;

    /** Where no money is spoken of. */
    ValueWords(Component says) {
        this(says, "");
    }

    ValueWords(Component says, String currency) {
        this.says = says;
        this.formats = Formats.of(UI.getCurrentOrThrow().getLocale());
        this.sign = DealingsPanel.sign(currency);
    }

    String say(String key, Object... parameters) {
        return says.getTranslation(key, parameters);
    }

    String money(BigDecimal amount) {
        return sign + "\u00a0" + formats.number(amount.doubleValue(), 0);
    }

    /** Of an estimate: three digits say enough. */
    String about(double amount) {
        return money(BigDecimal.valueOf(amount).round(DIGITS));
    }

    String about(BigDecimal amount) {
        return about(amount.doubleValue());
    }

    /** Nine times out of ten between these. */
    String range(Worth worth) {
        return say("value.screen.range", about(worth.low()), about(worth.high()));
    }

    String number(long n) {
        return formats.number(n);
    }

    String tier(@Nullable Tier tier) {
        return tier == null ? say("value.screen.no-tier") : say("value.screen.tier", tier.name());
    }

    String stage(LifecycleStage stage) {
        return say("value.stage." + stage);
    }

    String quarter(LocalDate first) {
        return say(
                "value.screen.quarter",
                (first.getMonthValue() + MONTHS_A_QUARTER - 1) / MONTHS_A_QUARTER,
                String.valueOf(first.getYear()));
    }

    String band(int tenth) {
        return formats.percentRange(new Interval(TENTH * tenth, TENTH * (tenth + 1), 0), 0) + "\u00a0%";
    }

    /** What a list holds. */
    String list(ValueSlice slice, long n) {
        String count = number(n);
        return switch (slice) {
            case ValueSlice.InStage in when in.tier() == null && in.stage() == null -> say("value.list.all", count);
            case ValueSlice.InStage in when in.stage() == null -> say("value.list.tier", count, tier(in.tier()));
            case ValueSlice.InStage in
            when in.tier() == null -> say("value.list.stage", count, say("value.stage." + in.stage()));
            case ValueSlice.InStage in ->
                say("value.list.tier-stage", count, tier(in.tier()), say("value.stage." + in.stage()));
            case ValueSlice.Best best -> say("value.list.best", count, best.percent());
            case ValueSlice.AliveBand band -> say("value.list.alive", count, band(band.tenth()));
            case ValueSlice.AliveNotTold not -> say("value.list.untold." + not.why(), count);
            case ValueSlice.Cohort cohort
            when cohort.now() == null -> say("value.list.cohort", count, quarter(cohort.quarter()));
            case ValueSlice.Cohort cohort ->
                say("value.list.cohort-now", count, quarter(cohort.quarter()), say("value.now." + cohort.now()));
            case ValueSlice.Risk risk -> say("value.list.risk", count);
        };
    }
}
