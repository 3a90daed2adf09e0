package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.handoff.LaneAnalysis.InTier;
import nl.baton.handoff.LaneAnalysis.Tiers;
import nl.baton.handoff.LaneSlice;

/** What the customers are worth to whom it happens. */
final class TierTable extends AnalysisPart {

    private static final long serialVersionUID = 1;

    private final AnalysisTable table = new AnalysisTable(
            getTranslation("handoff.analysis.tiers"),
            List.of(
                    getTranslation("handoff.analysis.tier"),
                    getTranslation("handoff.analysis.share"),
                    getTranslation("handoff.analysis.broken"),
                    getTranslation("handoff.lanes.n")));

    TierTable(ListLinks links) {
        super("tiers", links);
        add(table);
        explain("handoff.analysis.tiers.definition");
    }

    Component show(Tiers tiers) {
        table.clear();
        for (InTier each : tiers.tiers()) {
            table.row(
                    new Span(ListKey.tier(each.tier(), this)),
                    List.of(
                            AnalysisTable.share(each.rate(), Formats.of(getLocale()), this),
                            links.number(each.rate().broken(), ListKey.of(new LaneSlice.OfTier(each.tier(), true))),
                            links.number(each.rate().judged(), ListKey.of(new LaneSlice.OfTier(each.tier(), false)))));
        }
        table.setVisible(!tiers.tiers().isEmpty());
        says(tiers.tiers().isEmpty() ? getTranslation("handoff.analysis.tiers.none") : recent(tiers.recent()));
        return this;
    }
}
