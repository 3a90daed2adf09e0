package nl.baton.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.DepartmentWeeks.Weeks;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.Waits;

/** The last seven days beside the seven before. */
@Tag("table")
final class WeeksPart extends Component {

    private static final long serialVersionUID = 1;
    private static final int FEW = 10;

    private final transient HandoffWords words;
    private final transient OpeningHours hours;
    private final transient Formats formats = Formats.of(getLocale());
    private final Element body = new Element("tbody");

    WeeksPart(Weeks weeks, HandoffWords words, OpeningHours hours) {
        this.words = words;
        this.hours = hours;
        getElement().setAttribute("class", "weeks-table");
        getElement().setAttribute("aria-label", getTranslation("workspace.weeks"));
        Element head = new Element("tr");
        head.appendChild(
                new Element("td"),
                heading("col", formats.period(weeks.now().days())),
                heading("col", formats.period(weeks.before().days())),
                heading("col", getTranslation("workspace.weeks.difference")));
        getElement().appendChild(new Element("thead").appendChild(head), body);
        row(
                "received",
                formats.number(weeks.now().handoffs()),
                formats.number(weeks.before().handoffs()),
                "");
        row(
                "broken",
                share(weeks.now().broken()),
                share(weeks.before().broken()),
                difference(weeks.now().broken(), weeks.before().broken(), weeks.brokenCertain()));
        row(
                "in-time",
                share(weeks.now().inTime()),
                share(weeks.before().inTime()),
                difference(weeks.now().inTime(), weeks.before().inTime(), weeks.inTimeCertain()));
        row(
                "waits",
                waits(weeks.now().waits(), weeks.now().handoffs()),
                waits(weeks.before().waits(), weeks.before().handoffs()),
                weeks.now().waits().p50() == null || weeks.before().waits().p50() == null
                        ? ""
                        : certainty(weeks.waitsCertain()));
    }

    private static Element heading(String scope, String text) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }

    private void row(String key, String now, String before, String difference) {
        body.appendChild(new Element("tr")
                .appendChild(
                        heading("row", getTranslation("workspace.weeks." + key)),
                        new Element("td").setText(now),
                        new Element("td").setText(before),
                        new Element("td").setText(difference)));
    }

    private String share(BreakdownRate rate) {
        Interval interval = rate.interval();
        Double share = rate.share();
        return rate.judged() < FEW || interval == null || share == null
                ? getTranslation("workspace.rate.few", formats.number(rate.judged()))
                : getTranslation(
                        "workspace.weeks.share",
                        formats.percent(share, 0),
                        formats.percentRange(interval, 0),
                        formats.number(rate.judged()));
    }

    private String waits(Waits waits, long n) {
        Double middle = waits.p50();
        Double low = waits.p50Low();
        Double high = waits.p50High();
        return middle == null || low == null || high == null
                ? getTranslation("workspace.rate.few", formats.number(n))
                : getTranslation("workspace.weeks.wait", wait(middle), wait(low), wait(high), formats.number(n));
    }

    private String wait(double seconds) {
        return words.wait(getLocale(), Duration.ofMillis(Math.round(seconds * 1000)), hours);
    }

    private String difference(BreakdownRate now, BreakdownRate before, boolean certain) {
        Double one = now.share();
        Double other = before.share();
        return one == null || other == null || now.judged() < FEW || before.judged() < FEW
                ? ""
                : getTranslation("workspace.weeks.points", formats.signed(100 * (one - other), 0), certainty(certain));
    }

    private String certainty(boolean certain) {
        return getTranslation(certain ? "workspace.weeks.certain" : "workspace.weeks.chance");
    }
}
