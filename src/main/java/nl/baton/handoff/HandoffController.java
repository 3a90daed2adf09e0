package nl.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.Interval;
import nl.baton.base.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the handoff figures through the API. */
@RestController
@RequestMapping("/api/v1/handoffs")
@Tag(
        name = "Handoffs",
        description = "Where the baton is passed from one department or team to the next, and where it drops")
@SecurityRequirement(name = "token")
class HandoffController {

    private final HandoffFigures figures;
    private final ApiQuestions questions;

    HandoffController(HandoffFigures figures, ApiQuestions questions) {
        this.figures = figures;
        this.questions = questions;
    }

    /** The summary as the API gives it; times in calendar time. */
    record Summary(
            @Nullable Long touchpoints,
            @Nullable Long touchpointsWithoutDepartment,
            @Nullable Long journeys,
            long handoffs,
            long journeysWithHandoff,
            long pingPongHandoffs,
            long pingPongJourneys,
            long returnHandoffs,
            long returnJourneys,
            long lanes,
            long judged,
            long broken,
            @Nullable Double rate,
            @Nullable Double rateLow,
            @Nullable Double rateHigh,
            @Nullable Double waitP50Seconds,
            @Nullable Double waitP90Seconds,
            double waitTotalHours,
            boolean waitsExact,
            long pendingPasses,
            long notPickedUp) {}

    /**
     * What broken handoffs put at stake.
     *
     * @param amount customers' potential value times the extra loss; null, as its bounds, where it cannot be said
     * @param customers with a broken handoff in the period, each once
     * @param comparedBroken journeys with a broken handoff that the extra loss was estimated from
     * @param comparedWhole those without
     */
    record AtStake(
            String currency,
            LocalDate asOf,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            long customers,
            long customersWithoutValue,
            BigDecimal potential,
            @Nullable Double extraLoss,
            @Nullable Double extraLossLow,
            @Nullable Double extraLossHigh,
            long comparedBroken,
            long comparedWhole) {

        static @Nullable AtStake of(@Nullable Stake stake) {
            if (stake == null) {
                return null;
            }
            Stake.Range range = stake.range();
            RiskDifference loss = stake.loss();
            return new AtStake(
                    stake.currency(),
                    stake.asOf(),
                    range == null ? null : range.amount(),
                    range == null ? null : range.low(),
                    range == null ? null : range.high(),
                    stake.customers(),
                    stake.unvalued(),
                    stake.potential(),
                    loss == null ? null : loss.estimate(),
                    loss == null ? null : loss.low(),
                    loss == null ? null : loss.high(),
                    loss == null ? 0 : loss.broken(),
                    loss == null ? 0 : loss.whole());
        }
    }

    /** A lane as the API gives it. */
    record Lane(
            String from,
            String to,
            long handoffs,
            long journeys,
            long pingPongs,
            long returns,
            long bounced,
            Map<String, Long> breakdowns,
            long judged,
            long broken,
            @Nullable Double rate,
            @Nullable Double rateLow,
            @Nullable Double rateHigh,
            double excess,
            @Nullable AtStake atStake,
            @Nullable Double waitP50Seconds,
            @Nullable Double waitP90Seconds,
            double waitTotalHours,
            boolean waitsExact) {}

    @GetMapping("/summary")
    @Operation(summary = "All handoffs under a filter, in figures", description = """
                    touchpoints and journeys count those that take part in a leg; touchpointsWithoutDepartment the rest. \
                    Handoffs count on their pick-up day, journeys on the day of their first one. rate = broken / judged, \
                    where judged handoffs are those whose receiving leg has ended, with a 95 % Wilson interval. \
                    pendingPasses and notPickedUp are of this moment, whatever the period. Needs the scope handoffs:read.""")
    Summary summary(
            @Parameter(description = "department or team") @RequestParam(defaultValue = "department") String grain,
            @Parameter(description = "code of a journey type; all without") @RequestParam(required = false) @Nullable
                    String journeyType,
            @Parameter(description = "first day, such as 2026-01-31") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "last day, counted too") @RequestParam(required = false) @Nullable LocalDate to) {
        HandoffSummary summary = figures.summary(filter(grain, journeyType, from, to));
        Interval interval = summary.rate().interval();
        return new Summary(
                summary.touchpoints(),
                summary.touchpointsWithoutDepartment(),
                summary.journeys(),
                summary.handoffs(),
                summary.journeysWithHandoff(),
                summary.pingPongHandoffs(),
                summary.pingPongJourneys(),
                summary.returnHandoffs(),
                summary.returnJourneys(),
                summary.lanes(),
                summary.rate().judged(),
                summary.rate().broken(),
                summary.rate().share(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                summary.waits().p50(),
                summary.waits().p90(),
                summary.waits().totalHours(),
                summary.waits().exact(),
                summary.pending(),
                summary.overdue());
    }

    @GetMapping("/lanes")
    @Operation(
            summary = "The lanes under a filter, a page at a time",
            description =
                    "Sorted as they are ranked (by what is at stake where that is known, else by excess: broken handoffs above what"
                            + " all lanes' rate would give), or by handoffs. At stake = potential value of the customers with"
                            + " a broken handoff, each once, times the extra loss of customers after one; lanes do not add up.")
    Page<Lane> lanes(
            @RequestParam(defaultValue = "department") String grain,
            @RequestParam(required = false) @Nullable String journeyType,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = "rank, excess or handoffs") @RequestParam(defaultValue = "rank") String sort,
            @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int size) {
        ApiQuestions.Part part = ApiQuestions.part(page, size);
        HandoffFigures.Sort order = switch (sort) {
            case "rank" -> HandoffFigures.Sort.RANK;
            case "excess" -> HandoffFigures.Sort.EXCESS;
            case "handoffs" -> HandoffFigures.Sort.HANDOFFS;
            default -> throw ApiQuestions.bad("sort", "must be rank, excess or handoffs");
        };
        return figures.lanes(filter(grain, journeyType, from, to), "", order, false, part.offset(), part.limit())
                .map(HandoffController::lane);
    }

    private static Lane lane(LaneFigures lane) {
        Map<String, Long> breakdowns = new TreeMap<>();
        lane.breakdowns().forEach(count -> breakdowns.put(count.rule(), count.handoffs()));
        Interval interval = lane.rate().interval();
        return new Lane(
                lane.from().code(),
                lane.to().code(),
                lane.handoffs(),
                lane.journeys(),
                lane.pingPongs(),
                lane.returns(),
                lane.bounced(),
                breakdowns,
                lane.rate().judged(),
                lane.rate().broken(),
                lane.rate().share(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                lane.excess(),
                AtStake.of(lane.stake()),
                lane.waits().p50(),
                lane.waits().p90(),
                lane.waits().totalHours(),
                lane.waits().exact());
    }

    private LaneFilter filter(
            String grain, @Nullable String journeyType, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new LaneFilter(
                ApiQuestions.grain(grain), questions.journeyType(journeyType), ApiQuestions.period(from, to), null);
    }
}
