package nl.baton.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.baton.handoff.RiskDifference.Stratum;
import nl.baton.value.NewContract;
import nl.baton.value.NewPurchase;
import nl.baton.value.model.Dealings;
import nl.baton.value.model.FirstGap;
import nl.baton.value.model.FirstGaps;
import nl.baton.value.model.Lifecycle;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Rhythm;
import nl.baton.value.model.Tier;
import nl.baton.value.model.Tiers;
import nl.baton.value.model.TiersByMonth;

/** Whom Zonnewind lost after what, worked out a second time: day by day, from what is told of the company. */
final class Losses {

    /** All lanes taken as one. */
    static final String ALL = "all";

    private static final int DAYS = 180;
    private static final int MONTHS = 120;

    private final LocalDate asOf;
    private final YearMonth firstMonth;
    private final Map<String, List<NewContract>> contracts = new HashMap<>();
    private final Map<String, List<NewPurchase>> purchases = new HashMap<>();
    private final Map<String, Dealings> dealings = new HashMap<>();
    private final List<Tiers> tiers;
    private final FirstGaps gaps;
    private final Map<Moment, Before> known = new HashMap<>();

    private record Moment(String customer, LocalDate day) {}

    private record Before(Tier tier, LifecycleStage stage, boolean lost) {}

    /**
     * A journey as it is counted in a lane, of a customer who was there to be lost.
     *
     * @param passed the day of the first pass in the lane
     * @param pickups the days on which a broken one was picked up, the first of each lane
     */
    record Row(
            String customer,
            String kind,
            Tier tier,
            LifecycleStage stage,
            LocalDate passed,
            boolean broken,
            boolean lost,
            List<LocalDate> pickups) {}

