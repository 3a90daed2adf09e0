package nl.baton.segment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a valuation says of a customer. */
record Standing(
        String stage,
        @Nullable String tier,
        @Nullable String rfm,
        @Nullable BigDecimal current,
        @Nullable BigDecimal potential,
        @Nullable BigDecimal total,
        @Nullable BigDecimal alive) {

    /** What it says of what a trait asks for; null where it is of something else, or nothing is known. */
    @Nullable
    String of(Trait trait) {
        return switch (trait) {
            case Trait.StageIs of -> stage;
            case Trait.TierIs of -> tier;
            case Trait.RfmIs of -> rfm;
            case Trait.WorthIs(var worth, var from, var below) ->
                written(
                        switch (worth) {
                            case CURRENT -> current;
                            case POTENTIAL -> potential;
                            case TOTAL -> total;
                        });
            case Trait.AliveIs of -> written(alive);
            default -> null;
        };
    }

    private static @Nullable String written(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
