package nl.baton.journey;

import java.time.Instant;
import java.util.List;
import nl.baton.customer.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint as it comes in, checked but not yet stored. Its identity is (source, externalId).
 *
 * @param position its place in its own file or batch, from 0; orders touchpoints of the same instant
 * @param endedAt never before {@code at}
 * @param customer none means: the journey's customer, or an anonymous one of its own
 * @param department code or name of the department that did the work; null means that none is known
 */
public record NewTouchpoint(
        String source,
        String externalId,
        long position,
        CaseKey journey,
        Instant at,
        @Nullable Instant endedAt,
        List<Identity> customer,
        @Nullable String department,
        @Nullable String team,
        @Nullable String agent,
        @Nullable Direction direction,
        @Nullable String channel,
        @Nullable HandledBy handledBy,
        @Nullable Boolean answered,
        @Nullable Purpose purpose,
        @Nullable String activity,
        @Nullable String topic,
        @Nullable String text,
        @Nullable Visibility visibility,
        @Nullable String language,
        @Nullable Outcome outcome,
        @Nullable Party by,
        @Nullable HandedTo handedTo) {

    /** Whom the work was handed to in so many words: an explicit pass. */
    public record HandedTo(String department, @Nullable String team) {}

    public static Builder of(String source, String externalId, CaseKey journey, Instant at) {
        return new Builder(source, externalId, journey, at);
    }

    /** Fills in what is known, since a touchpoint has many optional facts. */
    public static final class Builder {
        private final String source;
        private final String externalId;
        private final CaseKey journey;
        private final Instant at;
        private long position;
        private @Nullable Instant endedAt;
        private List<Identity> customer = List.of();
        private @Nullable String department;
        private @Nullable String team;
        private @Nullable String agent;
        private @Nullable Direction direction;
        private @Nullable String channel;
        private @Nullable HandledBy handledBy;
        private @Nullable Boolean answered;
        private @Nullable Purpose purpose;
        private @Nullable String activity;
        private @Nullable String topic;
        private @Nullable String text;
        private @Nullable Visibility visibility;
        private @Nullable String language;
        private @Nullable Outcome outcome;
        private @Nullable Party by;
        private @Nullable HandedTo handedTo;

        private Builder(String source, String externalId, CaseKey journey, Instant at) {
            this.source = source;
            this.externalId = externalId;
            this.journey = journey;
            this.at = at;
        }

        public Builder position(long position) {
            this.position = position;
            return this;
        }

        public Builder endedAt(@Nullable Instant endedAt) {
            this.endedAt = endedAt;
            return this;
        }

        public Builder customer(List<Identity> customer) {
            this.customer = customer;
            return this;
        }

        public Builder department(@Nullable String department) {
            this.department = department;
            return this;
        }

        public Builder team(@Nullable String team) {
            this.team = team;
            return this;
        }

        public Builder agent(@Nullable String agent) {
            this.agent = agent;
            return this;
        }

        public Builder direction(@Nullable Direction direction) {
            this.direction = direction;
            return this;
        }

        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        public Builder handledBy(@Nullable HandledBy handledBy) {
            this.handledBy = handledBy;
            return this;
        }

        public Builder answered(@Nullable Boolean answered) {
            this.answered = answered;
            return this;
        }

        public Builder purpose(@Nullable Purpose purpose) {
            this.purpose = purpose;
            return this;
        }

        public Builder activity(@Nullable String activity) {
            this.activity = activity;
            return this;
        }

        public Builder topic(@Nullable String topic) {
            this.topic = topic;
            return this;
        }

        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        public Builder visibility(@Nullable Visibility visibility) {
            this.visibility = visibility;
            return this;
        }

        public Builder language(@Nullable String language) {
            this.language = language;
            return this;
        }

        public Builder outcome(@Nullable Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        public Builder by(@Nullable Party by) {
            this.by = by;
            return this;
        }

        public Builder handedTo(@Nullable HandedTo handedTo) {
            this.handedTo = handedTo;
            return this;
        }

        public NewTouchpoint build() {
            return new NewTouchpoint(
                    source,
                    externalId,
                    position,
                    journey,
                    at,
                    endedAt,
                    customer,
                    department,
                    team,
                    agent,
                    direction,
                    channel,
                    handledBy,
                    answered,
                    purpose,
                    activity,
                    topic,
                    text,
                    visibility,
                    language,
                    outcome,
                    by,
                    handedTo);
        }
    }
}