    Losses(Accounts accounts, LocalDate asOf) {
        this.asOf = asOf;
        this.firstMonth = YearMonth.from(asOf.plusDays(1)).minusMonths(MONTHS);
        accounts.contracts()
                .forEach(contract -> contracts
                        .computeIfAbsent(contract.customer(), customer -> new ArrayList<>())
                        .add(contract));
        accounts.purchases()
                .forEach(purchase -> purchases
                        .computeIfAbsent(purchase.customer(), customer -> new ArrayList<>())
                        .add(purchase));
        Stream.concat(contracts.keySet().stream(), purchases.keySet().stream())
                .distinct()
                .forEach(customer -> dealings.put(customer, dealingsOf(customer)));
        gaps = gaps();
        tiers = tiers();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Desk.ZONE).toLocalDate();
    }

    private Dealings dealingsOf(String customer) {
        List<NewPurchase> dealt = purchases.getOrDefault(customer, List.of());
        Set<String> back = new HashSet<>();
        dealt.stream().map(NewPurchase::refersTo).filter(Objects::nonNull).forEach(back::add);
        List<NewContract> agreed = contracts.getOrDefault(customer, List.of());
        return new Dealings(
                dealt.stream()
                        .filter(purchase ->
                                purchase.kind() == NewPurchase.Kind.SALE && !back.contains(purchase.externalId()))
                        .mapToInt(purchase -> (int) day(purchase.at()).toEpochDay())
                        .sorted()
                        .distinct()
                        .toArray(),
                agreed.stream()
                        .mapToInt(contract -> (int) contract.start().toEpochDay())
                        .toArray(),
                agreed.stream()
                        .mapToInt(contract -> contract.end() == null
                                ? Dealings.RUNS_ON
                                : (int) contract.end().toEpochDay())
                        .toArray());
    }

    private FirstGaps gaps() {
        int[] ends = IntStream.range(0, MONTHS)
                .map(month -> (int) monthEnd(month).toEpochDay())
                .toArray();
        int earliest = dealings.values().stream()
                .flatMapToInt(of -> Arrays.stream(of.purchases()))
                .min()
                .orElseThrow();
        var all = new FirstGaps(earliest, ends);
        dealings.values().forEach(of -> all.add(of.purchases()));
        return all;
    }

    private LocalDate monthEnd(int month) {
        return firstMonth.plusMonths(month).atEndOfMonth();
    }

    private List<Tiers> tiers() {
        var all = new TiersByMonth(MONTHS);
        for (String customer : dealings.keySet()) {
            LocalDate begun = Stream.concat(
                            contracts.getOrDefault(customer, List.of()).stream().map(NewContract::start),
                            purchases.getOrDefault(customer, List.of()).stream().map(purchase -> day(purchase.at())))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            int from = Math.max(0, (int) ChronoUnit.MONTHS.between(firstMonth, YearMonth.from(begun)));
            double[] current = new double[MONTHS];
            for (int month = from; month < MONTHS; month++) {
                current[month] = current(customer, monthEnd(month));
            }
            all.add(current, from);
        }
        return IntStream.range(0, MONTHS).mapToObj(all::at).toList();
    }

    private int monthBefore(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(firstMonth, YearMonth.from(day.plusDays(1))) - 1;
    }

    /** Margins of the twelve months up to the end of a day. */
    private double current(String customer, LocalDate day) {
        LocalDate before = day.minusMonths(12);
        double sum = 0;
        for (NewPurchase purchase : purchases.getOrDefault(customer, List.of())) {
            LocalDate on = day(purchase.at());
            if (on.isAfter(before) && !on.isAfter(day)) {
                double margin = Objects.requireNonNull(purchase.margin()).doubleValue();
                sum += purchase.kind() == NewPurchase.Kind.SALE ? margin : -margin;
            }
        }
        for (NewContract contract : contracts.getOrDefault(customer, List.of())) {
            int first = Math.max(0, (int) ChronoUnit.MONTHS.between(contract.start(), before) - 1);
            for (int month = first; ; month++) {
                LocalDate due = contract.start().plusMonths(month);
                if (due.isAfter(day) || (contract.end() != null && due.isAfter(contract.end()))) {
                    break;
                }
                sum += due.isAfter(before) ? contract.margin().doubleValue() : 0;
            }
        }
        return Math.round(sum * 10_000) / 10_000.0;
    }

    private boolean isLost(String customer, LocalDate passed, Optional<Rhythm> rhythm) {
        Dealings of = Objects.requireNonNull(dealings.get(customer));
        int from = (int) passed.toEpochDay();
        for (int end : of.ends()) {
            if (end >= from && end <= from + DAYS) {
                return true;
            }
        }
        if (rhythm.isEmpty()) {
            return false;
        }
        boolean silentBefore = isSilent(of, from, rhythm.get());
        for (int day = from + 1; day <= from + DAYS; day++) {
            boolean silent = isSilent(of, day, rhythm.get());
            if (silent && !silentBefore) {
                return true;
            }
            silentBefore = silent;
        }
        return false;
    }

    private static boolean isSilent(Dealings of, int day, Rhythm rhythm) {
        for (int i = 0; i < of.starts().length; i++) {
            if (of.starts()[i] <= day && of.ends()[i] >= day) {
                return false;
            }
        }
        int last = Integer.MIN_VALUE;
        for (int bought : of.purchases()) {
            last = bought <= day ? bought : last;
        }
        return last != Integer.MIN_VALUE && day - last > 2 * rhythm.days();
    }

    /** By lane, such as "verkoop planning", and of all lanes. */
    Map<String, List<Row>> rows(List<Course> courses) {
        Map<String, List<Row>> rows = new TreeMap<>();
        for (Course course : courses) {
            Map<String, List<Passed>> byLane = new HashMap<>();
            for (Passed pass : course.passes()) {
                byLane.computeIfAbsent(lane(pass), lane -> new ArrayList<>()).add(pass);
                byLane.computeIfAbsent(ALL, lane -> new ArrayList<>()).add(pass);
            }
            byLane.forEach((lane, passes) -> row(course, passes)
                    .ifPresent(row ->
                            rows.computeIfAbsent(lane, any -> new ArrayList<>()).add(row)));
        }
        return rows;
    }

    static String lane(Passed pass) {
        return pass.from().code() + " " + pass.to().code();
    }

    private Optional<Row> row(Course course, List<Passed> passes) {
        LocalDate passed = day(passes.getFirst().passedAt());
        Dealings of = dealings.get(course.customer());
        if (of == null || passed.plusDays(DAYS).isAfter(asOf)) {
            return Optional.empty();
        }
        Before before = known.computeIfAbsent(
                new Moment(course.customer(), passed), moment -> before(moment.customer, of, passed));
        if (before.stage == LifecycleStage.PROSPECT || before.stage == LifecycleStage.LOST) {
            return Optional.empty();
        }
        Map<String, LocalDate> pickups = new HashMap<>();
        passes.stream()
                .filter(pass -> course.broken().contains(pass.pickup()))
                .forEach(pass -> pickups.putIfAbsent(lane(pass), day(pass.pickedUpAt())));
        return Optional.of(new Row(
                course.customer(),
                course.journey().type(),
                before.tier,
                before.stage,
                passed,
                !pickups.isEmpty(),
                before.lost,
                List.copyOf(pickups.values())));
    }

    private Before before(String customer, Dealings of, LocalDate passed) {
        LocalDate eve = passed.minusDays(1);
        Lifecycle lifecycle = Lifecycle.at((int) eve.toEpochDay(), of, this::gap);
        return new Before(
                tiers.get(monthBefore(eve)).of(current(customer, eve)),
                lifecycle.stage(),
                isLost(customer, passed, lifecycle.rhythm()));
    }

    private FirstGap gap(int day) {
        return gaps.at((int) monthEnd(monthBefore(LocalDate.ofEpochDay(day))).toEpochDay());
    }

    static List<Stratum> strata(List<Row> rows) {
        record Alike(String kind, Tier tier, LifecycleStage stage) {}
        Map<Alike, Stratum> strata = new HashMap<>();
        for (Row row : rows) {
            long lost = row.lost ? 1 : 0;
            strata.merge(
                    new Alike(row.kind, row.tier, row.stage),
                    row.broken ? new Stratum(1, lost, 0, 0) : new Stratum(0, 0, 1, lost),
                    (a, b) -> new Stratum(
                            a.broken() + b.broken(),
                            a.brokenLost() + b.brokenLost(),
                            a.whole() + b.whole(),
                            a.wholeLost() + b.wholeLost()));
        }
        return List.copyOf(strata.values());
    }

    /**
     * By how much a broken handoff raises the chance that this customer is lost: what {@link Accounts} plants, on the days on
     * which there is a contract to end that would not have ended anyway. To be asked of accounts in which nothing broke.
     */
    double planted(Row row) {
        if (row.lost) {
            return 0;
        }
        double stays = 1;
        for (LocalDate pickup : row.pickups) {
            long days = IntStream.range(Accounts.SOONEST_LEFT, Accounts.LATEST_LEFT)
                    .mapToObj(pickup::plusDays)
                    .filter(day -> !day.isAfter(row.passed.plusDays(DAYS)))
                    .filter(day -> contracts.getOrDefault(row.customer, List.of()).stream()
                            .anyMatch(contract -> contract.start().isBefore(day)
                                    && (contract.end() == null || contract.end().isAfter(day))))
                    .count();
            stays *= 1 - Accounts.GRIEVED * days / (Accounts.LATEST_LEFT - Accounts.SOONEST_LEFT);
        }
        return 1 - stays;
    }
}
