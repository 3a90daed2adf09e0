package nl.baton.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.baton.customer.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint as it comes in, checked but not yet stored. Its identity is (source, externalId).
 *
 * @param journey null for a contact that carries no case number: Baton finds its journey by customer and topic
 * @param journeyType the type of such a contact's journey, null for the usual one
 * @param links other cases that belong to the same journey
 * @param position its place in its own file or batch, from 0; orders touchpoints of the same instant
 * @param endedAt never before {@code at}
 * @param customer none means: the journey's customer, or an anonymous one of its own
 * @param attributes what it says of the journey as a whole, by name
 * @param department code or name of the department that did the work; null means that none is known
 */
public record NewTouchpoint(
        String source,
        String externalId,
        long position,
        @Nullable CaseKey journey,
        @Nullable String journeyType,
        List<CaseLink> links,
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
        @Nullable HandedTo handedTo,
        List<Fact> facts,
        List<Promised> promises,
        List<Settlement> settles,
        @Nullable Receipt receipt,
        Map<String, String> attributes) {

    /** The type of the journeys of contacts without a case number, unless they name another. */
    public static final String CONTACT = "contact";

    /** The case it belongs to; a contact without a case number is one of its own. */
    CaseKey ownCase() {
        return journey != null ? journey : new CaseKey(journeyType == null ? CONTACT : journeyType, source, externalId);
    }

    /** A case of another department that belongs to the same journey, of whatever type it is. */
    public record CaseLink(String source, String caseNumber) {}

    /** Whom the work was handed to in so many words: an explicit pass. */
    public record HandedTo(String department, @Nullable String team) {}

    public static Builder of(String source, String externalId, CaseKey journey, Instant at) {
        return new Builder(source, externalId, journey, at);
    }

    /** A contact without a case number. */
    public static Builder contact(String source, String externalId, Instant at) {
        return new Builder(source, externalId, null, at);
    }

    /** Fills in what is known, since a touchpoint has many optional facts. */
    public static final class Builder {
        private final String source;
        private final String externalId;
        private final @Nullable CaseKey journey;
        private final Instant at;
        private @Nullable String journeyType;
        private List<CaseLink> links = List.of();
        private List<Fact> facts = List.of();
        private List<Promised> promises = List.of();
        private List<Settlement> settles = List.of();
        private @Nullable Receipt receipt;
        private Map<String, String> attributes = Map.of();
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

        private Builder(String source, String externalId, @Nullable CaseKey journey, Instant at) {
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

        public Builder journeyType(@Nullable String journeyType) {
            this.journeyType = journeyType;
            return this;
        }

        public Builder links(List<CaseLink> links) {
            this.links = links;
            return this;
        }

        public Builder facts(List<Fact> facts) {
            this.facts = facts;
            return this;
        }

        public Builder promises(List<Promised> promises) {
            this.promises = promises;
            return this;
        }

        public Builder settles(List<Settlement> settles) {
            this.settles = settles;
            return this;
        }

        public Builder receipt(@Nullable Receipt receipt) {
            this.receipt = receipt;
            return this;
        }

        public Builder attributes(Map<String, String> attributes) {
            this.attributes = attributes;
            return this;
        }

        public NewTouchpoint build() {
            return new NewTouchpoint(
                    source,
                    externalId,
                    position,
                    journey,
                    journeyType,
                    links,
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
                    handedTo,
                    facts,
                    promises,
                    settles,
                    receipt,
                    attributes);
        }
    }
}
