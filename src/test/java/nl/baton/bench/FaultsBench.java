package nl.baton.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.baton.fault.Fault;
import nl.baton.fault.FaultHouse;
import nl.baton.fault.Verdict;

/** Faults in the middle of the intake, one after the other: {@code bin/bench faults [rounds] [seed]}. */
final class FaultsBench {

    private static final int ROUNDS = 100;
    private static final int SUMMED_UP_EVERY = 10;
    private static final int H2_ONE_IN = 10;
    private static final double AIM_SECONDS = 15;

    private FaultsBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        long seed = arguments.length < 2 ? new Random().nextLong() : Long.parseLong(arguments[1]);
        System.out.println(Machine.description());
        System.out.printf(
                "%d rounds of each fault on MySQL, a tenth of it of a killed Baton on H2; seed %d%n", rounds, seed);
        System.out.printf(
                "aim: nothing lost, no difference, serving %.0f s after the database's return%n", AIM_SECONDS);
        var random = new Random(seed);
        var verdicts = new LinkedHashMap<String, List<Verdict>>();
        try (FaultHouse house = FaultHouse.onH2()) {
            for (int round = 0; round < Math.max(1, rounds / H2_ONE_IN); round++) {
                round(house, Fault.BATON_KILLED, "BATON_KILLED (H2)", random, verdicts);
            }
        }
        try (FaultHouse house = FaultHouse.onMySql()) {
            // one of each in turn, so that a run that is broken off says something of all
            for (int round = 1; round <= rounds; round++) {
                for (Fault fault : Fault.values()) {
                    round(house, fault, fault.name(), random, verdicts);
                }
                if (round % SUMMED_UP_EVERY == 0 || round == rounds) {
                    tell(verdicts);
                }
            }
        }
    }

    private static void round(
            FaultHouse house, Fault fault, String name, Random random, Map<String, List<Verdict>> verdicts) {
        Verdict verdict = house.round(fault, random.nextLong());
        System.out.println(verdict);
        verdicts.computeIfAbsent(name, any -> new ArrayList<>()).add(verdict);
    }

    private static void tell(Map<String, List<Verdict>> verdicts) {
        System.out.println(
                "                    rounds  acknowledged   lost  doubled  strange  roll-up        serves after, s"
                        + "     up to date after, s");
        System.out.println("                                                           differences    median     max"
                + "      median     max");
        verdicts.forEach((name, some) -> System.out.println(line(name, some)));
    }

    private static String line(String name, List<Verdict> verdicts) {
        var serves = new Sample();
        var upToDate = new Sample();
        long acknowledged = 0;
        long lost = 0;
        long doubled = 0;
        long strange = 0;
        long differences = 0;
        for (Verdict verdict : verdicts) {
            serves.add(verdict.servesAfter());
            upToDate.add(verdict.upToDateAfter());
            acknowledged += verdict.acknowledged();
            lost += verdict.lost().size();
            doubled += verdict.doubled().size();
            strange += verdict.strange().size();
            differences += verdict.differences().size();
        }
        return "%-18s  %6d  %12d  %5d  %7d  %7d  %11d  %8s  %6s    %8.1f  %6.1f"
                .formatted(
                        name,
                        verdicts.size(),
                        acknowledged,
                        lost,
                        doubled,
                        strange,
                        differences,
                        serves.max() == 0 ? "-" : "%.1f".formatted(serves.median()),
                        serves.max() == 0 ? "-" : "%.1f".formatted(serves.max()),
                        upToDate.median(),
                        upToDate.max());
    }
}
