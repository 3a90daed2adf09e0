package nl.baton.profile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.Period;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.customer.CustomerProfile;
import nl.baton.customer.Identity;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.Leg;
import nl.baton.journey.HandledBy;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Outcome;

/** Answers first whom one speaks to, then who has it now, as the largest text of the screen. */
@org.springframework.stereotype.Component
class ProfileHeader {

    private final Departments departments;
    private final HandoffWords words;
    private final BatonProperties properties;

    ProfileHeader(Departments departments, HandoffWords words, BatonProperties properties) {
        this.departments = departments;
        this.words = words;
        this.properties = properties;
    }

    String name(CustomerProfile profile, Component says) {
        return profile.name() == null ? says.getTranslation("customer.unnamed", profile.number()) : profile.name();
    }

    /** The name and number, which stay in sight. */
    Component name(CustomerProfile profile, Component says, Component actions) {
        Div first = new Div(new H1(name(profile, says)));
        if (!profile.anonymous()) {
            first.add(number(profile, says));
        }
        first.addClassName("first");
        Div bar = new Div(first, actions);
        bar.addClassName("name-bar");
        return bar;
    }

    private static Span number(CustomerProfile profile, Component says) {
        Span number = quiet(
                profile.since() == null
                        ? says.getTranslation("profile.number", profile.number())
                        : says.getTranslation(
                                "profile.number-since",
                                profile.number(),
                                formats().monthAndYear(profile.since())));
        number.addClassName("number");
        return number;
    }

    /** How the customer is reached, and where; {@code wishes} follow in the same line, and what is in doubt last. */
    Component contact(CustomerProfile profile, Component says, Component wishes, SerializableRunnable toDoubts) {
        Div contact = new Div();
        contact.addClassName("contact");
        profile.identities().stream()
                .sorted(Comparator.comparing((Identity identity) -> identity.kind() != Identity.Kind.PHONE)
                        .thenComparing(Identity::kind))
                .forEach(identity -> contact.add(contact(identity, says)));
        if (profile.city() != null) {
            contact.add(quiet(profile.street() == null ? profile.city() : profile.street() + ", " + profile.city()));
        }
        if (profile.contactMasked()) {
            contact.add(quiet(says.getTranslation("profile.masked")));
        }
        contact.add(wishes);
        if (profile.inDoubt() > 0) {
            NativeButton doubts = new NativeButton("", click -> toDoubts.run());
            doubts.addClassNames("link-like", "in-doubt");
            doubts.add(new StateLabel(State.AT_RISK, says.getTranslation("profile.in-doubt", profile.inDoubt())));
            contact.add(doubts);
        }
        return contact;
    }

    private static Component contact(Identity identity, Component says) {
        return switch (identity.kind()) {
            case PHONE -> reaching(Glyph.PHONE, "tel:" + identity.value().replaceAll("[^+\\d]", ""), identity.value());
            case EMAIL -> reaching(Glyph.MAIL, "mailto:" + identity.value(), identity.value());
            default ->
                quiet(says.getTranslation("profile.identity." + identity.kind().name(), identity.value()));
        };
    }

