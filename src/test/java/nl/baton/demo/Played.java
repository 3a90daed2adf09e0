package nl.baton.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.PendingPass;
import nl.baton.handoff.Relay;
import nl.baton.handoff.Thresholds;
import nl.baton.handoff.rule.CustomerChased;
import nl.baton.handoff.rule.LatePickup;
import nl.baton.handoff.rule.PingPong;
import nl.baton.handoff.rule.Returned;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyType;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** A demo company run through Baton's engine, without a database: what it finds, in the words of the generator. */
final class Played {

    private static final Thresholds THRESHOLDS = new Thresholds(Plan.PICK_UP, 0);
    private static final List<BreakdownRule> RULES =
            List.of(new LatePickup(), new PingPong(), new Returned(), new CustomerChased());

    /** A finding by what can be compared: the touchpoint that picks up, the lane, and the rule. */
    record Found(CaseKey journey, Desk from, Desk to, String pickup, String rule) {}

    record PlayedHandoff(CaseKey journey, Desk from, Desk to, Handoff handoff, Set<String> rules) {}

    record Waiting(CaseKey journey, Desk from, Desk to, String passing, PendingPass pass) {}

    final List<PlayedHandoff> handoffs = new ArrayList<>();
    final List<Waiting> waiting = new ArrayList<>();
    private final Map<Desk, Long> ids = new HashMap<>();
    private final Map<String, Desk> desks = new HashMap<>();

    /** @param shuffle whether touchpoints reach the engine in some other order than they arrived */
    Played(Company company, boolean shuffle) {
        for (Desk desk : Desk.values()) {
            ids.put(desk, 100L + desk.ordinal());
            desks.put(desk.code(), desk);
        }
        List<NewTouchpoint> arrived =
                new ArrayList<>(company.batches().stream().flatMap(List::stream).toList());
        if (shuffle) {
            Collections.shuffle(arrived, new Random(5));
        }
        Map<String, NewTouchpoint> newest = new LinkedHashMap<>();
        arrived.forEach(touchpoint -> newest.put(touchpoint.externalId(), touchpoint));
        Map<String, JourneyType> types = types(company);
        long id = 1;
        Map<CaseKey, List<Touchpoint>> journeys = new LinkedHashMap<>();
        for (NewTouchpoint touchpoint : newest.values()) {
            journeys.computeIfAbsent(touchpoint.journey(), key -> new ArrayList<>())
                    .add(stored(touchpoint, id++));
        }
        journeys.forEach((key, touchpoints) -> play(key, touchpoints, Objects.requireNonNull(types.get(key.type()))));
    }

    private Map<String, JourneyType> types(Company company) {
        return IntStream.range(0, company.journeyTypes().size())
                .mapToObj(i -> {
                    var type = company.journeyTypes().get(i);
                    return new JourneyType(
                            i + 1L,
                            type.code(),
                            type.name(),
                            type.rhythm(),
                            type.plannedPasses().stream()
                                    .map(pass -> new JourneyType.Planned(id(pass.from()), id(pass.to())))
                                    .collect(Collectors.toSet()),
                            List.of(),
                            type.contactGap());
                })
                .collect(Collectors.toMap(JourneyType::code, type -> type));
    }

    private void play(CaseKey key, List<Touchpoint> touchpoints, JourneyType type) {
        Relay relay = Relay.of(Grain.DEPARTMENT, touchpoints);
        for (Handoff handoff : relay.handoffs()) {
            Desk to = desk(handoff.to().unit());
            var circumstances = new Circumstances(relay, type, THRESHOLDS, to.hours());
            Set<String> broken = RULES.stream()
                    .filter(rule -> rule.judge(handoff, circumstances).isPresent())
                    .map(BreakdownRule::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            handoffs.add(new PlayedHandoff(key, desk(handoff.from().unit()), to, handoff, broken));
        }
        for (PendingPass pass : relay.pending()) {
            waiting.add(new Waiting(
                    key,
                    desk(pass.from().unit()),
                    desk(pass.toDepartment()),
                    pass.passing().externalId(),
                    pass));
        }
    }

    Set<Found> findings() {
        return handoffs.stream()
                .flatMap(handoff -> handoff.rules().stream()
                        .map(rule -> new Found(
                                handoff.journey(),
                                handoff.from(),
                                handoff.to(),
                                handoff.handoff().pickup().externalId(),
                                rule)))
                .collect(Collectors.toSet());
    }

    private long id(String code) {
        return Objects.requireNonNull(ids.get(Objects.requireNonNull(desks.get(code), code)));
    }

    private Desk desk(long id) {
        return Desk.values()[(int) id - 100];
    }

    private Touchpoint stored(NewTouchpoint incoming, long id) {
        Long department = incoming.department() == null ? null : id(incoming.department());
        return new Touchpoint(
                id,
                0,
                incoming.source(),
                incoming.externalId(),
                incoming.position(),
                incoming.at(),
                incoming.endedAt(),
                null,
                department,
                department,
                incoming.agent(),
                incoming.direction(),
                incoming.channel(),
                incoming.handledBy(),
                incoming.answered(),
                incoming.purpose(),
                incoming.activity(),
                incoming.topic(),
                incoming.text(),
                incoming.visibility(),
                incoming.language(),
                incoming.outcome(),
                incoming.by(),
                handedTo(incoming),
                null,
                Touchpoint.Details.NONE);
    }

    private @Nullable Long handedTo(NewTouchpoint incoming) {
        return Optional.ofNullable(incoming.handedTo())
                .map(to -> id(to.department()))
                .orElse(null);
    }

    static Stream<Found> recorded(Company company) {
        return company.broken().stream()
                .map(broken -> new Found(
                        broken.journey(),
                        broken.from(),
                        broken.to(),
                        broken.pickup(),
                        broken.rule().name()));
    }
}
