package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.department.Department;
import nl.baton.handoff.Finding;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.JourneyStory.Silence;
import nl.baton.handoff.Leg;
import nl.baton.handoff.PromiseState;
import nl.baton.handoff.ui.VerdictReading.Place;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Direction;
import nl.baton.journey.Touchpoint;

/** Tells one mark of the relay in full: the sentence first, then what proves it. */
final class RelayEvidence {

    private static final int MOST_CONTACTS = 12;

    private final JourneyStory story;
    private final RelayWords words;
    private final Function<Place, Optional<VerdictList>> judged;

    RelayEvidence(JourneyStory story, RelayWords words, Function<Place, Optional<VerdictList>> judged) {
        this.judged = judged;
        this.story = story;
        this.words = words;
    }

    /** A title and what stands under it. */
    record Told(String title, List<Component> parts) {}

    /** Empty when there is no such thing in the journey any more. */
    Optional<Told> tell(String kind, RelayMark mark) {
        return switch (kind) {
            case "pass" -> mark.rest().isEmpty() ? handoff(mark) : pending(mark);
            case "leg" ->
                story.relay().legs().stream()
                        .filter(leg -> leg.touchpoints().getFirst().id() == mark.touchpoint())
                        .findFirst()
                        .map(this::tell);
            case "touchpoint" -> find(mark.touchpoint()).map(this::tell);
            case "silence" ->
                story.silences().stream()
                        .filter(silence -> silence.from().toEpochMilli() == mark.touchpoint())
                        .findFirst()
                        .map(this::tell);
            case "promise" ->
                PromiseState.of(story.touchpoints(), story.now()).stream()
                        .filter(promise -> promise.madeIn().id() == mark.touchpoint()
                                && promise.promise().id().equals(mark.rest()))
                        .findFirst()
                        .map(this::tell);
            default -> Optional.empty();
        };
    }

    private Optional<Touchpoint> find(long id) {
        return story.touchpoints().stream()
                .filter(touchpoint -> touchpoint.id() == id)
                .findFirst();
    }

    private Optional<Told> handoff(RelayMark mark) {
        return story.handoffs().stream()
                .filter(judged -> judged.handoff().pickup().id() == mark.touchpoint())
                .findFirst()
                .map(this::tell);
    }

    private Optional<Told> pending(RelayMark mark) {
        return story.pending().stream()
                .filter(judged -> judged.pass().passing().id() == mark.touchpoint()
                        && mark.rest().equals(Long.toString(judged.pass().toDepartment())))
                .findFirst()
                .map(this::tell);
    }

    private Told tell(JudgedHandoff judged) {
        var parts = new ArrayList<Component>();
        parts.add(
                lane(judged.handoff().from().department(), judged.handoff().to().department()));
        this.judged.apply(Place.of(story, judged)).ifPresentOrElse(parts::add, () -> rules(judged, parts));
        parts.add(quiet(words.text("relay.detail.rules", judged.findings().size(), words.rules())));
        parts.add(facts(List.of(
                new Fact("relay.detail.passed", when(judged.handoff().passedAt())),
                new Fact("relay.detail.picked-up", when(judged.handoff().pickedUpAt())),
                new Fact(
                        "relay.detail.wait",
                        words.text(
                                "relay.detail.wait.both",
                                words.wait(judged),
                                words.formats().duration(judged.handoff().waited()))))));
        contacts(parts, "relay.detail.from", List.of(judged.handoff().passing()));
        contacts(parts, "relay.detail.to", List.of(judged.handoff().pickup()));
        Set<Long> ends = Set.of(
                judged.handoff().passing().id(), judged.handoff().pickup().id());
        contacts(parts, "relay.detail.evidence", evidence(judged.findings(), ends));
        return new Told(words.text(judged.broken() ? "relay.detail.broken" : "relay.detail.handoff"), parts);
    }

    private void rules(JudgedHandoff judged, List<Component> parts) {
        List<String> sentences = words.sentences(judged);
        for (int i = 0; i < sentences.size(); i++) {
            parts.add(rule(judged.findings().get(i).rule(), sentences.get(i)));
        }
    }

    private List<Touchpoint> evidence(Collection<Finding> findings, Set<Long> known) {
        Set<Long> named = findings.stream()
                .flatMap(finding -> finding.evidence().touchpoints().stream())
                .filter(id -> !known.contains(id))
                .collect(Collectors.toSet());
        return story.touchpoints().stream()
                .filter(touchpoint -> named.contains(touchpoint.id()))
                .toList();
    }

    private Told tell(JudgedPass judged) {
        var parts = new ArrayList<Component>();
        parts.add(lane(judged.pass().from().department(), judged.pass().toDepartment()));
        if (judged.overdue()) {
            parts.add(rule("NOT_PICKED_UP", words.sentence(judged)));
        } else {
            parts.add(new StateLabel(State.AT_RISK, words.text("relay.passAtRisk")));
        }
        parts.add(facts(List.of(
                new Fact("relay.detail.passed", when(judged.pass().passedAt())),
                new Fact("relay.detail.picked-up", words.text("relay.detail.not-yet")),
                new Fact("relay.detail.wait", words.wait(judged)))));
        contacts(parts, "relay.detail.from", List.of(judged.pass().passing()));
        contacts(parts, "relay.detail.chases", judged.pass().chases());
        return new Told(words.text(judged.overdue() ? "relay.detail.broken" : "relay.detail.handoff"), parts);
    }

