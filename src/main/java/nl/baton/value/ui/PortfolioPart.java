package nl.baton.value.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.baton.base.ui.CountTable;
import nl.baton.base.ui.Pairs;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValuePicture.Cell;
import nl.baton.value.ValuePicture.Worth;
import nl.baton.value.ValueSlice;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** What customers are worth now against what they may still bring, by tier and by stage. */
final class PortfolioPart extends ValuePart {

    private static final long serialVersionUID = 1;

    private static final List<LifecycleStage> STAGES = List.of(
            LifecycleStage.NEW,
            LifecycleStage.ACTIVE,
            LifecycleStage.WON_BACK,
            LifecycleStage.AT_RISK,
            LifecycleStage.DORMANT,
            LifecycleStage.LOST,
            LifecycleStage.PROSPECT);

    private final transient ValuePicture picture;
    private final transient ValueWords words;
    private final ListWays ways;

    PortfolioPart(ValuePicture picture, ValueWords words, ListWays ways) {
        super("portfolio");
        this.picture = picture;
        this.words = words;
        this.ways = ways;
        List<LifecycleStage> stages = STAGES.stream()
                .filter(stage ->
                        stage != LifecycleStage.PROSPECT && inStage(stage).customers() > 0)
                .toList();
        Div both = new Div(
                pairs("by-tier", Arrays.asList(Tier.values()), this::inTier, words::tier, Tier::name),
                pairs("by-stage", stages, this::inStage, words::stage, LifecycleStage::name));
        both.addClassName("two-charts");
        add(both, matrix());
    }

    private Worth inTier(Tier tier) {
        return picture.worth(cell -> cell.tier() == tier);
    }

    private Worth inStage(LifecycleStage stage) {
        return picture.worth(cell -> cell.stage() == stage && cell.tier() != null);
    }

    private <K> Div pairs(
            String key, List<K> groups, Function<K, Worth> worth, Function<K, String> name, Function<K, String> code) {
        var items = new ArrayList<Pairs.Item>();
        var rows = new ArrayList<List<String>>();
        for (K group : groups) {
            Worth of = worth.apply(group);
            String current = words.money(of.current());
            String potential = words.about(of.potential());
            String label = name.apply(group);
            items.add(new Pairs.Item(
                    code.apply(group),
                    label,
                    of.current().doubleValue(),
                    of.potential().doubleValue(),
                    List.of(current, potential),
                    List.of(
                            label + ", n " + words.number(of.customers()),
                            words.say("value.tip.current", current),
                            words.say(
                                    "value.tip.potential", potential, words.range(of), words.number(of.estimated())))));
            rows.add(List.of(label, words.number(of.customers()), current, potential, words.range(of)));
        }
        String title = getTranslation("value.portfolio." + key);
        Pairs chart = new Pairs(new Pairs.Drawing(
                title,
                getTranslation("value.portfolio.current"),
                getTranslation("value.portfolio.potential"),
                items,
                ways.lead(),
                List.of(
                        getTranslation("value.portfolio." + key + ".column"),
                        "n",
                        getTranslation("value.portfolio.current"),
                        getTranslation("value.portfolio.potential"),
                        getTranslation("value.portfolio.range")),
                rows));
        chart.addSelectListener(chosen -> ways.go(slice(key, chosen.key())));
        return new Div(new H3(title), chart);
    }

    private static ValueSlice slice(String key, String code) {
        return key.equals("by-tier")
                ? new ValueSlice.InStage(Tier.valueOf(code), null)
                : new ValueSlice.InStage(null, LifecycleStage.valueOf(code));
    }

    private CountTable matrix() {
        var table = new CountTable(
                getTranslation("value.portfolio.matrix"),
                List.of(
                        getTranslation("value.portfolio.by-stage.column"),
                        words.tier(Tier.A),
                        words.tier(Tier.B),
                        words.tier(Tier.C),
                        getTranslation("value.portfolio.all")));
        STAGES.forEach(stage -> table.row(words.stage(stage), cells(stage)));
        table.row(getTranslation("value.portfolio.all"), cells(null));
        return table;
    }

    private List<Div> cells(@Nullable LifecycleStage stage) {
        var cells = new ArrayList<Div>();
        for (Tier tier : Tier.values()) {
            cells.add(cell(tier, stage));
        }
        cells.add(cell(null, stage));
        return cells;
    }

    private Div cell(@Nullable Tier tier, @Nullable LifecycleStage stage) {
        Predicate<Cell> which =
                cell -> (tier == null || cell.tier() == tier) && (stage == null || cell.stage() == stage);
        Worth worth = picture.worth(which);
        Div cell = new Div(
                ways.number(words.number(worth.customers()), worth.customers(), new ValueSlice.InStage(tier, stage)));
        // who never bought is worth nothing, which goes without saying
        if (worth.estimated() > 0 || worth.current().signum() != 0) {
            Span small = new Span(
                    words.say("value.portfolio.cell", words.money(worth.current()), words.about(worth.potential())));
            small.addClassNames("quiet", "small");
            cell.add(small);
        }
        return cell;
    }
}
