package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.LaneAgreement.Observed;
import nl.baton.handoff.LaneFigures.RuleCount;
import nl.baton.handoff.Terms;
import org.jspecify.annotations.Nullable;

/** What is asked of a lane, and beside each part of it what was observed; each number leads to what it counts. */
final class AgreementTable extends Div {

    private static final long serialVersionUID = 1;
    private static final long TOO_FEW = 10;

    private final transient HandoffsState state;
    private final boolean leadsToRecords;
    private final Formats formats = Formats.of(getLocale());

    AgreementTable(Terms asked, Observed observed, HandoffsState state, boolean leadsToRecords) {
        this.state = state;
        this.leadsToRecords = leadsToRecords;
        addClassName("agreement-table");
        NativeTable table = new NativeTable();
        table.getHead()
                .add(new NativeTableRow(
                        head("pact.part"), head(asked.agreed() ? "pact.agreed" : "pact.usual"), head("pact.observed")));
        String time = PactWords.time(this, formats, asked.pickUp());
        table.getBody()
                .add(
                        row("pact.pick-up", getTranslation("pact.within", time), inTime(observed)),
                        row("pact.middle", time, middle(observed)),
                        row("pact.facts", facts(asked), told(asked, observed)),
                        row("pact.returns", getTranslation("pact.at-most", asked.maxReturns()), returns(observed)));
        add(table);
    }

    private NativeTableHeaderCell head(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(String key, String agreed, List<Component> observed) {
        NativeTableHeaderCell label = new NativeTableHeaderCell(getTranslation(key));
        label.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                label, new NativeTableCell(agreed), new NativeTableCell(observed.toArray(Component[]::new)));
    }

    private String facts(Terms asked) {
        return asked.requiredFacts().isEmpty()
                ? getTranslation("pact.facts.none")
                : String.join(", ", asked.requiredFacts());
    }

    private List<Component> inTime(Observed observed) {
        return kept(observed.late(), "pact.pick-up.kept", "pact.pick-up.broken");
    }

    private List<Component> told(Terms asked, Observed observed) {
        RuleCount incomplete = observed.incomplete();
        return asked.requiredFacts().isEmpty() && incomplete != null && incomplete.handoffs() == 0
                ? List.of(new Span("–"))
                : kept(incomplete, "pact.facts.kept", "pact.facts.broken");
    }

    /** The share that kept to it, of those that can be judged; beside it those that did not, which can be looked at. */
    private List<Component> kept(@Nullable RuleCount count, String key, String brokenKey) {
        if (count == null) {
            return List.of(quiet(getTranslation("pact.rule-off")));
        }
        var parts = new ArrayList<Component>();
        BreakdownRate rate = count.rate();
        Interval interval = rate.interval();
        String n = formats.number(rate.judged());
        if (interval == null || rate.judged() < TOO_FEW) {
            parts.add(new Span(getTranslation("pact.too-few", n)));
        } else {
            Span share = new Span(getTranslation(key, formats.percent(1 - (double) rate.broken() / rate.judged(), 1)));
            share.addClassName("value");
            parts.add(share);
            var kept = new Interval(1 - interval.high(), 1 - interval.low(), interval.n());
            parts.add(quiet(getTranslation("pact.n", n, formats.percentRange(kept, 1))));
        }
        parts.add(count(brokenKey, count.handoffs(), count.rule()));
        return parts;
    }

    private List<Component> middle(Observed observed) {
        Double p50 = observed.waits().p50();
        Double low = observed.waits().p50Low();
        Double high = observed.waits().p50High();
        if (p50 == null || low == null || high == null) {
            return List.of(new Span("–"));
        }
        var parts = new ArrayList<Component>();
        String about = observed.waits().exact() ? "" : "≈\u00a0";
        Span value = new Span(about + duration(p50));
        value.addClassName("value");
        parts.add(value);
        parts.add(quiet(
                getTranslation("pact.n.wait", formats.number(observed.handoffs()), duration(low), duration(high))));
        parts.add(count("pact.middle.all", observed.handoffs(), HandoffsState.ALL));
        return parts;
    }

    private String duration(double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private List<Component> returns(Observed observed) {
        var parts = new ArrayList<Component>();
        parts.add(count("pact.returns.all", observed.returns(), "return"));
        RuleCount over = observed.returned();
        parts.add(
                over == null
                        ? quiet(getTranslation("pact.rule-off"))
                        : count("pact.returns.broken", over.handoffs(), over.rule()));
        parts.add(quiet(getTranslation("pact.n.of", formats.number(observed.handoffs()))));
        return parts;
    }

    /** A count that leads to what it counts, where there is anything and the user may see it. */
    private Component count(String key, long n, String show) {
        String words = getTranslation(key, formats.number(n), n);
        if (n == 0 || !leadsToRecords) {
            return quiet(words);
        }
        RouterLink link = new RouterLink(words, HandoffsView.class);
        link.setQueryParameters(state.showing(show, true).query());
        return link;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassNames("quiet", "small");
        return quiet;
    }
}
