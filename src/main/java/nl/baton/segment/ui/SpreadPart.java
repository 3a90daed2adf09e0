package nl.baton.segment.ui;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import nl.baton.base.ui.CountTable;
import nl.baton.base.ui.Meter;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentFigures.Bin;

/** How many members are worth how much. */
final class SpreadPart extends SegmentPart {

    private static final long serialVersionUID = 1;

    SpreadPart(SegmentFigures figures, PageWords words) {
        super("spread");
        says(words.say("spread.says", words.money(figures.current()), words.money(figures.potential())));
        long most = figures.worth().stream().mapToLong(Bin::customers).max().orElse(0);
        var table = new CountTable(
                words.say("spread"), List.of(words.say("spread.worth"), "n", words.say("mix.share"), ""));
        for (Bin bin : filled(figures.worth())) {
            String span = span(bin, words);
            table.row(
                    span,
                    List.of(
                            words.count(bin.customers(), SegmentState.of(bin), span),
                            new Span(words.share(bin.customers(), figures.customers())),
                            new Meter(bin.customers(), most)));
        }
        add(table);
    }

    /** From the first to the last in which there is anybody. */
    private static List<Bin> filled(List<Bin> bins) {
        int from = 0;
        int to = bins.size();
        while (from < to && bins.get(from).customers() == 0) {
            from++;
        }
        while (to > from && bins.get(to - 1).customers() == 0) {
            to--;
        }
        return bins.subList(from, to);
    }

    private static String span(Bin bin, PageWords words) {
        if (bin.from() == null) {
            return words.say("spread.below", words.money(Objects.requireNonNull(bin.below())));
        }
        return bin.below() == null
                ? words.say("spread.from", words.money(bin.from()))
                : words.say("spread.between", words.money(bin.from()), words.money(bin.below()));
    }
}
