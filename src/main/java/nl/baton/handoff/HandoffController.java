package nl.baton.handoff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.Interval;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
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

    private static final int LARGEST_PAGE = 500;

    private final HandoffFigures figures;
    private final JourneyTypes journeyTypes;

    HandoffController(HandoffFigures figures, JourneyTypes journeyTypes) {
        this.figures = figures;
        this.journeyTypes = journeyTypes;
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
                    "Sorted downwards by excess (broken handoffs above what all lanes' rate would give), or by handoffs.")
    Page<Lane> lanes(
            @RequestParam(defaultValue = "department") String grain,
            @RequestParam(required = false) @Nullable String journeyType,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = "excess or handoffs") @RequestParam(defaultValue = "excess") String sort,
            @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > Integer.MAX_VALUE / LARGEST_PAGE) {
            throw bad("page", "must be 0 or more");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw bad("size", "must be 1 to " + LARGEST_PAGE);
        }
        HandoffFigures.Sort order = switch (sort) {
            case "excess" -> HandoffFigures.Sort.EXCESS;
            case "handoffs" -> HandoffFigures.Sort.HANDOFFS;
            default -> throw bad("sort", "must be excess or handoffs");
        };
        return figures.lanes(filter(grain, journeyType, from, to), "", order, false, page * size, size)
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
                lane.waits().p50(),
                lane.waits().p90(),
                lane.waits().totalHours(),
                lane.waits().exact());
    }

    private LaneFilter filter(
            String grain, @Nullable String journeyType, @Nullable LocalDate from, @Nullable LocalDate to) {
        Period period = null;
        if (from != null || to != null) {
            LocalDate first = from == null ? LocalDate.of(1970, 1, 1) : from;
            LocalDate last = to == null ? LocalDate.of(9999, 12, 31) : to;
            if (last.isBefore(first)) {
                throw bad("to", "must not be before from");
            }
            period = new Period(first, last);
        }
        return new LaneFilter(grain(grain), journeyType == null ? null : typeId(journeyType), period, null);
    }

    static Grain grain(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "department" -> Grain.DEPARTMENT;
            case "team" -> Grain.TEAM;
            default -> throw bad("grain", "must be department or team");
        };
    }

    private long typeId(String code) {
        List<JourneyType> types = journeyTypes.all();
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> bad("journeyType", "is not known"))
                .id();
    }

    private static ErrorResponseException bad(String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + reason);
        problem.setTitle("The request cannot be answered");
        problem.setProperty("field", field);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
