package nl.baton.segment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.FeedbackKind;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is true of a customer or is not. Constructors refuse what cannot be, naming the field. Days are counted
 * back from now by the clock of the company, and are at least one.
 */
public sealed interface Trait extends Condition {

    int MOST_DAYS = 3_650;
    int MOST_CHOICES = 50;
    int LONGEST = 1_000;
    int MOST_DIGITS = 15;

    /** The same asked of one value at a time; it is true when one of them is. */
    default List<Trait> single() {
        return List.of(this);
    }

    /** Whether it goes by the last valuation, and so stays the same until the next. */
    default boolean valued() {
        return this instanceof TierIs
                || this instanceof RfmIs
                || this instanceof WorthIs
                || this instanceof AliveIs
                || this instanceof StageIs;
    }

    /** A person, or a company. */
    record KindIs(NewCustomer.Kind kind) implements Trait {

        public KindIs {
            Objects.requireNonNull(kind);
        }
    }

    /** An attribute has one of these values. */
    record AttributeIs(String key, Set<String> values) implements Trait {

        public AttributeIs {
            text("key", key);
            values = words(values);
        }

        @Override
        public List<Trait> single() {
            return values.stream()
                    .<Trait>map(value -> new AttributeIs(key, Set.of(value)))
                    .toList();
        }
    }

    /** The life stage or the lifestyle that a source states. */
    record LivesAs(Aspect aspect, Set<String> values) implements Trait {

        /** Which of the two. */
        public enum Aspect {
            LIFE_STAGE,
            LIFESTYLE
        }

        public LivesAs {
            Objects.requireNonNull(aspect);
            values = words(values);
        }
    }

    /** What the customer stated to prefer, as it is in force. */
    record Prefers(Wish wish, String value) implements Trait {

        /** Of what there is one answer. */
        public enum Wish {
            CHANNEL,
            LANGUAGE
        }

        public Prefers {
            Objects.requireNonNull(wish);
            text("value", value);
        }
    }

    record TierIs(Set<Tier> tiers) implements Trait {

        public TierIs {
            tiers = chosen("tiers", tiers);
        }

        @Override
        public List<Trait> single() {
            return tiers.stream().<Trait>map(tier -> new TierIs(Set.of(tier))).toList();
        }
    }

    record RfmIs(Set<RfmSegment> segments) implements Trait {

        public RfmIs {
            segments = chosen("segments", segments);
        }

        @Override
        public List<Trait> single() {
            return segments.stream()
                    .<Trait>map(segment -> new RfmIs(Set.of(segment)))
                    .toList();
        }
    }

    record StageIs(Set<LifecycleStage> stages) implements Trait {

        public StageIs {
            stages = chosen("stages", stages);
        }

        @Override
        public List<Trait> single() {
            return stages.stream()
                    .<Trait>map(stage -> new StageIs(Set.of(stage)))
                    .toList();
        }
    }

    /**
     * Worth in the company's currency.
     *
     * @param from included; null for no lower bound
     * @param below excluded; null for no upper bound
     */
    record WorthIs(
            Worth of, @Nullable BigDecimal from, @Nullable BigDecimal below) implements Trait {

        /** Which worth: in the last twelve months, expected in the next 36, or both together. */
        public enum Worth {
            CURRENT,
            POTENTIAL,
            TOTAL
        }

        public WorthIs {
            Objects.requireNonNull(of);
            range(from, below);
        }
    }

    /** P(alive), from 0 to 1, of customers of whom it is told. */
    record AliveIs(@Nullable BigDecimal from, @Nullable BigDecimal below) implements Trait {

        public AliveIs {
            range(from, below);
        }
    }

    /**
     * A journey that has not been closed, and in which something happened in the last thirty days: of what was silent for
     * longer nobody knows.
     *
     * @param type null for any
     */
    record JourneyOpen(@Nullable Long type) implements Trait {}

    /** A journey that began in the last days. */
    record JourneyBegun(@Nullable Long type, int days) implements Trait {

        public JourneyBegun {
            checkDays(days);
        }
    }

    /**
     * An open finding, or a pass between departments that nobody has picked up in time.
     *
     * @param rule null for any
     */
    record BreakdownOpen(@Nullable String rule) implements Trait {}

    /**
     * A handoff between departments, picked up in the last days, that a rule found broken and no lead dismissed.
     *
     * @param rule null for any
     * @param from the department that passed; null for any
     * @param to the one that picked up; null for any
     */
    record HandoffBroken(
            @Nullable String rule,
            @Nullable Long from,
            @Nullable Long to,
            int days) implements Trait {

        public HandoffBroken {
            checkDays(days);
        }
    }

    /** Feedback of a kind that was received in the last days. */
    record FeedbackGiven(FeedbackKind kind, int days) implements Trait {

        public FeedbackGiven {
            Objects.requireNonNull(kind);
            checkDays(days);
        }
    }

    /** The last answer of a kind lies between two scores, both included. */
    record LastScore(FeedbackKind kind, int from, int to) implements Trait {

        public LastScore {
            if (!kind.scored()) {
                throw new IllegalArgumentException("kind: " + kind + " has no scores");
            }
            if (from > to) {
                throw new IllegalArgumentException("from: must not be above to");
            }
        }
    }

    /** A complaint that is not closed. */
    record ComplaintOpen() implements Trait {}

    /** Consent to a purpose, by the last word on it, that holds now. */
    record ConsentTo(String purpose) implements Trait {

        public ConsentTo {
            text("purpose", purpose);
        }
    }

    private static void checkDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days: from 1 to " + MOST_DAYS);
        }
    }

    private static void range(@Nullable BigDecimal from, @Nullable BigDecimal below) {
        written("from", from);
        written("below", below);
        if (from == null && below == null) {
            throw new IllegalArgumentException("from: one of the two bounds is needed");
        }
        if (from != null && below != null && from.compareTo(below) >= 0) {
            throw new IllegalArgumentException("from: must be under the upper bound");
        }
    }

    /** Written out, 1e999999999 would take a gigabyte. */
    private static void written(String field, @Nullable BigDecimal number) {
        if (number != null && (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS)) {
            throw new IllegalArgumentException(field + ": too many digits");
        }
    }

    private static void text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(field + ": from 1 to " + LONGEST + " letters");
        }
    }

    private static Set<String> words(Set<String> words) {
        words.forEach(word -> text("values", word));
        return chosen("values", words);
    }

    /** In their order, so that what is the same is written the same. */
    private static <T extends Comparable<? super T>> Set<T> chosen(String field, Collection<T> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST_CHOICES) {
            throw new IllegalArgumentException(field + ": from 1 to " + MOST_CHOICES + " choices");
        }
        return Collections.unmodifiableSet(new TreeSet<>(chosen));
    }
}
