package nl.baton.demo;

import java.util.ArrayList;
import java.util.Collection;
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
import nl.baton.feedback.NewFeedback;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.PendingPass;
import nl.baton.handoff.Relay;
import nl.baton.handoff.Surroundings;
import nl.baton.handoff.Surroundings.Discontent;
import nl.baton.handoff.Surroundings.Given;
import nl.baton.handoff.Terms;
import nl.baton.handoff.rule.Abandoned;
import nl.baton.handoff.rule.AskedAgain;
import nl.baton.handoff.rule.BrokenPromise;
import nl.baton.handoff.rule.ChannelSwitch;
import nl.baton.handoff.rule.CustomerChased;
import nl.baton.handoff.rule.LatePickup;
import nl.baton.handoff.rule.LostContext;
import nl.baton.handoff.rule.Overrun;
import nl.baton.handoff.rule.PingPong;
import nl.baton.handoff.rule.Refused;
import nl.baton.handoff.rule.Reopened;
import nl.baton.handoff.rule.Returned;
import nl.baton.handoff.rule.Soured;
import nl.baton.journey.Beginning;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyType;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Promised;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** A demo company run through Baton's engine, without a database: what it finds, in the words of the generator. */
final class Played {

    private static final Terms TERMS = Terms.usual(Plan.PICK_UP, 0);
    private static final Terms AGREED = new Terms(Plan.PICK_UP, 0, List.of(Plan.AGREED_FACT), true);
    private static final List<BreakdownRule> RULES = List.of(
            new LatePickup(),
            new PingPong(),
            new Returned(),
            new CustomerChased(),
            new Refused(),
            new AskedAgain(),
            new LostContext(),
            new ChannelSwitch(),
            new Overrun(),
            new Abandoned(),
            new Reopened(),
            new BrokenPromise(),
            new Soured());

    /** A finding by what can be compared: the touchpoint that picks up, the lane, and the rule. */
    record Found(CaseKey journey, Desk from, Desk to, String pickup, String rule) {}

    record PlayedHandoff(CaseKey journey, Desk from, Desk to, Handoff handoff, Set<String> rules) {}

    record Waiting(CaseKey journey, Desk from, Desk to, String passing, PendingPass pass) {}

