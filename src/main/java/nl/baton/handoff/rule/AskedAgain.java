package nl.baton.handoff.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.journey.Fact;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** The receiver asked for what another department had been told earlier in the journey. */
@Component
public final class AskedAgain implements BreakdownRule {

    @Override
    public String code() {
        return "ASKED_AGAIN";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        return askedAgain(handoff, circumstances.relay(), Instant.MAX);
    }

    /** The same for what was asked up to a moment. */
    static Optional<Evidence> askedAgain(Handoff handoff, Relay relay, Instant until) {
        List<Touchpoint> asked = handoff.to().touchpoints().stream()
                .filter(touchpoint -> !touchpoint.at().isAfter(until)
                        && !keys(touchpoint, Fact.Act.ASKED).isEmpty())
                .toList();
        return asked.isEmpty() ? Optional.empty() : askedAgain(asked, recorded(relay));
    }

    private static Optional<Evidence> askedAgain(List<Touchpoint> questions, List<Touchpoint> all) {
        var evidence = new ArrayList<Long>();
        var about = new ArrayList<String>();
        for (Touchpoint asking : questions) {
            for (Fact asked : keys(asking, Fact.Act.ASKED)) {
                told(all, asking, asked).ifPresent(telling -> {
                    Stream.of(telling.id(), asking.id())
                            .filter(id -> !evidence.contains(id))
                            .forEach(evidence::add);
                    if (about.stream().noneMatch(key -> new Fact(key, Fact.Act.ASKED, null).hasKeyOf(asked))) {
                        about.add(asked.key().strip());
                    }
                });
            }
        }
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(evidence, (long) about.size(), 0L, String.join(", ", about)));
    }

    /** What departments have recorded, in the order of the journey; a contact during a wait is in no leg. */
    private static List<Touchpoint> recorded(Relay relay) {
        return Stream.concat(
                        relay.legs().stream().flatMap(leg -> leg.touchpoints().stream()),
                        relay.handoffs().stream().flatMap(other -> other.chases().stream()))
                .filter(touchpoint -> touchpoint.departmentId() != null)
                .distinct()
                .sorted(Touchpoint.ORDER)
                .toList();
    }

    private static Optional<Touchpoint> told(List<Touchpoint> all, Touchpoint asking, Fact asked) {
        return all.stream()
                .takeWhile(earlier -> Touchpoint.ORDER.compare(earlier, asking) < 0)
                .filter(earlier -> earlier.departmentId() != null
                        && !earlier.departmentId().equals(asking.departmentId())
                        && keys(earlier, Fact.Act.TOLD).stream().anyMatch(told -> told.hasKeyOf(asked)))
                .findFirst();
    }

    private static List<Fact> keys(Touchpoint touchpoint, Fact.Act act) {
        return touchpoint.details().facts().stream()
                .filter(fact -> fact.act() == act)
                .toList();
    }
}
