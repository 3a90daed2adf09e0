package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.baton.base.Formats;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JudgingSettings.Settings;
import nl.baton.handoff.Trial;
import nl.baton.handoff.Trial.Compared;

/** What came of a trial: the difference in one sentence, then each rule as it is and as it would be. */
final class TrialResult extends Div {

    private static final long serialVersionUID = 1;

    private final transient HandoffWords words;
    private final Formats formats = Formats.of(getLocale());

    TrialResult(Trial.Result found, Settings stands, Settings tried, HandoffWords words) {
        this.words = words;
        addClassName("trial-result");
        Paragraph sentence = new Paragraph(getTranslation(
                "judging.trial.sentence" + direction(found.brokenThen() - found.brokenNow()),
                changes(stands, tried),
                formats.number(Math.abs(found.brokenThen() - found.brokenNow())),
                Trial.DAYS));
        sentence.addClassName("answer");
        Paragraph n = new Paragraph(getTranslation(
                "judging.trial.n",
                formats.number(found.handoffs()),
                formats.number(found.brokenNow()),
                formats.number(found.brokenThen())));
        n.addClassName("quiet");
        add(sentence, n);
        if (!found.rules().isEmpty()) {
            add(table(found.rules()));
        }
    }

    private static String direction(long difference) {
        return difference == 0 ? ".same" : difference > 0 ? ".more" : ".fewer";
    }

    /** "With 4 hours instead of 8 hours and without …"; what is the same is not named. */
    private String changes(Settings stands, Settings tried) {
        List<String> changes = new ArrayList<>();
        if (!stands.pickUp().equals(tried.pickUp())) {
            changes.add(getTranslation(
                    "judging.trial.pick-up",
                    PactWords.time(this, formats, tried.pickUp()),
                    PactWords.time(this, formats, stands.pickUp())));
        }
        if (stands.maxReturns() != tried.maxReturns()) {
            changes.add(getTranslation("judging.trial.returns", tried.maxReturns(), stands.maxReturns()));
        }
        for (String rule : new TreeSet<>(tried.rulesOff())) {
            if (!stands.rulesOff().contains(rule)) {
                changes.add(getTranslation("judging.trial.without", words.rule(getLocale(), rule)));
            }
        }
        for (String rule : new TreeSet<>(stands.rulesOff())) {
            if (!tried.rulesOff().contains(rule)) {
                changes.add(getTranslation("judging.trial.with", words.rule(getLocale(), rule)));
            }
        }
        return changes.isEmpty()
                ? getTranslation("judging.trial.nothing")
                : String.join(" " + getTranslation("judging.trial.and") + " ", changes);
    }

    private NativeTable table(List<Compared> rules) {
        NativeTable table = new NativeTable();
        table.getHead()
                .add(new NativeTableRow(
                        head("judging.trial.rule", false),
                        head("judging.trial.now", true),
                        head("judging.trial.then", true),
                        head("judging.trial.difference", false)));
        for (Compared rule : rules) {
            NativeTableHeaderCell name = new NativeTableHeaderCell(words.rule(getLocale(), rule.rule()));
            name.getElement().setAttribute("scope", "row");
            long difference = rule.then() - rule.now();
            table.getBody()
                    .add(new NativeTableRow(
                            name,
                            number(rule.now()),
                            number(rule.then()),
                            new NativeTableCell(getTranslation(
                                    "judging.trial.difference" + direction(difference),
                                    formats.number(Math.abs(difference))))));
        }
        return table;
    }

    private NativeTableHeaderCell head(String key, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("num", number);
        return cell;
    }

    private NativeTableCell number(long value) {
        NativeTableCell cell = new NativeTableCell(formats.number(value));
        cell.addClassName("num");
        return cell;
    }
}
