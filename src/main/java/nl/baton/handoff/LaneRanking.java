package nl.baton.handoff;

import java.util.List;

/**
 * All lanes under a filter, those to mend first: by what is at stake, then by excess where that is not known, the too few
 * last.
 *
 * @param rate of all lanes together
 */
public record LaneRanking(BreakdownRate rate, List<LaneFigures> lanes) {

    /** The overall rate, 0 where nothing is judged. */
    public double overall() {
        Double share = rate.share();
        return share == null ? 0 : share;
    }
}
