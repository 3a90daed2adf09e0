package nl.baton.journey;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a journey began, as far as other journeys of the same customer are judged by it.
 *
 * @param touchpoint the first one
 * @param topic the first that is known, as topics are compared
 * @param inbound the first contact from the customer of which the channel is known
 */
public record Beginning(
        long journey,
        long touchpoint,
        Instant at,
        @Nullable String topic,
        @Nullable Inbound inbound) {

    /** A contact from the customer. */
    public record Inbound(long touchpoint, Instant at, String channel) {

        /** Null unless the contact is the customer's and its channel is known. */
        public static @Nullable Inbound of(Touchpoint touchpoint) {
            String channel = touchpoint.channel();
            return touchpoint.direction() != Direction.INBOUND || channel == null || channel.isBlank()
                    ? null
                    : new Inbound(touchpoint.id(), touchpoint.at(), Topic.of(channel));
        }

        /** Whether it came in another way; what sources call by several names is one channel. */
        public boolean onAnotherChannel(Inbound other) {
            ChannelKind kind = ChannelKind.of(channel);
            ChannelKind others = ChannelKind.of(other.channel);
            return kind != others || (kind == ChannelKind.OTHER && !channel.equals(other.channel));
        }
    }

    /** Of touchpoints in order, one at least. */
    public static Beginning of(long journey, List<Touchpoint> touchpoints) {
        Touchpoint first = touchpoints.getFirst();
        return new Beginning(
                journey,
                first.id(),
                first.at(),
                touchpoints.stream()
                        .map(Topic::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                touchpoints.stream()
                        .map(Inbound::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
