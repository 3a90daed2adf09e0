package nl.baton.handoff.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.department.Department;
import nl.baton.handoff.Finding;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.Leg;
import nl.baton.handoff.ui.RelayChart.Contact;
import nl.baton.handoff.ui.RelayChart.Drawing;
import nl.baton.handoff.ui.RelayChart.Lane;
import nl.baton.handoff.ui.RelayChart.Pass;
import nl.baton.handoff.ui.RelayChart.Run;
import nl.baton.handoff.ui.RelayChart.Silence;
import nl.baton.handoff.ui.RelayChart.Span;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Direction;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** A journey's story as the relay chart takes it, in the user's language. */
final class RelayDrawing {

    /** More touchpoints than a chart can show apart; what is broken is drawn all the same. */
    private static final int MOST_TOUCHPOINTS = 500;

    private static final int COLOURS = 8;
    private static final int LONGEST_TEXT = 200;

    private final JourneyStory story;
    private final Map<Long, Department> departments;
    private final HandoffWords words;
    private final SilenceWords silenceWords;
    private final Locale locale;
    private final ZoneId zone;

    /** Says how long a silence was. */
    interface SilenceWords {
        String text(Instant from, Instant to, boolean stillGoing);
    }

    RelayDrawing(
            JourneyStory story,
            List<Department> departments,
            HandoffWords words,
            SilenceWords silenceWords,
            Locale locale,
            ZoneId zone) {
        this.story = story;
        this.departments = departments.stream()
                .collect(Collectors.toMap(Department::id, department -> department, (a, b) -> a, LinkedHashMap::new));
        this.words = words;
        this.silenceWords = silenceWords;
        this.locale = locale;
        this.zone = zone;
    }

    Drawing drawing() {
        Instant first = story.journey().startedAt();
        return new Drawing(
                zone.getId(),
                at(story.now()),
                new Span(at(first), at(story.end())),
                lanes(),
                contacts(),
                runs(),
                passes(),
                silences());
    }

    private static String at(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }

    private List<Lane> lanes() {
        Set<Long> taking = new LinkedHashSet<>();
        story.relay().legs().forEach(leg -> taking.add(leg.department()));
        story.pending().forEach(pass -> taking.add(pass.pass().toDepartment()));
        List<Lane> lanes = new ArrayList<>();
        for (Long id : taking) {
            Department department = departments.get(id);
            if (department != null) {
                lanes.add(new Lane(
                        id.toString(),
                        department.name(),
                        (department.slot() - 1) % COLOURS + 1,
                        department.slot() > COLOURS));
            }
        }
        return lanes;
    }

    private List<Contact> contacts() {
        List<Touchpoint> touchpoints = story.touchpoints();
        return touchpoints.stream()
                .skip(Math.max(0, touchpoints.size() - MOST_TOUCHPOINTS))
                .map(touchpoint -> new Contact(
                        Long.toString(touchpoint.id()),
                        at(touchpoint.at()),
                        touchpoint.endedAt() == null ? null : at(touchpoint.endedAt()),
                        direction(touchpoint.direction()),
                        ChannelKind.of(touchpoint.channel()).name().toLowerCase(Locale.ROOT),
                        touchpoint.departmentId() == null
                                ? null
                                : touchpoint.departmentId().toString(),
                        text(touchpoint)))
                .toList();
    }

    /** What is not known to have reached or come from the customer is drawn with the department only. */
    private static String direction(@Nullable Direction direction) {
        return direction == null ? "internal" : direction.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Touchpoint touchpoint) {
        String text = touchpoint.text() != null
                ? touchpoint.text()
                : touchpoint.activity() != null ? touchpoint.activity() : touchpoint.topic();
        return text == null ? "" : text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Leg> legs = story.relay().legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean running =
                    i == legs.size() - 1 && story.open() && story.pending().isEmpty();
            runs.add(new Run(
                    "leg-" + i,
                    Long.toString(leg.department()),
                    at(leg.start()),
                    running ? null : at(leg.end()),
                    leg.touchpoints().stream()
                            .map(touchpoint -> Long.toString(touchpoint.id()))
                            .toList()));
        }
        return runs;
    }

    private List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        for (JudgedHandoff judged : story.handoffs()) {
            Handoff handoff = judged.handoff();
            passes.add(new Pass(
                    "pass-" + handoff.sequence(),
                    "leg-" + handoff.sequence(),
                    "leg-" + (handoff.sequence() + 1),
                    Long.toString(handoff.to().department()),
                    at(handoff.passedAt()),
                    at(handoff.pickedUpAt()),
                    words.wait(locale, judged.businessWait(), judged.receiver()),
                    judged.broken() ? "broken" : "fine",
                    judged.findings().stream().map(Finding::rule).toList(),
                    judged.broken() ? sentence(judged) : null));
        }
        for (JudgedPass judged : story.pending()) {
            passes.add(pending(judged));
        }
        return passes;
    }

    private Pass pending(JudgedPass judged) {
        return new Pass(
                "pending-" + judged.pass().toDepartment(),
                "leg-" + (story.relay().legs().size() - 1),
                null,
                Long.toString(judged.pass().toDepartment()),
                at(judged.pass().passedAt()),
                null,
                words.wait(locale, judged.businessWait(), judged.receiver()),
                judged.overdue() ? "broken" : "at-risk",
                judged.overdue() ? List.of("NOT_PICKED_UP") : List.of(),
                judged.overdue()
                        ? words.sentence(
                                locale,
                                words.notPickedUp(judged),
                                name(judged.pass().from().department()),
                                name(judged.pass().toDepartment()),
                                judged.receiver())
                        : null);
    }

    private String sentence(JudgedHandoff judged) {
        return judged.findings().stream()
                .map(finding -> words.sentence(
                        locale,
                        finding,
                        name(judged.handoff().from().department()),
                        name(judged.handoff().to().department()),
                        judged.receiver()))
                .collect(Collectors.joining(" "));
    }

    private String name(long department) {
        Department known = departments.get(department);
        return known == null ? "" : known.name();
    }

    private List<Silence> silences() {
        List<Silence> silences = new ArrayList<>();
        for (JourneyStory.Silence silence : story.silences()) {
            Instant to = silence.to() == null ? story.now() : silence.to();
            silences.add(new Silence(
                    "silence-" + silences.size(),
                    at(silence.from()),
                    silence.to() == null ? null : at(silence.to()),
                    silenceWords.text(silence.from(), to, silence.to() == null)));
        }
        return silences;
    }
}