    private Told tell(Leg leg) {
        var parts = new ArrayList<Component>();
        parts.add(facts(List.of(
                new Fact("relay.detail.begun", when(leg.start())), new Fact("relay.detail.ended", when(leg.end())))));
        List<Touchpoint> told = leg.touchpoints().stream().limit(MOST_CONTACTS).toList();
        contacts(parts, "relay.detail.contacts", told);
        int more = leg.touchpoints().size() - told.size();
        if (more > 0) {
            parts.add(quiet(words.text("relay.detail.more", more)));
        }
        return new Told(words.department(leg.department()), parts);
    }

    private Told tell(Touchpoint touchpoint) {
        var parts = new ArrayList<Component>();
        parts.add(new Paragraph(RelayWords.whole(touchpoint)));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("relay.detail.when", when(touchpoint.at())));
        if (touchpoint.departmentId() != null) {
            facts.add(new Fact("relay.detail.department", words.department(touchpoint.departmentId())));
        }
        if (touchpoint.handedToDepartmentId() != null) {
            facts.add(new Fact("relay.detail.handed", words.department(touchpoint.handedToDepartmentId())));
        }
        touchpoint
                .details()
                .facts()
                .forEach(fact -> facts.add(new Fact(
                        "relay.detail.fact." + fact.act().name(),
                        fact.value() == null ? fact.key() : fact.key() + ": " + fact.value())));
        parts.add(facts(facts));
        return new Told(title(touchpoint), parts);
    }

    private String title(Touchpoint touchpoint) {
        Direction direction = touchpoint.direction();
        String side = words.text(
                direction == Direction.INBOUND
                        ? "relay.did"
                        : direction == Direction.OUTBOUND ? "relay.heard" : "relay.internal");
        return side + ", "
                + words.text(
                        "relay." + ChannelKind.of(touchpoint.channel()).name().toLowerCase(Locale.ROOT));
    }

    private Told tell(Silence silence) {
        Instant to = silence.to() == null ? story.now() : silence.to();
        var parts = new ArrayList<Component>();
        parts.add(new Paragraph(words.silence(silence.from(), to, silence.to() == null)));
        Duration rhythm = story.journey().rhythm();
        if (rhythm != null) {
            parts.add(quiet(words.text("relay.detail.rhythm", words.formats().duration(rhythm))));
        }
        contacts(parts, "relay.detail.before", at(silence.from()));
        contacts(parts, "relay.detail.after", silence.to() == null ? List.of() : at(silence.to()));
        return new Told(words.text("relay.waited"), parts);
    }

    private List<Touchpoint> at(Instant moment) {
        return story.touchpoints().stream()
                .filter(touchpoint -> touchpoint.at().equals(moment))
                .limit(1)
                .toList();
    }

    private Told tell(PromiseState promise) {
        var parts = new ArrayList<Component>();
        State state = switch (promise.standing()) {
            case KEPT -> State.FINE;
            case MISSED -> State.BROKEN;
            case SOON_DUE -> State.AT_RISK;
            case OPEN -> State.UNKNOWN;
        };
        parts.add(new StateLabel(
                state, words.text("relay.detail.promise." + promise.standing().name())));
        parts.add(facts(
                List.of(new Fact("relay.detail.due", when(promise.promise().due())))));
        contacts(parts, "relay.detail.made", List.of(promise.madeIn()));
        contacts(parts, "relay.detail.settled", promise.settledIn() == null ? List.of() : List.of(promise.settledIn()));
        return new Told(promise.promise().text(), parts);
    }

    private record Fact(String key, String value) {}

    private Component facts(List<Fact> facts) {
        Div list = new Div();
        list.addClassName("relay-facts");
        facts.forEach(fact -> {
            Span key = new Span(words.text(fact.key()));
            key.addClassName("quiet");
            list.add(key, new Span(fact.value()));
        });
        return list;
    }

    private String when(Instant moment) {
        return words.formats().dateTime(moment, words.zone());
    }

    private Component rule(String code, String sentence) {
        Paragraph definition = quiet(words.definition(code));
        Div rule = new Div(new StateLabel(State.BROKEN, words.rule(code)), new Paragraph(sentence), definition);
        rule.addClassName("relay-rule");
        return rule;
    }

    private Component lane(long from, long to) {
        return new LaneLabel(label(from), label(to));
    }

    private DepartmentLabel label(long id) {
        Department department = words.departments().get(id);
        return new DepartmentLabel(words.department(id), department == null ? 0 : department.slot());
    }

    private void contacts(List<Component> parts, String key, List<Touchpoint> touchpoints) {
        if (touchpoints.isEmpty()) {
            return;
        }
        Div part = new Div(new H3(words.text(key)));
        part.addClassName("relay-contacts");
        touchpoints.forEach(touchpoint -> part.add(row(touchpoint)));
        parts.add(part);
    }

    private Component row(Touchpoint touchpoint) {
        Div about = new Div(quiet(when(touchpoint.at())));
        Long department = touchpoint.departmentId();
        about.add(department == null ? quiet(words.text("relay.noDepartment")) : label(department));
        about.addClassName("about");
        String said = RelayWords.whole(touchpoint);
        Div row = new Div(about, new Paragraph(said.isEmpty() ? "–" : said));
        row.addClassName("relay-contact");
        return row;
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassNames("quiet", "small");
        return quiet;
    }
}
