package nl.baton.segment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import nl.baton.base.Background;
import nl.baton.segment.Trait.RfmIs;
import nl.baton.segment.Trait.StageIs;
import nl.baton.segment.Trait.TierIs;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who has which trait, kept for a while so that a count follows as one builds. What goes by a valuation holds until the
 * next; the rest is read anew in the background once it is a minute old, and never shown when it is older than ten.
 */
@Component
class LiveSets {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration UNUSED = Duration.ofHours(1);
    private static final long MOST_BYTES = 96L * 1024 * 1024;

    private final TraitQuery query;
    private final TraitChoicesQuery choices;
    private final Background background;
    private final LoadingCache<Key, Read> sets;
    private final LoadingCache<Integer, ValueColumns> columns;

    /** Null asks for everyone. */
    private record Key(@Nullable Trait trait, int scoring) {}

    private record Read(CustomerSet set, Instant at) {}

    /** Who belongs, of how many customers in all, and since when that is known. */
    record Found(CustomerSet members, long everyone, Instant asOf) {}

    LiveSets(TraitQuery query, TraitChoicesQuery choices, Background background) {
        this.query = query;
        this.choices = choices;
        this.background = background;
        this.sets = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, Read read) -> read.set.bytes())
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(STALE)
                .build(this::read);
        this.columns = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterAccess(UNUSED)
                .build(scoring -> ValueColumns.read(query, scoring));
    }

    private Read read(Key key) {
        Moment now = query.now();
        return new Read(key.trait == null ? query.everyone() : of(key.trait, key.scoring, now), now.now());
    }

    /** By the columns, once they are there. */
    private CustomerSet of(Trait trait, int scoring, Moment now) {
        return Optional.ofNullable(columns.getIfPresent(scoring))
                .flatMap(valued -> valued.of(trait))
                .orElseGet(() -> query.of(trait, now));
    }

    Found of(Condition condition) {
        int scoring = query.now().scoring();
        Read everyone = sets.get(new Key(null, 0));
        var oldest = new Instant[] {everyone.at};
        CustomerSet members = TraitQuery.of(condition, everyone.set, trait -> {
            Read read = sets.get(new Key(trait, trait.valued() ? scoring : 0));
            oldest[0] = read.at.isBefore(oldest[0]) ? read.at : oldest[0];
            return read.set;
        });
        return new Found(members, everyone.set.size(), oldest[0]);
    }

    /** What is asked next is read anew: all that went by a former valuation is of no use any more. */
    void forget() {
        sets.invalidateAll();
        columns.invalidateAll();
    }

    /** Reads what is asked for most, so that it is there by then. */
    Future<?> warm() {
        return background.submit(() -> {
            of(new TierIs(Set.copyOf(Arrays.asList(Tier.values()))));
            of(new StageIs(Set.copyOf(Arrays.asList(LifecycleStage.values()))));
            of(new RfmIs(Set.copyOf(Arrays.asList(RfmSegment.values()))));
            columns.get(query.now().scoring());
            of(new Trait.ComplaintOpen());
            of(new Trait.BreakdownOpen(null));
            of(new Trait.JourneyOpen(null));
            choices.purposes().forEach(purpose -> of(new Trait.ConsentTo(purpose)));
            return null;
        });
    }
}
