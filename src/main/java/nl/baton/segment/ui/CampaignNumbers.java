package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.segment.CampaignPreview;
import nl.baton.segment.CampaignRules;
import nl.baton.segment.ui.CampaignPart.Counted;

/** Who remains for a campaign in one sentence, and below it how many are left alone for which reason. */
final class CampaignNumbers extends Div {

    private static final long serialVersionUID = 1;

    private final Formats formats = Formats.of(getLocale());

    CampaignNumbers(Counted counted, ZoneId zone) {
        CampaignPreview numbers = counted.numbers();
        Paragraph sentence = new Paragraph(sentence(numbers));
        sentence.addClassName("answer");
        sentence.getElement().setAttribute("role", "status");
        add(sentence);
        if (numbers.members() > 0) {
            Paragraph asOf = new Paragraph(say("as-of", formats.dateTime(numbers.asOf(), zone)));
            asOf.addClassNames("quiet", "small");
            Div frame = new Div(table(counted));
            frame.addClassName("table-frame");
            frame.getElement()
                    .setAttribute("tabindex", "0")
                    .setAttribute("role", "region")
                    .setAttribute("aria-label", say("why"));
            add(asOf, frame);
        }
    }

    private String sentence(CampaignPreview numbers) {
        if (numbers.members() == 0) {
            return say("empty");
        }
        return numbers.remaining() == 0
                ? say("nobody", numbers.members(), number(numbers.members()))
                : say(
                        "remain",
                        numbers.members(),
                        number(numbers.members()),
                        numbers.remaining(),
                        number(numbers.remaining()));
    }

    @Tag("table")
    private static final class Table extends Component {

        private static final long serialVersionUID = 1;
    }

    private Table table(Counted counted) {
        Element head = new Element("tr");
        for (String key : List.of("why", "customers", "meaning")) {
            head.appendChild(new Element("th").setAttribute("scope", "col").setText(say(key)));
        }
        CampaignRules rules = counted.rules();
        CampaignPreview numbers = counted.numbers();
        Element body = new Element("tbody");
        numbers.because()
                .forEach((reason, customers) -> body.appendChild(row(
                        say("because." + reason),
                        customers,
                        say("because." + reason + ".definition", rules.purpose(), rules.cap(), rules.days()))));
        body.appendChild(row(say("alone"), numbers.alone(), ""), row(say("remaining"), numbers.remaining(), ""));
        Table table = new Table();
        table.getElement().appendChild(new Element("thead").appendChild(head), body);
        return table;
    }

    private Element row(String heading, long customers, String meaning) {
        return new Element("tr")
                .appendChild(
                        new Element("th").setAttribute("scope", "row").setText(heading),
                        new Element("td").setText(number(customers)),
                        new Element("td").setText(meaning));
    }

    private String number(long n) {
        return formats.number(n);
    }

    private String say(String key, Object... values) {
        return getTranslation("segment.campaign." + key, values);
    }
}
