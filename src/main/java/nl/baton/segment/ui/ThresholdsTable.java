package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.DoubleFunction;
import nl.baton.base.Formats;
import nl.baton.value.ValueTotals.Thresholds;
import nl.baton.value.model.Quintiles;

/** From which values on a customer has which score. */
@Tag("table")
final class ThresholdsTable extends Component {

    private static final long serialVersionUID = 1;

    ThresholdsTable(Thresholds thresholds, RfmWords words, Locale locale) {
        Formats formats = Formats.of(locale);
        getElement().setAttribute("class", "thresholds");
        getElement().appendChild(new Element("caption").setText(words.say("thresholds")));
        Element head = new Element("tr").appendChild(new Element("td"));
        for (int score = 2; score <= Quintiles.SCORES; score++) {
            head.appendChild(
                    new Element("th").setAttribute("scope", "col").setText(words.say("thresholds.score", score)));
        }
        getElement()
                .appendChild(
                        new Element("thead").appendChild(head),
                        new Element("tbody")
                                .appendChild(
                                        row(
                                                words,
                                                "recency",
                                                thresholds.recency(),
                                                day -> formats.date(LocalDate.ofEpochDay((long) day))),
                                        row(
                                                words,
                                                "frequency",
                                                thresholds.frequency(),
                                                days -> formats.number((long) days)),
                                        row(
                                                words,
                                                "monetary",
                                                thresholds.monetary(),
                                                amount -> words.money(BigDecimal.valueOf(amount)))));
    }

    private static Element row(RfmWords words, String key, Quintiles scores, DoubleFunction<String> form) {
        Element row = new Element("tr");
        row.appendChild(new Element("th").setAttribute("scope", "row").setText(words.say("thresholds." + key)));
        for (double threshold : scores.thresholds()) {
            row.appendChild(new Element("td")
                    .setText(
                            Double.isFinite(threshold)
                                    ? words.say("thresholds.from", form.apply(threshold))
                                    : words.say("thresholds.nobody")));
        }
        return row;
    }
}
