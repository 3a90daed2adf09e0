package nl.baton.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Team;
import nl.baton.handoff.XesWriter.Attribute;
import nl.baton.journey.JourneyAttributes;
import nl.baton.journey.LoggedJourney;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * Journeys as traces and touchpoints as events, by names that Baton's own import proposes of itself: an event spans from
 * {@code start_timestamp} to {@code time:timestamp}, and they stand in the order of the journey.
 */
final class LoggedEvents {

    private static final List<String> OPTIONAL = List.of(
            "org:group",
            "team",
            "org:resource",
            "direction",
            "channel",
            "handled_by",
            "answered",
            "purpose",
            "topic",
            "visibility",
            "language",
            "outcome",
            "by",
            "handed_to",
            "handed_to_team");

    private static final Set<String> OF_TRACE = Set.of("concept:name", "baton:type", "baton:case", "customer");

    private final Map<Long, String> departments = new HashMap<>();
    private final Map<Long, String> teams = new HashMap<>();
    private final @Nullable Pseudonyms pseudonyms;
    private boolean first = true;

    /** @param pseudonyms for agents; null where they go by their names, and cases by their numbers */
    LoggedEvents(Departments known, @Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        for (Department department : known.all()) {
            departments.put(department.id(), department.code());
        }
        for (Team team : known.teams()) {
            teams.put(team.id(), team.name());
        }
    }

    List<Attribute> trace(LoggedJourney journey) {
        var trace = new ArrayList<Attribute>();
        trace.add(Attribute.text("concept:name", "J" + journey.summary().id()));
        trace.add(Attribute.text("baton:type", journey.typeCode()));
        if (pseudonyms == null) {
            trace.add(Attribute.text(
                    "baton:case",
                    journey.summary().source() + " " + journey.summary().caseNumber()));
        }
        if (journey.touchpoints().stream().anyMatch(touchpoint -> touchpoint.customerId() != null)) {
            // a number of Baton's own: what a source calls its customers may be an e-mail address
            trace.add(Attribute.text("customer", "C" + journey.summary().customerId()));
        }
        JourneyAttributes.of(journey.touchpoints()).forEach((name, value) -> {
            // a yes or a no gives nothing away; anything else may be a text about somebody
            if (JourneyAttributes.answer(value) != null) {
                trace.add(Attribute.text(OF_TRACE.contains(name) ? "attribute:" + name : name, value));
            }
        });
        return trace;
    }

    List<Attribute> event(Touchpoint touchpoint) {
        var event = new ArrayList<Attribute>();
        event.add(Attribute.text("concept:name", activity(touchpoint)));
        event.add(moment("start_timestamp", touchpoint.at()));
        event.add(moment("time:timestamp", touchpoint.end()));
        event.add(Attribute.text("lifecycle:transition", "complete"));
        event.add(Attribute.text("external_id", "T" + touchpoint.id()));
        put(event, "org:group", name(departments, touchpoint.departmentId()));
        put(event, "team", name(teams, touchpoint.teamId()));
        put(event, "org:resource", agent(touchpoint.agent()));
        put(event, "direction", word(touchpoint.direction()));
        put(event, "channel", touchpoint.channel());
        put(event, "handled_by", word(touchpoint.handledBy()));
        if (touchpoint.answered() != null) {
            event.add(new Attribute("boolean", "answered", touchpoint.answered().toString()));
        }
        put(event, "purpose", word(touchpoint.purpose()));
        put(event, "topic", touchpoint.topic());
        put(event, "visibility", word(touchpoint.visibility()));
        put(event, "language", touchpoint.language());
        put(event, "outcome", word(touchpoint.outcome()));
        put(event, "by", word(touchpoint.by()));
        put(event, "handed_to", name(departments, touchpoint.handedToDepartmentId()));
        put(event, "handed_to_team", name(teams, touchpoint.handedToTeamId()));
        if (first) {
            first = false;
            nameAll(event);
        }
        return event;
    }

    /** A reader that looks at the beginning only is to know every name that may come. */
    private static void nameAll(List<Attribute> event) {
        Set<String> named = new HashSet<>();
        event.forEach(attribute -> named.add(attribute.key()));
        OPTIONAL.stream().filter(key -> !named.contains(key)).forEach(key -> event.add(Attribute.text(key, "")));
    }

    /** What was done; where that is not known, how, so that a mining tool has a word for every event. */
    private static String activity(Touchpoint touchpoint) {
        if (touchpoint.activity() != null) {
            return touchpoint.activity();
        }
        String how = String.join(
                " ",
                Stream.of(word(touchpoint.direction()), touchpoint.channel())
                        .filter(part -> part != null)
                        .toList());
        return how.isEmpty() ? "touchpoint" : how;
    }

    private @Nullable String agent(@Nullable String name) {
        return name == null || pseudonyms == null ? name : pseudonyms.of(name);
    }

    private static Attribute moment(String key, Instant moment) {
        return new Attribute("date", key, moment.toString());
    }

    private static void put(List<Attribute> event, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            event.add(Attribute.text(key, value));
        }
    }

    private static @Nullable String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? null : names.get(id);
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