    private static Anchor reaching(String glyph, String address, String text) {
        Anchor anchor = new Anchor(address, text);
        anchor.addComponentAsFirst(new Glyph(glyph));
        anchor.addClassName("reach");
        return anchor;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    /** The journeys for who sees them in summary only. */
    Component summaries(List<JourneySummary> journeys, Component says) {
        Section section = new Section(new H2(says.getTranslation("profile.journeys")));
        section.addClassName("journey-summaries");
        for (JourneySummary journey : journeys) {
            Span when = quiet(formats()
                    .period(new Period(
                            Days.dayOf(journey.startedAt(), properties.zone()),
                            Days.dayOf(journey.lastAt(), properties.zone()))));
            Div line = new Div(new Span(journey.typeName() + " " + journey.caseNumber()), when);
            line.addClassName("line");
            section.add(line);
        }
        return section;
    }

    /** The question behind most calls: one sentence, the state, and the hours against what was agreed. */
    Component whoHasIt(JourneyStory story, Component says) {
        Formats formats = formats();
        Map<Long, Department> byId =
                departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        Span label = new Span(says.getTranslation("profile.who"));
        label.addClassName("label");
        Section section = new Section(label);
        section.addClassName("who-has-it");
        List<Leg> legs = story.relay().legs();
        Instant closedAt = story.relay().closedAt();
        if (legs.isEmpty()) {
            section.add(answer(says.getTranslation("profile.who.nobody-yet")));
        } else if (closedAt != null) {
            boolean cancelled = story.closingOutcome() == Outcome.CANCELLED;
            section.add(
                    answer(says.getTranslation(
                            cancelled ? "profile.who.cancelled" : "profile.who.closed",
                            formats.longDate(Days.dayOf(closedAt, properties.zone())),
                            name(byId, legs.getLast().department()))),
                    new StateLabel(
                            cancelled ? State.UNKNOWN : State.FINE,
                            says.getTranslation(cancelled ? "profile.state.cancelled" : "profile.state.closed")));
        } else if (story.endUnknown()) {
            section.add(
                    answer(says.getTranslation(
                            "profile.who.unknown",
                            name(byId, legs.getLast().department()),
                            formats.longDate(Days.dayOf(story.journey().lastAt(), properties.zone())))),
                    new StateLabel(State.UNKNOWN, says.getTranslation("profile.state.unknown")));
        } else if (!story.pending().isEmpty()) {
            pending(story.pending().getFirst(), section, byId, formats, says);
        } else {
            Leg last = legs.getLast();
            section.add(answer(says.getTranslation(
                    "profile.who.leg",
                    name(byId, last.department()),
                    formats.longDate(Days.dayOf(last.start(), properties.zone())),
                    Duration.between(last.start(), story.now()).toDays())));
            section.add(new StateLabel(State.FINE, says.getTranslation("profile.state.picked-up")));
        }
        contactPerson(story, byId).ifPresent(person -> {
            Span line = quiet(says.getTranslation("profile.contact-person", person));
            line.addClassName("contact-person");
            section.add(line);
        });
        return section;
    }

    /** The last member of staff who was in contact with the customer on this journey. */
    private static Optional<String> contactPerson(JourneyStory story, Map<Long, Department> byId) {
        return story.touchpoints().reversed().stream()
                .filter(touchpoint -> touchpoint.agent() != null
                        && touchpoint.visibleToCustomer()
                        && (touchpoint.handledBy() == null || touchpoint.handledBy() == HandledBy.STAFF))
                .findFirst()
                .map(touchpoint -> touchpoint.departmentId() == null
                        ? touchpoint.agent()
                        : touchpoint.agent() + " (" + name(byId, touchpoint.departmentId()) + ")");
    }

    private void pending(
            JudgedPass judged, Section section, Map<Long, Department> byId, Formats formats, Component says) {
        Locale locale = locale();
        String waited = words.wait(locale, judged.businessWait(), judged.receiver());
        section.add(answer(says.getTranslation(
                "profile.who.pending",
                name(byId, judged.pass().from().department()),
                name(byId, judged.pass().toDepartment()),
                formats.longDate(Days.dayOf(judged.pass().passedAt(), properties.zone())),
                waited)));
        Span against = new Span(says.getTranslation(
                "profile.who.against", waited, words.wait(locale, judged.allowed(), judged.receiver())));
        against.addClassName("quiet");
        Div state = new Div(
                new StateLabel(
                        judged.overdue() ? State.BROKEN : State.AT_RISK,
                        says.getTranslation(judged.overdue() ? "rule.NOT_PICKED_UP.name" : "profile.state.waiting")),
                against);
        state.addClassName("state-line");
        section.add(state);
        section.setClassName("broken", judged.overdue());
    }

    private static Paragraph answer(String sentence) {
        Paragraph answer = new Paragraph(sentence);
        answer.addClassName("sentence");
        return answer;
    }

    private static String name(Map<Long, Department> byId, long id) {
        Department department = byId.get(id);
        return department == null ? "" : department.name();
    }

    private static Formats formats() {
        return Formats.of(locale());
    }

    private static Locale locale() {
        return UI.getCurrentOrThrow().getLocale();
    }
}
