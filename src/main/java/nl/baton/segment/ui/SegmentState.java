package nl.baton.segment.ui;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.baton.segment.SegmentFigures.Bin;
import nl.baton.segment.Trait;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Which customers of a segment are listed, as it stands in the address. */
sealed interface SegmentState {

    String LIST = "list";
    String ALL = "all";
    String ENTERED = "entered";
    String LEFT = "left";

    /**
     * Members.
     *
     * @param only of whom that is true as well; null for all
     */
    record Members(@Nullable Trait only) implements SegmentState {}

    /** Who entered, or left, in the last thirty days. */
    record Moved(boolean entered) implements SegmentState {}

    static QueryParameters query(String list) {
        return QueryParameters.of(LIST, list);
    }

    static String of(LifecycleStage stage) {
        return "stage." + stage.name().toLowerCase(Locale.ROOT);
    }

    static String of(Tier tier) {
        return "tier." + tier.name().toLowerCase(Locale.ROOT);
    }

    /** Bounds of a bin; an open one is left out. */
    static String of(Bin bin) {
        return "worth." + (bin.from() == null ? "" : bin.from().toPlainString()) + "_"
                + (bin.below() == null ? "" : bin.below().toPlainString());
    }

    /** Empty where nothing is to be listed, or what stands there is none of these. */
    static Optional<SegmentState> of(QueryParameters query) {
        try {
            return query.getSingleParameter(LIST).map(SegmentState::read);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static SegmentState read(String list) {
        String[] parts = list.split("\\.", 2);
        String value = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case ALL -> new Members(null);
            case ENTERED -> new Moved(true);
            case LEFT -> new Moved(false);
            case "stage" ->
                new Members(new Trait.StageIs(Set.of(LifecycleStage.valueOf(value.toUpperCase(Locale.ROOT)))));
            case "tier" -> new Members(new Trait.TierIs(Set.of(Tier.valueOf(value.toUpperCase(Locale.ROOT)))));
            case "worth" -> new Members(worth(value.split("_", -1)));
            default -> throw new IllegalArgumentException(list);
        };
    }

    private static Trait worth(String[] bounds) {
        if (bounds.length != 2) {
            throw new IllegalArgumentException("bounds");
        }
        return new Trait.WorthIs(
                Trait.WorthIs.Worth.TOTAL,
                bounds[0].isEmpty() ? null : new BigDecimal(bounds[0]),
                bounds[1].isEmpty() ? null : new BigDecimal(bounds[1]));
    }
}
