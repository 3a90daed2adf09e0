package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Period;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.department.Survivors;
import nl.baton.handoff.Pact.State;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The pacts of one department: what was agreed beside what was seen since, and what waits for a signature. */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class DepartmentPacts {

    private static final String LATE = "LATE_PICKUP";
    private static final String INCOMPLETE = "LOST_CONTEXT";

    private final PactTable table;
    private final HandoffFigures figures;
    private final Departments departments;
    private final HandoffAccess access;
    private final Clock clock;
    private final ZoneId zone;

    DepartmentPacts(
            PactTable table,
            HandoffFigures figures,
            Departments departments,
            HandoffAccess access,
            Clock clock,
            BatonProperties properties) {
        this.table = table;
        this.figures = figures;
        this.departments = departments;
        this.access = access;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** What there is to do with a pact; in the order in which they are shown. */
    public enum Standing {
        /** Proposed by the other department: ours has still to sign. */
        TO_BE_SIGNED_BY_US,
        /** Proposed by us: the other one has still to sign. */
        PROPOSED_BY_US,
        /** Both have signed. */
        IN_FORCE,
        /** Both have signed, and its day is still to come. */
        SIGNED_AHEAD
    }

    /**
     * A pact of the department.
     *
     * @param seen the days that were looked at: since it is in force, at most the period asked for; null while it is not
     * @param inTime handoffs picked up in the agreed time, of those judged in these days; null while it is not in force
     * @param complete handoffs passed with all agreed facts, likewise; null also where no facts were agreed
     */
    public record AgreedLane(
            Pact pact,
            Standing standing,
            Unit from,
            Unit to,
            OpeningHours receiver,
            @Nullable Period seen,
            @Nullable BreakdownRate inTime,
            @Nullable BreakdownRate complete) {}

    /** Those in force, to be signed and proposed; what was withdrawn or overtaken is left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<AgreedLane> of(long department, Period period) {
        access.requireEvidenceOf(department);
        Survivors survivors = departments.survivors();
        Instant now = clock.instant();
        record Slot(long from, long to, Standing standing) {}
        Map<Slot, Pact> pacts = new LinkedHashMap<>();
        for (Pact pact : table.all()) {
            long from = survivors.department(pact.fromDepartment());
            long to = survivors.department(pact.toDepartment());
            if (from != department && to != department) {
                continue;
            }
            // of each lane the newest comes first: an older one is no longer in force
            standing(pact, from == department, now)
                    .ifPresent(standing -> pacts.putIfAbsent(new Slot(from, to, standing), pact));
        }
        var units = new UnitNames(departments, Grain.DEPARTMENT);
        Map<Long, OpeningHours> hours = departments.hours();
        var agreed = new ArrayList<AgreedLane>();
        pacts.forEach((slot, pact) -> {
            OpeningHours receiver = hours.get(slot.to);
            if (receiver != null) {
                agreed.add(seen(pact, slot.standing, units.get(slot.from), units.get(slot.to), receiver, period));
            }
        });
        agreed.sort(Comparator.comparing(AgreedLane::standing)
                .thenComparing(lane -> lane.from.name())
                .thenComparing(lane -> lane.to.name()));
        return List.copyOf(agreed);
    }

    private static Optional<Standing> standing(Pact pact, boolean wePass, Instant now) {
        if (pact.state() == State.SIGNED) {
            return Optional.of(pact.inForce(now) ? Standing.IN_FORCE : Standing.SIGNED_AHEAD);
        }
        if (pact.state() == State.PROPOSED) {
            boolean weSigned = (wePass ? pact.signedFrom() : pact.signedTo()) != null;
            return Optional.of(weSigned ? Standing.PROPOSED_BY_US : Standing.TO_BE_SIGNED_BY_US);
        }
        return Optional.empty();
    }

    private AgreedLane seen(Pact pact, Standing standing, Unit from, Unit to, OpeningHours receiver, Period period) {
        if (standing != Standing.IN_FORCE) {
            return new AgreedLane(pact, standing, from, to, receiver, null, null, null);
        }
        LocalDate since = Days.dayOf(pact.since(), zone);
        Period days =
                since.isAfter(period.from()) && !since.isAfter(period.to()) ? new Period(since, period.to()) : period;
        LaneFigures lane = figures.lane(new LaneFilter(Grain.DEPARTMENT, null, days, null), from.id(), to.id())
                .orElse(null);
        return new AgreedLane(
                pact,
                standing,
                from,
                to,
                receiver,
                days,
                kept(lane, LATE),
                pact.requiredFacts().isEmpty() ? null : kept(lane, INCOMPLETE));
    }

    /** Of the handoffs that were judged, those in which the rule found nothing. */
    static BreakdownRate kept(@Nullable LaneFigures lane, String rule) {
        if (lane == null) {
            return BreakdownRate.of(0, 0);
        }
        long broken = lane.breakdowns().stream()
                .filter(count -> count.rule().equals(rule))
                .mapToLong(count -> count.rate().broken())
                .sum();
        return BreakdownRate.of(lane.rate().judged() - broken, lane.rate().judged());
    }
}
