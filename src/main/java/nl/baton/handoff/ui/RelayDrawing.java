package nl.baton.handoff.ui;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.baton.department.Department;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.RelayStory;
import nl.baton.handoff.RelayStory.Bins;
import nl.baton.handoff.RelayStory.PassCount;
import nl.baton.handoff.RelayStory.Sketch;
import nl.baton.handoff.ui.RelayShapes.Bin;
import nl.baton.handoff.ui.RelayShapes.Closed;
import nl.baton.handoff.ui.RelayShapes.Drawing;
import nl.baton.handoff.ui.RelayShapes.Journey;
import nl.baton.handoff.ui.RelayShapes.Lane;
import nl.baton.handoff.ui.RelayShapes.Pass;
import nl.baton.handoff.ui.RelayShapes.Span;
import nl.baton.journey.Timelines.Stretch;
import org.jspecify.annotations.Nullable;

/** What is known of a customer's journeys as the relay chart takes it, in the user's language. */
final class RelayDrawing {

    private static final int COLOURS = 8;

    private final JourneyStory about;
    private final RelayStory shown;
    private final boolean all;
    private final @Nullable Stretch hours;
    private final RelayWords words;
    private final List<StoryMarks> marks;

    /**
     * Draws.
     *
     * @param about the journey that the chart opens on
     * @param all whether what is shown is of all journeys
     * @param hours the stretch of which opening hours are to be drawn too; null for none
     */
    RelayDrawing(JourneyStory about, RelayStory shown, boolean all, @Nullable Stretch hours, RelayWords words) {
        this.about = about;
        this.shown = shown;
        this.all = all;
        this.hours = hours;
        this.words = words;
        this.marks = shown.stories().stream()
                .map(story -> new StoryMarks(story, words))
                .toList();
    }

    Drawing drawing() {
        Set<Long> taking = taking();
        return new Drawing(
                words.zone().getId(),
                at(shown.now()),
                new Span(at(about.journey().startedAt()), at(about.end())),
                all,
                span(shown.loaded()),
                taking.stream().flatMap(this::lane).toList(),
                each(StoryMarks::contacts),
                bins(),
                each(StoryMarks::runs),
                shown.bins() == null
                        ? each(StoryMarks::passes)
                        : shown.bins().passes().stream().map(this::pass).toList(),
                each(StoryMarks::silences),
                each(StoryMarks::promises),
                shown.journeys().stream().map(this::journey).toList(),
                closed(taking),
                span(hours));
    }

    static String at(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }

    static @Nullable String atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    private static @Nullable Span span(@Nullable Stretch stretch) {
        return stretch == null ? null : new Span(at(stretch.from()), at(stretch.to()));
    }

    private <T> List<T> each(Function<StoryMarks, List<T>> kind) {
        return marks.stream().map(kind).flatMap(Collection::stream).toList();
    }

    private Set<Long> taking() {
        Set<Long> taking = new LinkedHashSet<>();
        for (JourneyStory story : shown.stories()) {
            story.relay().legs().forEach(leg -> taking.add(leg.department()));
            story.pending().forEach(pass -> taking.add(pass.pass().toDepartment()));
        }
        Bins bins = shown.bins();
        if (bins != null) {
            bins.bins().forEach(bin -> taking.addAll(bin.held().keySet()));
            bins.passes().forEach(pass -> taking.addAll(List.of(pass.from(), pass.to())));
        }
        return taking;
    }

    private Stream<Lane> lane(Long id) {
        Department department = words.departments().get(id);
        return department == null
                ? Stream.empty()
                : Stream.of(new Lane(
                        id.toString(),
                        department.name(),
                        (department.slot() - 1) % COLOURS + 1,
                        department.slot() > COLOURS));
    }

    private List<Bin> bins() {
        Bins bins = shown.bins();
        return bins == null
                ? List.of()
                : bins.bins().stream()
                        .map(bin -> new Bin(
                                at(bins.at(bin.number())),
                                at(bins.at(bin.number() + 1)),
                                bin.inbound(),
                                bin.outbound(),
                                bin.held().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                held -> held.getKey().toString(), Map.Entry::getValue))))
                        .toList();
    }

    private Pass pass(PassCount pass) {
        String state = pass.broken() ? "broken" : "fine";
        return new Pass(
                RelayMark.id(pass.journeyId(), pass.pickupTouchpointId()),
                Long.toString(pass.journeyId()),
                null,
                null,
                Long.toString(pass.from()),
                Long.toString(pass.to()),
                at(pass.first()),
                at(pass.first()),
                at(pass.last()),
                pass.count(),
                "",
                state,
                List.of(),
                pass.broken() ? words.text("relay.broken-passes", pass.count()) : null);
    }

    private Journey journey(Sketch sketch) {
        String name = sketch.type() + ", " + sketch.caseNumber();
        return new Journey(
                Long.toString(sketch.id()),
                at(sketch.start()),
                atOrNull(sketch.end()),
                sketch.broken() ? "broken" : "fine",
                sketch.count() == 1 ? name : words.text("relay.journeys", sketch.count()),
                sketch.count());
    }

    private List<Closed> closed(Set<Long> taking) {
        Stretch asked = hours;
        return asked == null
                ? List.of()
                : taking.stream()
                        .map(words.departments()::get)
                        .filter(Objects::nonNull)
                        .flatMap(department -> closed(department, asked))
                        .toList();
    }

    private static Stream<Closed> closed(Department department, Stretch asked) {
        return department.hours().closed(asked.from(), asked.to()).stream()
                .map(closed -> new Closed(Long.toString(department.id()), at(closed.from()), at(closed.to())));
    }
}
