package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.baton.base.ui.CountTable;
import nl.baton.base.ui.Pairs;
import nl.baton.base.ui.StateLabel;
import nl.baton.value.ValueFit;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.ValueFits.Version;
import nl.baton.value.model.Calibration;
import nl.baton.value.model.Correlation;

/** By what customers are valued: the fits in use, how well each foresaw what came, and those before. */
final class FitsPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int VERSIONS = 12;

    private final transient ValueWords words;

    FitsPart(List<Version> versions, ValueWords words) {
        this.words = words;
        addClassName("fits");
        if (versions.isEmpty()) {
            add(new Paragraph(words.say("value.fits.none")));
            return;
        }
        Div used = new Div();
        used.addClassName("two-charts");
        versions.stream()
                .filter(Version::inUse)
                .map(Version::fit)
                .sorted(Comparator.comparing(ValueFit::currency).thenComparing(ValueFit::kind))
                .forEach(fit -> used.add(inUse(fit)));
        if (used.getComponentCount() == 0) {
            add(new Paragraph(
                    new StateLabel(StateLabel.State.UNKNOWN, words.say("value.fits.unused")),
                    new Span(" "
                            + words.say(
                                    "value.verdict." + versions.getFirst().fit().verdict()))));
        }
        add(used, versions(versions));
    }

    private String title(ValueFit fit) {
        return words.say("value.fits." + fit.kind(), fit.currency());
    }

    private Component inUse(ValueFit fit) {
        Div part = new Div(
                new H3(title(fit)),
                new Paragraph(words.say(
                        "value.fits.rests." + fit.kind(),
                        words.number(fit.customers()),
                        words.number(fit.repeats()),
                        words.formats.date(fit.asOf()))));
        ValueFit.Purchases purchases = fit.purchases();
        if (purchases == null) {
            part.add(quiet(words.say("value.fits.no-calibration")));
            return part;
        }
        List<Calibration.Row> rows = purchases.calibration();
        double predicted = rows.stream().mapToDouble(Calibration.Row::predicted).sum();
        long made = rows.stream().mapToLong(Calibration.Row::made).sum();
        if (rows.isEmpty() || purchases.cut() == null) {
            part.add(quiet(words.say("value.fits.too-short")));
        } else {
            part.add(
                    new Paragraph(words.say(
                            "value.fits.foresaw",
                            words.formats.date(Objects.requireNonNull(purchases.cut())),
                            words.formats.number(predicted, 0),
                            words.number(made))),
                    calibration(rows));
        }
        Correlation correlation = purchases.correlation();
        part.add(quiet(
                correlation.known()
                        ? words.say(
                                "value.fits.correlation",
                                words.formats.number(correlation.value(), 2),
                                words.formats.range(correlation.low(), correlation.high(), 2),
                                words.number(correlation.n()))
                        : words.say("value.fits.correlation.unknown")));
        return part;
    }

    private static Paragraph quiet(String text) {
        Paragraph said = new Paragraph(text);
        said.addClassNames("quiet", "small");
        return said;
    }

    /** Mean repeat purchases of a customer, by those before. */
    private Component calibration(List<Calibration.Row> all) {
        var items = new ArrayList<Pairs.Item>();
        var rows = new ArrayList<List<String>>();
        for (Calibration.Row row : all) {
            if (row.customers() > 0) {
                String label = row.repeats() == Calibration.MOST
                        ? words.say("value.fits.more", row.repeats())
                        : words.number(row.repeats());
                double predicted = row.predicted() / row.customers();
                double made = (double) row.made() / row.customers();
                String n = words.number(row.customers());
                List<String> amounts = List.of(words.formats.number(predicted, 2), words.formats.number(made, 2));
                items.add(new Pairs.Item(
                        label,
                        label,
                        predicted,
                        made,
                        amounts,
                        List.of(
                                words.say("value.fits.tip", label),
                                words.say("value.fits.tip.both", amounts.get(0), amounts.get(1)),
                                words.say("value.tip.customers", n))));
                rows.add(List.of(label, n, amounts.get(0), amounts.get(1)));
            }
        }
        return new Pairs(new Pairs.Drawing(
                words.say("value.fits.calibration"),
                words.say("value.fits.predicted"),
                words.say("value.fits.made"),
                items,
                false,
                List.of(
                        words.say("value.fits.repeats"),
                        "n",
                        words.say("value.fits.predicted"),
                        words.say("value.fits.made")),
                rows));
    }

    private Component versions(List<Version> versions) {
        var table = new CountTable(
                words.say("value.fits.versions"),
                List.of(
                        words.say("value.fits.as-of"),
                        words.say("value.fits.what"),
                        words.say("value.fits.verdict"),
                        words.say("value.fits.n"),
                        words.say("value.fits.repeated")));
        versions.stream().limit(VERSIONS).forEach(version -> {
            ValueFit fit = version.fit();
            StateLabel.State state =
                    fit.verdict() == Verdict.ACCEPTED ? StateLabel.State.FINE : StateLabel.State.UNKNOWN;
            table.row(
                    words.formats.date(fit.asOf()),
                    List.of(
                            new Span(title(fit)),
                            new StateLabel(
                                    state,
                                    words.say(
                                            version.inUse()
                                                    ? "value.verdict.in-use"
                                                    : "value.verdict." + fit.verdict())),
                            new Span(words.number(fit.customers())),
                            new Span(words.number(fit.repeats()))));
        });
        return new Div(new H3(words.say("value.fits.versions")), table);
    }
}