    final List<PlayedHandoff> handoffs = new ArrayList<>();
    final List<Waiting> waiting = new ArrayList<>();
    private final List<Prepared> prepared = new ArrayList<>();
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
        Map<String, List<Beginning>> beginnings = beginnings(newest.values(), journeys);
        Map<CaseKey, List<Discontent>> discontent = discontent(company);
        Map<CaseKey, String> customers = new HashMap<>();
        newest.values().forEach(touchpoint -> customers.put(touchpoint.journey(), customer(touchpoint)));
        journeys.forEach((key, touchpoints) -> play(
                company,
                key,
                touchpoints,
                Objects.requireNonNull(types.get(key.type())),
                new Surroundings(
                        true,
                        beginnings.getOrDefault(customers.get(key), List.of()).stream()
                                .filter(other -> other.journey() != least(touchpoints))
                                .toList(),
                        discontent.getOrDefault(key, List.of()),
                        given(touchpoints))));
    }

    private static long least(List<Touchpoint> touchpoints) {
        return touchpoints.stream().mapToLong(Touchpoint::id).min().orElseThrow();
    }

    private static String customer(NewTouchpoint touchpoint) {
        return touchpoint.customer().getFirst().value();
    }

    /** By customer; a journey goes by the least number of its touchpoints here. */
    private static Map<String, List<Beginning>> beginnings(
            Collection<NewTouchpoint> all, Map<CaseKey, List<Touchpoint>> journeys) {
        Map<CaseKey, String> customers = new LinkedHashMap<>();
        all.forEach(touchpoint -> customers.put(touchpoint.journey(), customer(touchpoint)));
        Map<String, List<Beginning>> beginnings = new HashMap<>();
        customers.forEach((key, customer) -> {
            List<Touchpoint> inOrder = Objects.requireNonNull(journeys.get(key)).stream()
                    .sorted(Touchpoint.ORDER)
                    .toList();
            beginnings.computeIfAbsent(customer, any -> new ArrayList<>()).add(Beginning.of(least(inOrder), inOrder));
        });
        return beginnings;
    }

    private static Map<CaseKey, List<Discontent>> discontent(Company company) {
        Map<CaseKey, List<Discontent>> discontent = new HashMap<>();
        for (NewFeedback said : company.feedback()) {
            Integer score = said.score();
            if (score != null && score <= 6) {
                discontent
                        .computeIfAbsent(Objects.requireNonNull(said.journey()), any -> new ArrayList<>())
                        .add(new Discontent("NPS", score, 6, said.receivedAt()));
            }
        }
        return discontent;
    }

    /** The last settlement up to the due moment counts. */
    private static List<Given> given(List<Touchpoint> touchpoints) {
        var given = new ArrayList<Given>();
        for (Touchpoint making : touchpoints) {
            for (Promised promised : making.details().promises()) {
                Settlement.State state = touchpoints.stream()
                        .filter(touchpoint -> !touchpoint.at().isAfter(promised.due()))
                        .sorted(Touchpoint.ORDER)
                        .flatMap(touchpoint -> touchpoint.details().settles().stream())
                        .filter(settlement -> settlement.promise().equals(promised.id()))
                        .map(Settlement::state)
                        .reduce((former, latter) -> latter)
                        .orElse(null);
                given.add(new Given(making, promised.due(), state));
            }
        }
        return given;
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
                            type.stages().stream()
                                    .map(stage -> new JourneyType.Stage(
                                            id(stage.department()), stage.promised(), stage.clock()))
                                    .toList(),
                            type.contactGap());
                })
                .collect(Collectors.toMap(JourneyType::code, type -> type));
    }

    /** How many touchpoints the company has, each once. */
    long touchpoints() {
        return prepared.stream()
                .mapToLong(journey -> journey.touchpoints.size())
                .sum();
    }

    /** Runs every journey once more and applies all rules; how many findings there are. */
    long judgeAgain() {
        long found = 0;
        for (Prepared journey : prepared) {
            Relay relay = Relay.of(Grain.DEPARTMENT, journey.touchpoints);
            for (Handoff handoff : relay.handoffs()) {
                Circumstances circumstances = circumstances(journey, relay, handoff);
                for (BreakdownRule rule : RULES) {
                    found += rule.judge(handoff, circumstances).isPresent() ? 1 : 0;
                }
            }
        }
        return found;
    }

    /** A journey as it is judged. */
    private record Prepared(Company company, List<Touchpoint> touchpoints, JourneyType type, Surroundings around) {}

    private Circumstances circumstances(Prepared journey, Relay relay, Handoff handoff) {
        Desk to = desk(handoff.to().unit());
        return new Circumstances(
                relay,
                journey.type,
                terms(journey.company, desk(handoff.from().unit()), to, handoff),
                to.hours(),
                journey.around,
                journey.company.present(),
                Desk.ZONE);
    }

    private void play(
            Company company, CaseKey key, List<Touchpoint> touchpoints, JourneyType type, Surroundings around) {
        var journey = new Prepared(company, touchpoints, type, around);
        prepared.add(journey);
        Relay relay = Relay.of(Grain.DEPARTMENT, touchpoints);
        for (Handoff handoff : relay.handoffs()) {
            Desk to = desk(handoff.to().unit());
            Circumstances circumstances = circumstances(journey, relay, handoff);
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

    private static Terms terms(Company company, Desk from, Desk to, Handoff handoff) {
        boolean agreed = from == Desk.VERKOOP
                && to == Desk.PLANNING
                && !handoff.passedAt().isBefore(Plan.agreedSince(company.present()));
        return agreed ? AGREED : TERMS;
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
                new Touchpoint.Details(
                        incoming.links(),
                        incoming.facts(),
                        incoming.promises(),
                        incoming.settles(),
                        incoming.receipt()));
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
