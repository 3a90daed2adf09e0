package nl.baton.segment.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import nl.baton.base.Interval;
import nl.baton.base.ui.CountTable;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.department.Department;
import nl.baton.handoff.ui.LaneScreen;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentFigures.LanePain;
import nl.baton.segment.SegmentFigures.Pain;
import org.jspecify.annotations.Nullable;

/** What members go through, beside all customers, and where. */
final class PainPart extends SegmentPart {

    private static final long serialVersionUID = 1;

    PainPart(SegmentFigures figures, Map<Long, Department> departments, PageWords words) {
        super("pain", SegmentFigures.HANDOFF_DAYS, SegmentFigures.FEEDBACK_DAYS);
        Pain pain = figures.pain();
        Pain others = figures.others();
        says(words.say("pain." + compared(pain, others)));
        var table = new CountTable(
                words.say("pain"),
                List.of(words.say("pain.measure"), words.say("pain.here"), words.say("pain.everyone")));
        table.row(
                words.say("pain.broken"),
                List.of(words.rate(pain.broken(), pain.judged()), words.rate(others.broken(), others.judged())));
        table.row(
                words.say("pain.chased"),
                List.of(words.rate(pain.chased(), pain.handoffs()), words.rate(others.chased(), others.handoffs())));
        table.row(
                words.say("pain.told"),
                List.of(words.rate(pain.told(), pain.due()), words.rate(others.told(), others.due())));
        table.row(
                words.say("pain.nps"),
                List.of(
                        words.nps(pain.promoters(), pain.detractors(), pain.answers()),
                        words.nps(others.promoters(), others.detractors(), others.answers())));
        table.row(
                words.say("pain.channel"),
                List.of(
                        words.rate(pain.honoured(), pain.preferring()),
                        words.rate(others.honoured(), others.preferring())));
        add(table);
        if (!figures.lanes().isEmpty()) {
            add(new H3(words.say("pain.lanes")), lanes(figures, departments, words));
        } else {
            Paragraph none = new Paragraph(words.say("pain.lanes.none"));
            none.addClassName("quiet");
            add(none);
        }
    }

    /** Whether the intervals lie apart. */
    private static String compared(Pain pain, Pain others) {
        Interval here = Interval.wilson(pain.broken(), pain.judged()).orElse(null);
        Interval all = Interval.wilson(others.broken(), others.judged()).orElse(null);
        if (here == null || all == null) {
            return "says.nothing";
        }
        return here.low() > all.high() ? "says.more" : here.high() < all.low() ? "says.less" : "says.alike";
    }

    private static CountTable lanes(SegmentFigures figures, Map<Long, Department> departments, PageWords words) {
        var table = new CountTable(
                words.say("pain.lanes"),
                List.of(words.say("pain.lane"), words.say("pain.lane.broken"), words.say("pain.lane.rate")));
        for (LanePain lane : figures.lanes()) {
            table.row(
                    LaneScreen.link(
                            new LaneLabel(label(departments.get(lane.from())), label(departments.get(lane.to()))),
                            lane.from(),
                            lane.to()),
                    List.of(new Span(words.number(lane.broken())), words.rate(lane.broken(), lane.judged())));
        }
        return table;
    }

    private static DepartmentLabel label(@Nullable Department department) {
        return department == null
                ? new DepartmentLabel("–", 0)
                : new DepartmentLabel(department.name(), department.slot());
    }
}
