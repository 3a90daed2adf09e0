package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.Verdict;
import nl.baton.handoff.Stake;
import nl.baton.handoff.ui.HandoffsReading.Overview;

/** What mending a lane is worth, in words: what is at stake where that is known, else what breaks above the average. */
final class LaneWorth {

    private final Component says;
    private final Formats formats;
    private final StakeWords stakes;

    LaneWorth(Component says, Locale locale) {
        this.says = says;
        this.formats = Formats.of(locale);
        this.stakes = new StakeWords(says, locale);
    }

    static boolean hasStakes(Overview loaded) {
        return loaded.ranking() != null && loaded.ranking().lanes().stream().anyMatch(lane -> lane.atStake() != null);
    }

    /** All dots on one axis, as far as the widest interval of a lane that can be judged. */
    static double axis(List<LaneFigures> lanes) {
        double highest = 0.1;
        for (LaneFigures lane : lanes) {
            Interval interval = lane.rate().interval();
            if (interval != null && lane.verdict() != Verdict.TOO_FEW) {
                highest = Math.max(highest, interval.high());
            }
        }
        return Math.ceil(highest * 10) / 10;
    }

    String words(LaneFigures lane) {
        return lane.atStake() == null ? verdict(lane) : amount(lane);
    }

    /** Empty where it is not known. */
    String amount(LaneFigures lane) {
        Stake.Range range = lane.atStake();
        return lane.stake() == null || range == null ? "" : stakes.range(lane.stake(), range);
    }

    String verdict(LaneFigures lane) {
        return switch (lane.verdict()) {
            case STANDS_OUT ->
                says.getTranslation("handoff.lanes.above", formats.number(lane.excess(), lane.excess() < 10 ? 1 : 0));
            case COULD_BE_CHANCE, TOO_FEW ->
                says.getTranslation("handoff.verdict." + lane.verdict().name());
        };
    }
}
