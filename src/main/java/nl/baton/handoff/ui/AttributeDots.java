package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.util.Objects;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.ui.StateLabel;
import nl.baton.handoff.AttributePicture;
import nl.baton.handoff.AttributePicture.Step;
import org.jspecify.annotations.Nullable;

/** The shares as dots on their intervals, a row for each number of handoffs, with their figures beside them. */
@Tag("table")
@JsModule("./charts/interval.ts")
final class AttributeDots extends Component {

    private static final long serialVersionUID = 1;

    private final transient AttributePicture picture;
    private final transient AttributesState state;
    private final boolean leads;
    private final transient Formats formats = Formats.of(getLocale());
    private final double axis;

    /** @param leads whether the figures lead to the journeys they count */
    AttributeDots(AttributePicture picture, AttributesState state, boolean leads) {
        this.picture = picture;
        this.state = state;
        this.leads = leads;
        this.axis = axis();
        getElement().setAttribute("class", "attribute-dots");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "handoff.attributes.caption",
                                picture.attribute(),
                                AttributeWords.answer(state.yes(), this)));
        Element body = new Element("tbody");
        picture.steps().forEach(step -> body.appendChild(row(step)));
        getElement().appendChild(new Element("thead").appendChild(head()), body);
    }

    private double axis() {
        double highest = 0.1;
        for (Step step : picture.steps()) {
            Interval interval = step.interval(state.yes());
            if (interval != null && !step.tooFew()) {
                highest = Math.max(highest, interval.high());
            }
        }
        return Math.ceil(highest * 10) / 10;
    }

    private Element head() {
        Element scale = new Element("baton-interval-axis");
        scale.setProperty("max", axis);
        scale.setProperty("lang", getLocale().getLanguage());
        Element dots = heading("handoff.attributes.share", AttributeWords.answer(state.yes(), this));
        dots.setAttribute("class", "dots").appendChild(scale);
        return new Element("tr")
                .appendChild(
                        heading("handoff.attributes.handoffs"),
                        dots,
                        number(heading("handoff.attributes.percent")),
                        number(heading("handoff.attributes.journeys")));
    }

    private Element heading(String key, Object... arguments) {
        return new Element("th")
                .setAttribute("scope", "col")
                .appendChild(new Span(getTranslation(key, arguments)).getElement());
    }

    private static Element number(Element cell) {
        return cell.setAttribute("class", "number");
    }

    private Element row(Step step) {
        Interval interval = step.interval(state.yes());
        Double share = step.tooFew() ? null : step.share(state.yes());
        Element row = new Element("tr")
                .appendChild(
                        new Element("th").setAttribute("scope", "row").setText(AttributeWords.band(step.band(), this)));
        if (share == null || interval == null) {
            row.appendChild(new Element("td")
                    .setAttribute("colspan", "2")
                    .appendChild(few(step).getElement()));
        } else {
            Span range = new Span(formats.percentRange(interval, 1));
            range.addClassNames("range", "quiet");
            row.appendChild(
                    new Element("td").setAttribute("class", "dots").appendChild(dot(step, share, interval)),
                    number(new Element("td"))
                            .appendChild(new Span(formats.percent(share, 1)).getElement(), range.getElement()));
        }
        return row.appendChild(number(counts(step)));
    }

    private Element dot(Step step, double share, Interval interval) {
        String words = getTranslation(
                "handoff.attributes.tip",
                AttributeWords.band(step.band(), this),
                formats.percent(share, 1),
                formats.percentRange(interval, 1),
                formats.number(step.journeys()));
        Element dot = new Element("baton-interval")
                .setProperty("share", share)
                .setProperty("low", interval.low())
                .setProperty("high", interval.high())
                .setProperty("mean", Objects.requireNonNull(picture.share(state.yes())))
                .setProperty("max", axis)
                .setProperty("label", words);
        return dot.setAttribute("title", words);
    }

    private Component few(Step step) {
        return new StateLabel(StateLabel.State.UNKNOWN, getTranslation("handoff.attributes.few", step.journeys()));
    }

    /** "3,536 of 12,347", each leading to as many journeys. */
    private Element counts(Step step) {
        Element cell = new Element("td");
        if (!step.tooFew()) {
            cell.appendChild(figure(step, step.with(state.yes()), state.yes()).getElement());
            cell.appendChild(Element.createText(" " + getTranslation("handoff.attributes.of") + " "));
        }
        return cell.appendChild(figure(step, step.journeys(), null).getElement());
    }

    private Component figure(Step step, long journeys, @Nullable Boolean only) {
        String text = formats.number(journeys);
        if (!leads || journeys == 0) {
            return new Span(text);
        }
        RouterLink link = new RouterLink(text, AttributesView.class);
        link.setQueryParameters(state.showing(step.band(), only).query());
        return link;
    }
}
