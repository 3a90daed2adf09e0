package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.Verdict;
import nl.baton.handoff.ui.HandoffsReading.Overview;

/** What a reader would say to a colleague about the handoffs; when nothing is clear it says so. */
final class OverviewSentence {

    private OverviewSentence() {}

    static String of(Overview loaded, Locale locale, Component says) {
        if (loaded.summary().handoffs() == 0) {
            return says.getTranslation("handoff.sentence.none");
        }
        Double share = loaded.summary().rate().share();
        if (share == null) {
            return says.getTranslation("handoff.sentence.unjudged");
        }
        String rule = loaded.filter().rule();
        String breaks = rule == null
                ? share == 0
                        ? says.getTranslation("handoff.sentence.all-fine")
                        : says.getTranslation("handoff.sentence.breaks", oneIn(share, locale))
                : share == 0
                        ? says.getTranslation(
                                "handoff.sentence.rule-fine", says.getTranslation("rule." + rule + ".name"))
                        : says.getTranslation(
                                "handoff.sentence.rule-breaks",
                                oneIn(share, locale),
                                says.getTranslation("rule." + rule + ".name"));
        if (loaded.ranking() == null || share == 0) {
            return breaks + ".";
        }
        List<LaneFigures> clear = loaded.ranking().lanes().stream()
                .filter(lane -> lane.verdict() == Verdict.STANDS_OUT)
                .toList();
        String lanes = clear.isEmpty()
                ? says.getTranslation("handoff.sentence.no-lane")
                : says.getTranslation(
                        "handoff.sentence.lanes",
                        clear.size(),
                        clear.getFirst().from().name(),
                        clear.getFirst().to().name());
        return breaks + "; " + lanes;
    }

    /** 7 for one in seven; with a digit where it would else be one in one. */
    private static String oneIn(double share, Locale locale) {
        double times = 1 / share;
        return Formats.of(locale).number(times, times < 3 ? 1 : 0);
    }
}
