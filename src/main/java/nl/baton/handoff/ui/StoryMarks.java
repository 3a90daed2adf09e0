package nl.baton.handoff.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.handoff.Finding;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.Leg;
import nl.baton.handoff.PromiseState;
import nl.baton.handoff.ui.RelayShapes.Contact;
import nl.baton.handoff.ui.RelayShapes.Pass;
import nl.baton.handoff.ui.RelayShapes.Promise;
import nl.baton.handoff.ui.RelayShapes.Run;
import nl.baton.handoff.ui.RelayShapes.Silence;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Direction;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** The marks of one journey, each by a name under which it is found again. */
final class StoryMarks {

    private final JourneyStory story;
    private final RelayWords words;
    private final long journey;

    StoryMarks(JourneyStory story, RelayWords words) {
        this.story = story;
        this.words = words;
        this.journey = story.journey().id();
    }

    private String id(Touchpoint touchpoint) {
        return RelayMark.id(journey, touchpoint.id());
    }

    private String id(Leg leg) {
        return id(leg.touchpoints().getFirst());
    }

    List<Contact> contacts() {
        return story.touchpoints().stream().map(this::contact).toList();
    }

    private Contact contact(Touchpoint touchpoint) {
        Long department = touchpoint.departmentId();
        return new Contact(
                id(touchpoint),
                Long.toString(journey),
                RelayDrawing.at(touchpoint.at()),
                RelayDrawing.atOrNull(touchpoint.endedAt()),
                direction(touchpoint.direction()),
                ChannelKind.of(touchpoint.channel()).name().toLowerCase(Locale.ROOT),
                department == null ? null : department.toString(),
                RelayWords.shortly(touchpoint));
    }

    /** What is not known to have reached or come from the customer is drawn with the department only. */
    private static String direction(@Nullable Direction direction) {
        return direction == null ? "internal" : direction.name().toLowerCase(Locale.ROOT);
    }

    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Leg> legs = story.relay().legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean running = i == legs.size() - 1
                    && story.open()
                    && story.pending().isEmpty()
                    && !story.touchpoints()
                            .getLast()
                            .at()
                            .isBefore(story.journey().lastAt());
            runs.add(new Run(
                    id(leg),
                    Long.toString(journey),
                    Long.toString(leg.department()),
                    RelayDrawing.at(leg.start()),
                    running ? null : RelayDrawing.at(leg.end()),
                    leg.touchpoints().stream().map(this::id).toList()));
        }
        return runs;
    }

    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        story.handoffs().forEach(judged -> passes.add(pass(judged)));
        story.pending().forEach(judged -> passes.add(pass(judged)));
        return passes;
    }

    private Pass pass(JudgedHandoff judged) {
        Handoff handoff = judged.handoff();
        return new Pass(
                id(handoff.pickup()),
                Long.toString(journey),
                id(handoff.from()),
                id(handoff.to()),
                null,
                Long.toString(handoff.to().department()),
                RelayDrawing.at(handoff.passedAt()),
                RelayDrawing.at(handoff.pickedUpAt()),
                null,
                1,
                words.wait(judged),
                judged.broken() ? "broken" : "fine",
                judged.findings().stream().map(Finding::rule).toList(),
                judged.broken() ? String.join(" ", words.sentences(judged)) : null);
    }

    private Pass pass(JudgedPass judged) {
        return new Pass(
                id(judged.pass().passing()) + "-" + judged.pass().toDepartment(),
                Long.toString(journey),
                id(judged.pass().from()),
                null,
                null,
                Long.toString(judged.pass().toDepartment()),
                RelayDrawing.at(judged.pass().passedAt()),
                null,
                null,
                1,
                words.wait(judged),
                judged.overdue() ? "broken" : "at-risk",
                judged.overdue() ? List.of("NOT_PICKED_UP") : List.of(),
                judged.overdue() ? words.sentence(judged) : null);
    }

    /** A silence goes by the moment it began, which is told apart within its journey. */
    List<Silence> silences() {
        return story.silences().stream()
                .map(silence -> {
                    Instant to = silence.to() == null ? story.now() : silence.to();
                    return new Silence(
                            RelayMark.id(journey, silence.from().toEpochMilli()),
                            RelayDrawing.at(silence.from()),
                            RelayDrawing.atOrNull(silence.to()),
                            words.silence(silence.from(), to, silence.to() == null));
                })
                .toList();
    }

    List<Promise> promises() {
        return PromiseState.of(story.touchpoints(), story.now()).stream()
                .map(promise -> new Promise(
                        RelayMark.id(journey, promise),
                        RelayDrawing.at(promise.promise().due()),
                        RelayWords.state(promise.standing()),
                        promise.promise().text()))
                .toList();
    }
}
