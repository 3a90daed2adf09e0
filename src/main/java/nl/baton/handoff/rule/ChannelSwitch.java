package nl.baton.handoff.rule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.handoff.Window;
import nl.baton.journey.Beginning;
import nl.baton.journey.Beginning.Inbound;
import nl.baton.journey.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Soon after the pick-up the customer came back by another channel, and had to tell it again or to begin anew. The
 * contact with which the receiver began is the first after the pick-up, if it was the customer's.
 */
@Component
public final class ChannelSwitch implements BreakdownRule {

    private static final Window WINDOW = Window.days(7);

    @Override
    public String code() {
        return "CHANNEL_SWITCH";
    }

    @Override
    public Window window() {
        return WINDOW;
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Inbound before = lastBefore(handoff, circumstances);
        if (before == null) {
            return Optional.empty();
        }
        Instant until = circumstances.daysAfter(handoff.pickedUpAt(), WINDOW.days());
        List<Beginning> anew = circumstances.around().later().stream()
                .filter(other -> other.at().isAfter(handoff.pickedUpAt())
                        && !other.at().isAfter(until)
                        && hadTopic(circumstances, other))
                .toList();
        Inbound after = firstAfter(handoff, circumstances, anew, until);
        if (after == null || !after.onAnotherChannel(before)) {
            return Optional.empty();
        }
        String switched = before.channel() + " → " + after.channel();
        return AskedAgain.askedAgain(handoff, circumstances.relay(), until)
                .map(asked -> evidence(before, after, asked.touchpoints(), switched))
                .or(() -> anew.stream()
                        .map(other -> evidence(before, after, List.of(other.touchpoint()), switched))
                        .findFirst());
    }

    private static Evidence evidence(Inbound before, Inbound after, List<Long> why, String switched) {
        return new Evidence(
                Stream.concat(Stream.of(before.touchpoint(), after.touchpoint()), why.stream())
                        .distinct()
                        .toList(),
                null,
                null,
                switched);
    }

    private static @Nullable Inbound lastBefore(Handoff handoff, Circumstances circumstances) {
        Relay relay = circumstances.relay();
        return relay.touchpoints().subList(0, relay.place(handoff.passing()) + 1).reversed().stream()
                .map(Inbound::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Inbound firstAfter(
            Handoff handoff, Circumstances circumstances, List<Beginning> anew, Instant until) {
        Relay relay = circumstances.relay();
        Stream<Inbound> here =
                relay
                        .touchpoints()
                        .subList(
                                relay.place(handoff.pickup()),
                                relay.touchpoints().size())
                        .stream()
                        .takeWhile(touchpoint -> !touchpoint.at().isAfter(until))
                        .map(Inbound::of)
                        .filter(Objects::nonNull)
                        .limit(1);
        Stream<Inbound> elsewhere = anew.stream().map(Beginning::inbound).filter(Objects::nonNull);
        return Stream.concat(here, elsewhere)
                .filter(contact -> !contact.at().isAfter(until))
                .min((a, b) -> a.at().compareTo(b.at()))
                .orElse(null);
    }

    /** Whether this journey had spoken, by then, of what the other one began with. */
    private static boolean hadTopic(Circumstances circumstances, Beginning other) {
        return other.topic() != null
                && circumstances.relay().touchpoints().stream()
                        .takeWhile(touchpoint -> !touchpoint.at().isAfter(other.at()))
                        .anyMatch(touchpoint -> other.topic().equals(Topic.of(touchpoint)));
    }
}
