package nl.baton.segment.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import nl.baton.base.ui.CountTable;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentPage;
import nl.baton.segment.SegmentPage.Overlap;

/** How many members are in other segments too. */
final class OverlapPart extends SegmentPart {

    private static final long serialVersionUID = 1;

    OverlapPart(SegmentPage page, SegmentFigures figures, PageWords words) {
        super("overlap");
        if (page.overlaps().isEmpty()) {
            says(words.say("overlap.none"));
            return;
        }
        var table = new CountTable(
                words.say("overlap"),
                List.of(words.say("overlap.segment"), "n", words.say("overlap.common"), words.say("overlap.share")));
        for (Overlap overlap : page.overlaps()) {
            table.row(
                    new RouterLink(overlap.name(), SegmentView.class, PageWords.at(overlap.segment())),
                    List.of(
                            new Span(words.number(overlap.customers())),
                            new Span(words.number(overlap.common())),
                            new Span(words.share(overlap.common(), figures.customers()))));
        }
        add(table);
    }
}
