package nl.baton.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.baton.base.ui.CountTable;
import nl.baton.segment.SegmentFigures;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;

/** In which stage of their lifecycle members are, and how much they are worth beside others. */
final class MixPart extends SegmentPart {

    private static final long serialVersionUID = 1;

    private static final List<LifecycleStage> STAGES = List.of(
            LifecycleStage.NEW,
            LifecycleStage.ACTIVE,
            LifecycleStage.WON_BACK,
            LifecycleStage.AT_RISK,
            LifecycleStage.DORMANT,
            LifecycleStage.LOST,
            LifecycleStage.PROSPECT);

    MixPart(SegmentFigures figures, PageWords words) {
        super("mix");
        var stages = new CountTable(words.say("stages"), List.of(words.say("stage"), "n", words.say("mix.share")));
        for (LifecycleStage stage : STAGES) {
            long n = figures.stages().getOrDefault(stage, 0L);
            stages.row(
                    words.stage(stage),
                    List.of(
                            words.count(n, SegmentState.of(stage), words.stage(stage)),
                            new Span(words.share(n, figures.customers()))));
        }
        var tiers = new CountTable(words.say("tiers"), List.of(words.say("tier"), "n", words.say("mix.share")));
        for (Tier tier : Tier.values()) {
            long n = figures.tiers().getOrDefault(tier, 0L);
            tiers.row(
                    words.tier(tier),
                    List.of(
                            words.count(n, SegmentState.of(tier), words.tier(tier)),
                            new Span(words.share(n, figures.customers()))));
        }
        long none = figures.customers()
                - figures.tiers().values().stream().mapToLong(Long::longValue).sum();
        tiers.row(
                words.say("tier.none"),
                List.of(new Span(words.number(none)), new Span(words.share(none, figures.customers()))));
        Div both = new Div(new Div(new H3(words.say("stages")), stages), new Div(new H3(words.say("tiers")), tiers));
        both.addClassName("two-charts");
        add(both);
    }
}
