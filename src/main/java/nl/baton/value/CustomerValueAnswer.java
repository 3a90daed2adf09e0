package nl.baton.value;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.baton.value.CustomerValue.Direct;
import nl.baton.value.CustomerValue.Indirect;
import nl.baton.value.CustomerValue.Worth;
import nl.baton.value.model.Ground;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** What a customer is worth, as the API gives it. */
@Schema(name = "CustomerValue")
record CustomerValueAnswer(
        String source,
        String externalId,

        @Schema(
                description =
                        "the last day that is counted; null while the customer has not been valued, and so is the rest")
        @Nullable
        LocalDate asOf,

        @Schema(description = "null for who never bought or agreed anything") @Nullable
        Tier tier,

        @Nullable LifecycleStage stage,

        @Schema(description = "days since the last purchase; null for who never bought, or has a contract that runs")
        @Nullable
        Integer silenceDays,

        @Nullable Rhythm rhythm,

        @Schema(description = "null without a purchase, and where there are fewer than 20 buyers") @Nullable
        Rfm rfm,

        @Nullable Integer purchaseDays,
        @Nullable Integer runningContracts,

        @Schema(
                description =
                        "chance that one who buys now and then still does; null where it is not told, see aliveGround")
        @Nullable
        Double alive,

        @Nullable Ground aliveGround,

        @Schema(description = "purchase days in the coming 12 months") @Nullable
        Double expectedPurchases,

        @Schema(description = "on a purchase day") @Nullable Double expectedSpend,

        @Schema(description = "the four quadrants in the company's currency") @Nullable
        Quadrants value,

        @Schema(description = "both direct quadrants in other currencies; they make no tier") @Nullable
        List<DirectQuadrants> otherCurrencies) {

    /** How often a customer buys. */
    @Schema(name = "Rhythm")
    record Rhythm(
            double days,

            @Schema(description = "false: estimated from others, for want of three purchase days")
            boolean own) {}

    /** Scores from 1 to 5, and their name together. */
    @Schema(name = "Rfm")
    record Rfm(int recency, int frequency, int monetary, RfmSegment segment) {}

    /** One quadrant. */
    @Schema(name = "Quadrant")
    record Quadrant(
            @Schema(description = "null where nothing can be said; ground says why") @Nullable
            BigDecimal value,

            @Nullable BigDecimal low,
            @Nullable BigDecimal high,

            @Schema(description = """
                            what low and high are: COUNTED (nothing is estimated, both equal the value), OUTCOME_90 (nine of \
                            ten simulated futures of 36 months) or SHARE_95 (by the 95 % interval of the chance to recommend)""") Interval interval,

            Ground ground,
            @Schema(description = "what it rests on") long n,
            LocalDate asOf) {}

    /** What a range is. */
    enum Interval {
        COUNTED,
        OUTCOME_90,
        SHARE_95
    }

    /** Of one currency. */
    @Schema(name = "Quadrants")
    record Quadrants(
            String currency,
            Quadrant currentDirect,
            Quadrant potentialDirect,

            @Schema(description = """
                            what customers whom this one referred brought in since, in 12 months, times its share; part of \
                            their value, not to be added""") @Nullable Quadrant currentIndirect,

            @Nullable Quadrant potentialIndirect) {}

    /** Of another currency. */
    @Schema(name = "DirectQuadrants")
    record DirectQuadrants(String currency, Quadrant currentDirect, Quadrant potentialDirect) {}

    static CustomerValueAnswer of(String source, String externalId, @Nullable CustomerValue value) {
        Worth worth = value == null ? null : value.worth();
        if (value == null || worth == null) {
            return new CustomerValueAnswer(
                    source,
                    externalId,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        return new CustomerValueAnswer(
                source,
                externalId,
                value.asOf(),
                value.tier(),
                worth.stage(),
                worth.silence(),
                worth.rhythm() == null
                        ? null
                        : new Rhythm(worth.rhythm().days(), worth.rhythm().own()),
                worth.rfm() == null
                        ? null
                        : new Rfm(
                                worth.rfm().recency(),
                                worth.rfm().frequency(),
                                worth.rfm().monetary(),
                                worth.rfm().segment()),
                worth.purchaseDays(),
                worth.runningContracts(),
                worth.alive(),
                worth.aliveGround(),
                worth.expectedPurchases(),
                worth.expectedSpend(),
                quadrants(worth.direct(), worth.indirect()),
                worth.abroad().stream()
                        .map(direct -> new DirectQuadrants(
                                direct.currency(),
                                quadrant(direct.current(), Interval.COUNTED),
                                quadrant(direct.potential(), Interval.OUTCOME_90)))
                        .toList());
    }

    private static Quadrants quadrants(Direct direct, @Nullable Indirect indirect) {
        return new Quadrants(
                direct.currency(),
                quadrant(direct.current(), Interval.COUNTED),
                quadrant(direct.potential(), Interval.OUTCOME_90),
                indirect == null ? null : quadrant(indirect.current(), Interval.COUNTED),
                indirect == null ? null : quadrant(indirect.potential(), Interval.SHARE_95));
    }

    private static Quadrant quadrant(CustomerValue.Quadrant of, Interval interval) {
        return new Quadrant(of.value(), of.low(), of.high(), interval, of.ground(), of.n(), of.asOf());
    }
}
