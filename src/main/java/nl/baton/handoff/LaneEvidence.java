package nl.baton.handoff;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.LaneDetails.TrendPoint;
import nl.baton.handoff.LaneDetails.WaitBin;
import nl.baton.handoff.LaneEvidenceQuery.DaySums;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One lane closer by: how long it took, how it went over time, and the very handoffs that its figures count. */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class LaneEvidence {

    /** Bin widths that read well, in minutes. */
    private static final double[] WIDTHS = {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200
    };

    private static final int BINS = 12;
    private static final int MOST_WEEKS = 60;

    private final HandoffFigures figures;
    private final LaneEvidenceQuery query;
    private final Journeys journeys;
    private final CustomerProfiles customers;
    private final Departments departments;
    private final Thresholds thresholds;
    private final HandoffAccess access;

    LaneEvidence(
            HandoffFigures figures,
            LaneEvidenceQuery query,
            Journeys journeys,
            CustomerProfiles customers,
            Departments departments,
            Thresholds thresholds,
            HandoffAccess access) {
        this.figures = figures;
        this.query = query;
        this.journeys = journeys;
        this.customers = customers;
        this.departments = departments;
        this.thresholds = thresholds;
        this.access = access;
    }

    /** Which of a lane's handoffs. */
    public sealed interface Which {

        /** Every handoff that the filter counts. */
        record All() implements Which {}

        /** Those that the rate counts as broken: judged, and broken by the filter's rule or by any. */
        record Broken() implements Which {}

        /** Those that one rule finds broken, judged or not yet. */
        record ByRule(String rule) implements Which {}
    }

    /** Waits and trend of a lane; totals, so that a marketer sees them too. */
    @PreAuthorize(HandoffAccess.SEES_LANES)
    @Transactional(readOnly = true)
    public LaneDetails details(LaneFilter filter, LaneFigures lane) {
        // the lane is looked up again under the asker's own scope: what came from outside proves nothing
        return figures.lane(filter, lane.from().id(), lane.to().id())
                .map(seen -> {
                    long[] waits = query.businessWaits(filter, seen.laneId());
                    long allowed = thresholds.pickUp().toMillis();
                    return new LaneDetails(
                            bins(waits, allowed),
                            hours(allowed),
                            Arrays.stream(waits).filter(wait -> wait > allowed).count(),
                            trend(query.days(filter, seen.laneId())));
                })
                .orElseGet(() ->
                        new LaneDetails(List.of(), hours(thresholds.pickUp().toMillis()), 0, List.of()));
    }

    /** The handoffs themselves, the last picked up first. */
    @Transactional(readOnly = true)
    public Page<HandoffEvidence> handoffs(LaneFilter filter, LaneFigures lane, Which which, int offset, int limit) {
        Long own = access.departmentOfEvidence();
        if (own != null && lane.from().departmentId() != own && lane.to().departmentId() != own) {
            return Page.empty();
        }
        return figures.lane(filter, lane.from().id(), lane.to().id())
                .filter(seen -> own == null
                        || seen.from().departmentId() == own
                        || seen.to().departmentId() == own)
                .map(seen -> evidence(seen, query.handoffs(filter, seen.laneId(), which, offset, limit)))
                .orElseGet(Page::empty);
    }

    private Page<HandoffEvidence> evidence(LaneFigures lane, Page<HandoffTable.Row> rows) {
        Map<Long, JourneySummary> journeyById =
                journeys
                        .byIds(rows.items().stream()
                                .map(row -> row.handoff().journeyId())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(JourneySummary::id, Function.identity()));
        Map<Long, CustomerCard> customerById =
                customers
                        .cards(journeyById.values().stream()
                                .map(JourneySummary::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        Department receiver = departments.all().stream()
                .filter(department -> department.id() == lane.to().departmentId())
                .findFirst()
                .orElseThrow();
        return rows.map(row -> {
            StoredHandoff handoff = row.handoff();
            JourneySummary journey = Objects.requireNonNull(journeyById.get(handoff.journeyId()));
            return new HandoffEvidence(
                    journey,
                    Objects.requireNonNull(customerById.get(journey.customerId())),
                    lane.from(),
                    lane.to(),
                    handoff.passedAt(),
                    handoff.pickedUpAt(),
                    Duration.ofMillis(handoff.waitMillis()),
                    Duration.ofMillis(handoff.businessWaitMillis()),
                    handoff.findings(),
                    receiver.hours());
        });
    }

    /** Twelve bins and an open one, of a width by which the agreed time is an edge and nine in ten waits fit. */
    private static List<WaitBin> bins(long[] sorted, long allowed) {
        if (sorted.length == 0) {
            return List.of();
        }
        double reach = Math.max(sorted[(int) (0.9 * (sorted.length - 1))], allowed) / 60_000.0;
        double width = WIDTHS[WIDTHS.length - 1];
        for (double candidate : WIDTHS) {
            boolean agreedIsAnEdge = allowed / 60_000.0 % candidate == 0;
            if (candidate * BINS >= reach && (agreedIsAnEdge || candidate * 60_000 > allowed)) {
                width = candidate;
                break;
            }
        }
        long millis = (long) (width * 60_000);
        long[] counts = new long[BINS + 1];
        for (long wait : sorted) {
            counts[(int) Math.min(BINS, wait / millis)]++;
        }
        var bins = new ArrayList<WaitBin>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new WaitBin(hours(i * millis), i < BINS ? hours((i + 1) * millis) : null, counts[i]));
        }
        return bins;
    }

    private static double hours(long millis) {
        return millis / 3_600_000.0;
    }

    private static List<TrendPoint> trend(List<DaySums> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.getFirst().day();
        LocalDate last = days.getLast().day();
        boolean weeks = ChronoUnit.WEEKS.between(first, last) <= MOST_WEEKS;
        var points = new ArrayList<TrendPoint>();
        LocalDate start = weeks
                ? first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : first.with(TemporalAdjusters.firstDayOfMonth());
        int next = 0;
        while (!start.isAfter(last)) {
            LocalDate after = weeks ? start.plusWeeks(1) : start.plusMonths(1);
            long broken = 0;
            long judged = 0;
            for (; next < days.size() && days.get(next).day().isBefore(after); next++) {
                broken += days.get(next).broken();
                judged += days.get(next).judged();
            }
            points.add(new TrendPoint(start, after.minusDays(1), BreakdownRate.of(broken, judged)));
            start = after;
        }
        return points;
    }
}
