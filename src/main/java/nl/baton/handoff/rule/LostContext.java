package nl.baton.handoff.rule;

import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.journey.Fact;
import org.springframework.stereotype.Component;

/** It was passed on without something that the two departments agreed must be known by then. */
@Component
public final class LostContext implements BreakdownRule {

    @Override
    public String code() {
        return "LOST_CONTEXT";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        List<String> required = circumstances.terms().requiredFacts();
        if (required.isEmpty()) {
            return Optional.empty();
        }
        Relay relay = circumstances.relay();
        List<Fact> told = relay.touchpoints().subList(0, relay.place(handoff.passing()) + 1).stream()
                .flatMap(touchpoint -> touchpoint.details().facts().stream())
                .filter(fact -> fact.act() == Fact.Act.TOLD)
                .toList();
        List<String> missing = required.stream()
                .filter(key -> told.stream().noneMatch(new Fact(key, Fact.Act.TOLD, null)::hasKeyOf))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(
                        List.of(handoff.passing().id()), (long) missing.size(), 0L, String.join(", ", missing)));
    }
}
