package nl.baton.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.baton.base.ui.CountTable;
import nl.baton.segment.SegmentPage;
import nl.baton.segment.SegmentPage.Stability;

/** How many belonged day by day, who stayed, who came and who went. */
final class CoursePart extends SegmentPart {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 8;

    CoursePart(SegmentPage page, PageWords words) {
        super("course");
        Stability stability = page.stability();
        if (stability == null) {
            says(words.say("course.first"));
            return;
        }
        says(words.say(
                "course.says",
                words.formats.date(stability.since()),
                words.number(stability.then()),
                words.number(stability.stayed()),
                words.share(stability.stayed(), stability.then()),
                words.number(stability.entered()),
                words.number(stability.then() - stability.stayed())));
        if (stability.redescribed()) {
            says(words.say("course.redescribed"));
        }
        if (words.leads()) {
            Div ways = new Div(
                    words.way("course.entered", SegmentState.ENTERED), words.way("course.left", SegmentState.LEFT));
            ways.addClassName("ways");
            add(ways);
        }
        add(new SizeChart(page.sizes(), words));
        var table =
                new CountTable(words.say("course"), List.of(words.say("course.day"), "n", words.say("course.change")));
        var days = new ArrayList<>(page.sizes().keySet());
        Map<LocalDate, Long> sizes = page.sizes();
        for (int i = days.size() - 1; i >= Math.max(0, days.size() - SHOWN); i--) {
            long n = sizes.getOrDefault(days.get(i), 0L);
            String change = i == 0 ? "" : words.formats.signed(n - sizes.getOrDefault(days.get(i - 1), 0L), 0);
            table.row(words.formats.date(days.get(i)), List.of(new Span(words.number(n)), new Span(change)));
        }
        add(table);
    }
}
