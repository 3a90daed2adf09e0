package nl.baton.segment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who belongs to a segment: {@link Trait traits} of a customer, joined by and, or and not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = Condition.All.class, name = "all"),
    @Type(value = Condition.Any.class, name = "any"),
    @Type(value = Condition.Not.class, name = "not"),
    @Type(value = Trait.KindIs.class, name = "kind"),
    @Type(value = Trait.AttributeIs.class, name = "attribute"),
    @Type(value = Trait.LivesAs.class, name = "lives-as"),
    @Type(value = Trait.Prefers.class, name = "prefers"),
    @Type(value = Trait.TierIs.class, name = "tier"),
    @Type(value = Trait.RfmIs.class, name = "rfm"),
    @Type(value = Trait.WorthIs.class, name = "worth"),
    @Type(value = Trait.AliveIs.class, name = "alive"),
    @Type(value = Trait.StageIs.class, name = "stage"),
    @Type(value = Trait.JourneyOpen.class, name = "journey-open"),
    @Type(value = Trait.JourneyBegun.class, name = "journey-begun"),
    @Type(value = Trait.BreakdownOpen.class, name = "breakdown-open"),
    @Type(value = Trait.HandoffBroken.class, name = "handoff-broken"),
    @Type(value = Trait.FeedbackGiven.class, name = "feedback"),
    @Type(value = Trait.LastScore.class, name = "last-score"),
    @Type(value = Trait.ComplaintOpen.class, name = "complaint-open"),
    @Type(value = Trait.ConsentTo.class, name = "consent")
})
public sealed interface Condition permits Condition.All, Condition.Any, Condition.Not, Trait {

    /** More traits than this nobody oversees. */
    int MOST_TRAITS = 40;

    /** Groups within groups. */
    int DEEPEST = 5;

    /** All of these; of none, everyone. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these; of none, nobody. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Everyone else. */
    record Not(Condition part) implements Condition {

        public Not {
            Objects.requireNonNull(part);
        }
    }

    /** The traits it asks for, from left to right. */
    default Stream<Trait> traits() {
        return switch (this) {
            case All(List<Condition> parts) -> parts.stream().flatMap(Condition::traits);
            case Any(List<Condition> parts) -> parts.stream().flatMap(Condition::traits);
            case Not(Condition part) -> part.traits();
            case Trait trait -> Stream.of(trait);
        };
    }

    /** How many groups stand within each other; a trait alone is 0. */
    default int depth() {
        return switch (this) {
            case All(List<Condition> parts) -> 1 + deepest(parts);
            case Any(List<Condition> parts) -> 1 + deepest(parts);
            case Not(Condition part) -> part.depth();
            case Trait trait -> 0;
        };
    }

    private static int deepest(List<Condition> parts) {
        return parts.stream().mapToInt(Condition::depth).max().orElse(0);
    }
}
