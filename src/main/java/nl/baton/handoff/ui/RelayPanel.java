package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Locale;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.department.Departments;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JourneyStory;

/** The relay of one journey with its heading. */
@org.springframework.stereotype.Component
class RelayPanel implements JourneyRelay {

    private final Departments departments;
    private final HandoffWords words;
    private final BatonProperties properties;

    RelayPanel(Departments departments, HandoffWords words, BatonProperties properties) {
        this.departments = departments;
        this.words = words;
        this.properties = properties;
    }

    @Override
    public Component of(JourneyStory story, Locale locale) {
        Div says = new Div();
        RelayChart chart = new RelayChart(drawing(story, locale, says));
        chart.add(heading(story, Formats.of(locale), says));
        return chart;
    }

    @Override
    public void update(Component relay, JourneyStory story, Locale locale) {
        Div says = new Div();
        if (relay instanceof RelayChart chart) {
            chart.show(drawing(story, locale, says));
            chart.removeAll();
            chart.add(heading(story, Formats.of(locale), says));
        }
    }

    private RelayChart.Drawing drawing(JourneyStory story, Locale locale, Component says) {
        return new RelayDrawing(
                        story,
                        departments.all(),
                        words,
                        (from, to, still) -> says.getTranslation(
                                still ? "relay.silence.still" : "relay.silence",
                                Math.max(1, Duration.between(from, to).toDays())),
                        locale,
                        properties.zone())
                .drawing();
    }

    private Component heading(JourneyStory story, Formats formats, Component says) {
        H2 title = new H2(story.journey().typeName() + ", " + story.journey().caseNumber());
        long broken = story.broken();
        Span figures = new Span(says.getTranslation(
                story.open() ? "relay.heading.open" : "relay.heading.closed",
                Duration.between(story.journey().startedAt(), story.end()).toDays(),
                formats.number(story.journey().touchpoints()),
                story.relay().legs().stream()
                        .map(leg -> leg.department())
                        .distinct()
                        .count()));
        figures.addClassName("quiet");
        Span judgement = new Span(says.getTranslation(
                "relay.heading.broken",
                formats.number(broken),
                formats.number(story.handoffs().size() + story.pending().size())));
        judgement.addClassName(broken > 0 ? "bad" : "quiet");
        Div heading = new Div(title, figures, judgement);
        heading.addClassName("relay-heading");
        return heading;
    }
}
