package nl.baton.value;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Customers that a figure of the value screen counts. */
public sealed interface ValueSlice {

    /** The best first; null for any. */
    record InStage(@Nullable Tier tier, @Nullable LifecycleStage stage) implements ValueSlice {}

    /** The best so many percent. */
    record Best(int percent) implements ValueSlice {}

    /** P(alive) from so many tenths up to the next. */
    record AliveBand(int tenth) implements ValueSlice {}

    /** P(alive) is not told. */
    record AliveNotTold(ValuePicture.Why why) implements ValueSlice {}

    /** Who first bought or agreed something in a quarter. @param quarter its first day @param now null for all of them */
    record Cohort(LocalDate quarter, @Nullable Now now) implements ValueSlice {}

    /** Who may be gone, the dearest first. */
    record Risk() implements ValueSlice {}

    /** What has become of a cohort. */
    enum Now {
        BUYING(EnumSet.of(LifecycleStage.NEW, LifecycleStage.ACTIVE, LifecycleStage.WON_BACK)),
        AT_RISK(EnumSet.of(LifecycleStage.AT_RISK)),
        DORMANT(EnumSet.of(LifecycleStage.DORMANT)),
        LOST(EnumSet.of(LifecycleStage.LOST));

        private final Set<LifecycleStage> stages;

        Now(Set<LifecycleStage> stages) {
            this.stages = Set.copyOf(stages);
        }

        public Set<LifecycleStage> stages() {
            return stages;
        }
    }
}
