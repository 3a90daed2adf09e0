package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.baton.journey.Beginning.Inbound;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Topic;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis of a lane counts a handoff by.
 *
 * @param customer whose journey it is
 * @param hour the hour of the week at which it was passed on, in the company's time zone, from 0 on Mondays at midnight;
 *     null where it was stored before there were traits
 * @param channel the kind of channel of the customer's last contact before the pass; null where none is known
 * @param topic the first that is known of the journey, as topics are compared
 * @param feedbacks how often the customer said something of the journey while this was its last pass
 * @param split whose time it was
 */
record HandoffTraits(
        long customer,
        @Nullable Integer hour,
        @Nullable ChannelKind channel,
        @Nullable String topic,
        int feedbacks,
        SplitTime split) {

    /** The columns that traits are stored in, in the order of {@link #values}. */
    static final String COLUMNS =
            "customer_id, pass_hour, channel, topic, feedbacks, from_ms, between_ms, to_ms, customer_ms";

    private static final int HOURS_A_DAY = 24;
    private static final int LONGEST_TOPIC = 120;

    /** Of each handoff of a customer's journey in their order; {@code heard} is when something was said of it. */
    static List<HandoffTraits> of(long customer, Relay relay, List<Instant> heard, ZoneId zone) {
        List<Handoff> handoffs = relay.handoffs();
        if (handoffs.isEmpty()) {
            return List.of();
        }
        String topic = topic(relay.touchpoints());
        var turns = CustomerTurns.of(relay.touchpoints());
        var traits = new ArrayList<HandoffTraits>(handoffs.size());
        ChannelKind channel = null;
        int seen = 0;
        for (int i = 0; i < handoffs.size(); i++) {
            Handoff handoff = handoffs.get(i);
            // passes follow each other, so that each contact is looked at once
            while (seen < relay.touchpoints().size()
                    && Touchpoint.ORDER.compare(relay.touchpoints().get(seen), handoff.passing()) <= 0) {
                Inbound contact = Inbound.of(relay.touchpoints().get(seen++));
                channel = contact == null ? channel : ChannelKind.of(contact.channel());
            }
            Instant next = i + 1 < handoffs.size() ? handoffs.get(i + 1).pickedUpAt() : Instant.MAX;
            traits.add(new HandoffTraits(
                    customer,
                    hourOfWeek(handoff.passedAt().atZone(zone)),
                    channel,
                    topic,
                    (int) heard.stream()
                            .filter(at -> !at.isBefore(handoff.pickedUpAt()) && at.isBefore(next))
                            .count(),
                    SplitTime.of(handoff, turns)));
        }
        return traits;
    }

    private static int hourOfWeek(ZonedDateTime at) {
        return (at.getDayOfWeek().getValue() - 1) * HOURS_A_DAY + at.getHour();
    }

    private static @Nullable String topic(List<Touchpoint> touchpoints) {
        return touchpoints.stream()
                .map(Topic::of)
                .filter(Objects::nonNull)
                .findFirst()
                .map(topic -> topic.length() <= LONGEST_TOPIC ? topic : topic.substring(0, LONGEST_TOPIC))
                .orElse(null);
    }

    static HandoffTraits read(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new HandoffTraits(
                row.getLong("customer_id"),
                row.getObject("pass_hour", Integer.class),
                channel == null ? null : ChannelKind.valueOf(channel),
                row.getString("topic"),
                row.getInt("feedbacks"),
                new SplitTime(
                        row.getLong("from_ms"),
                        row.getLong("between_ms"),
                        row.getLong("to_ms"),
                        row.getLong("customer_ms")));
    }

    /** These traits behind other values of the same row. */
    @Nullable
    Object[] behind(@Nullable Object... values) {
        @Nullable
        Object[] own = {
            customer,
            hour,
            channel == null ? null : channel.name(),
            topic,
            feedbacks,
            split.fromMillis(),
            split.betweenMillis(),
            split.toMillis(),
            split.customerMillis()
        };
        @Nullable Object[] all = Arrays.copyOf(values, values.length + own.length);
        System.arraycopy(own, 0, all, values.length, own.length);
        return all;
    }
}
