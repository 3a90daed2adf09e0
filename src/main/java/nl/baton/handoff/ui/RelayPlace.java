package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.handoff.JourneyStories;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.RelayStories;
import nl.baton.handoff.RelayStory;
import nl.baton.handoff.RelayStory.Bin;
import nl.baton.journey.Timelines.Scope;
import nl.baton.journey.Timelines.Stretch;
import org.jspecify.annotations.Nullable;

/** The relay with its heading, and beside it whatever the reader opened in it. */
final class RelayPlace extends Div implements RelayChart.Hands {

    private static final long serialVersionUID = 1;

    /** Before the browser has told how wide the chart is. */
    private static final int LIKELY_PIXELS = 1_200;

    private static final Duration HOURS_UP_TO = Duration.ofDays(2);

    private final transient JourneyStories journeys;
    private final transient RelayStories relays;
    private final transient RelayWords.Source source;
    private final Locale locale;
    private final RelayChart chart;
    private final RelayDetail detail;
    private transient JourneyStory about;
    private transient RelayStory shown;
    private transient View view = View.WHOLE;

    /** What the reader looks at; the window is null until something other than the journey was asked for. */
    private record View(@Nullable Stretch window, int pixels, boolean all) {

        static final View WHOLE = new View(null, LIKELY_PIXELS, false);
    }

    RelayPlace(
            JourneyStory about,
            JourneyStories journeys,
            RelayStories relays,
            RelayWords.Source source,
            VerdictReading verdicts,
            Locale locale) {
        this.about = about;
        this.journeys = journeys;
        this.relays = relays;
        this.source = source;
        this.locale = locale;
        addClassName("relay-place");
        RelayWords words = source.in(locale);
        shown = read();
        chart = new RelayChart(drawing(words), this);
        detail = new RelayDetail(verdicts, this::back);
        add(chart, detail);
        chart.add(heading(words));
    }

    /** What has become of the same journey; what the reader looks at stays. */
    void update(JourneyStory fresh) {
        about = fresh;
        refresh();
        detail.again(mark -> journeys.story(mark.journey()), source.in(locale));
        chart.opened(detail.isOpen());
    }

    private void refresh() {
        RelayWords words = source.in(locale);
        shown = read();
        chart.show(drawing(words));
        chart.removeAll();
        chart.add(heading(words));
    }

    private RelayStory read() {
        long customer = about.journey().customerId();
        boolean little = about.touchpoints().size() <= RelayStories.MOST_TOUCHPOINTS;
        if (!view.all() && little) {
            return new RelayStory(List.of(about), null, null, relays.overview(customer), about.now());
        }
        Stretch window = view.window();
        Stretch whole = new Stretch(about.journey().startedAt(), about.end().plusSeconds(60));
        return relays.story(
                new Scope(customer, view.all() ? null : about.journey().id()),
                window == null ? whole : window,
                view.pixels());
    }

    private RelayShapes.Drawing drawing(RelayWords words) {
        Stretch window = view.window();
        Stretch hours = window != null && window.length().compareTo(HOURS_UP_TO) <= 0 ? wider(window) : null;
        return new RelayDrawing(about, shown, view.all(), hours, words).drawing();
    }

    private static Stretch wider(Stretch window) {
        return new Stretch(window.from().minus(window.length()), window.to().plus(window.length()));
    }

    @Override
    public void show(Instant from, Instant to, int pixels, boolean all) {
        view = new View(new Stretch(from, to), pixels, all);
        refresh();
    }

    @Override
    public void select(String kind, String id) {
        Optional<RelayMark> mark = RelayMark.of(id);
        Optional<JourneyStory> story = mark.flatMap(one -> journeys.story(one.journey()));
        if (mark.isPresent() && story.isPresent()) {
            detail.open(kind, mark.get(), story.get(), source.in(locale));
            chart.opened(detail.isOpen());
        }
    }

    @Override
    public void back() {
        detail.close();
        chart.opened(false);
        chart.focusMarks();
    }

    private Component heading(RelayWords words) {
        return view.all() ? headingOfAll(words) : headingOfOne(words);
    }

    private Component headingOfOne(RelayWords words) {
        long broken = about.broken();
        return heading(
                new H2(about.journey().typeName() + ", " + about.journey().caseNumber()),
                words.text(
                        about.open() ? "relay.heading.open" : "relay.heading.closed",
                        Duration.between(about.journey().startedAt(), about.end())
                                .toDays(),
                        words.formats().number(about.journey().touchpoints()),
                        about.relay().legs().stream()
                                .map(leg -> leg.department())
                                .distinct()
                                .count()),
                words,
                broken,
                about.handoffs().size() + about.pending().size());
    }

    /** Of what was loaded, which is what can be seen. */
    private Component headingOfAll(RelayWords words) {
        RelayStory.Bins bins = shown.bins();
        long contacts = bins == null
                ? shown.stories().stream()
                        .mapToLong(story -> story.touchpoints().size())
                        .sum()
                : bins.bins().stream().mapToLong(RelayPlace::contacts).sum();
        long broken = bins == null
                ? shown.stories().stream().mapToLong(JourneyStory::broken).sum()
                : bins.passes().stream()
                        .filter(pass -> pass.broken())
                        .mapToLong(pass -> pass.count())
                        .sum();
        long passes = bins == null
                ? shown.stories().stream()
                        .mapToLong(story ->
                                story.handoffs().size() + story.pending().size())
                        .sum()
                : bins.passes().stream().mapToLong(pass -> pass.count()).sum();
        long known =
                shown.journeys().stream().mapToLong(RelayStory.Sketch::count).sum();
        return heading(
                new H2(words.text("relay.all")),
                words.text(
                        shown.loaded() == null ? "relay.heading.all" : "relay.heading.part",
                        known,
                        words.formats().number(contacts)),
                words,
                broken,
                passes);
    }

    private static long contacts(Bin bin) {
        return bin.inbound() + bin.outbound();
    }

    private static Component heading(H2 title, String facts, RelayWords words, long broken, long passes) {
        Span figures = new Span(facts);
        figures.addClassName("quiet");
        Span judgement = new Span(words.text(
                "relay.heading.broken",
                words.formats().number(broken),
                words.formats().number(passes)));
        judgement.addClassName(broken > 0 ? "bad" : "quiet");
        Div heading = new Div(title, figures, judgement);
        heading.addClassName("relay-heading");
        return heading;
    }
}
