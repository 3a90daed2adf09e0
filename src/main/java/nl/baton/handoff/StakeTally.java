package nl.baton.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.baton.handoff.RiskDifference.Stratum;
import nl.baton.handoff.StakeTable.Alike;
import nl.baton.handoff.StakeTable.Day;
import nl.baton.handoff.StakeTable.Part;
import nl.baton.value.Standing;
import nl.baton.value.model.LifecycleStage;
import org.jspecify.annotations.Nullable;

/**
 * Counts customers and what their handoffs came to. A journey counts once in whatever it is counted in: at its first handoff
 * there, as broken when any of its handoffs there is.
 */
final class StakeTally {

    private final List<Day> days = new ArrayList<>();
    private final Map<Alike, Stratum> strata = new HashMap<>();

    /**
     * One handoff between departments.
     *
     * @param passed the day the baton was given away
     * @param pickedUp the day it was taken
     */
    record Pass(
            long journey, long journeyType, long from, long to, LocalDate passed, LocalDate pickedUp, boolean broken) {

        Stream<Part> parts() {
            return Stream.of(new Part(from, to), Part.ofDepartment(from), Part.ofDepartment(to), Part.ALL);
        }
    }

    private record PartJourney(Part part, long journey) {}

    private record First(Pass pass, boolean broken) {}

    private record PartDay(Part part, LocalDate day, long journeyType) {}

    /** @param passes all handoffs of that customer, those of one journey in their order */
    void add(Standing customer, List<Pass> passes) {
        addDays(customer, passes);
        Map<PartJourney, First> journeys = new LinkedHashMap<>();
        passes.forEach(pass -> pass.parts()
                .forEach(part -> journeys.merge(
                        new PartJourney(part, pass.journey),
                        new First(pass, pass.broken),
                        (known, next) -> new First(known.pass, known.broken || next.broken))));
        Map<LocalDate, Optional<Standing.Before>> known = new HashMap<>();
        journeys.forEach((of, first) -> known.computeIfAbsent(first.pass.passed, customer::before)
                .filter(before -> before.stage() != LifecycleStage.PROSPECT && before.stage() != LifecycleStage.LOST)
                .ifPresent(before -> count(of.part, first, before)));
    }

    private void count(Part part, First first, Standing.Before before) {
        long lost = before.lost() ? 1 : 0;
        strata.merge(
                new Alike(part, first.pass.journeyType, before.tier(), before.stage()),
                first.broken ? new Stratum(1, lost, 0, 0) : new Stratum(0, 0, 1, lost),
                (a, b) -> new Stratum(
                        a.broken() + b.broken(),
                        a.brokenLost() + b.brokenLost(),
                        a.whole() + b.whole(),
                        a.wholeLost() + b.wholeLost()));
    }

    private void addDays(Standing customer, List<Pass> passes) {
        Map<Part, LocalDate> last = new HashMap<>();
        Map<Part, Map<Long, LocalDate>> lastOfType = new HashMap<>();
        Map<PartDay, Pass> broken = new LinkedHashMap<>();
        passes.stream()
                .filter(Pass::broken)
                .sorted(Comparator.comparing(Pass::pickedUp)
                        .thenComparing(Pass::journeyType)
                        .thenComparing(Pass::journey))
                .forEach(pass -> pass.parts()
                        .forEach(part -> broken.putIfAbsent(new PartDay(part, pass.pickedUp, pass.journeyType), pass)));
        broken.forEach((of, pass) -> {
            @Nullable LocalDate previous = last.put(of.part, of.day);
            @Nullable
            LocalDate previousOfType =
                    lastOfType.computeIfAbsent(of.part, part -> new HashMap<>()).put(of.journeyType, of.day);
            days.add(new Day(
                    of.part,
                    of.day,
                    customer.customer(),
                    of.journeyType,
                    pass.journey,
                    previous,
                    previousOfType,
                    customer.potential()));
        });
    }

    List<Day> days() {
        return days;
    }

    Map<Alike, Stratum> strata() {
        return strata;
    }
}
