package nl.baton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.baton.fault.Fault;
import nl.baton.fault.FaultHouse;
import nl.baton.fault.Verdict;

/** Faults in the middle of the intake, one after the other: {@code bin/bench faults [rounds] [seed]}. */
final class FaultsBench {

    private static final int ROUNDS = 100;
    private static final double AIM_SECONDS = 15;

    private FaultsBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        long seed = arguments.length < 2 ? new Random().nextLong() : Long.parseLong(arguments[1]);
        System.out.println(Machine.description());
        System.out.printf("%d rounds of each fault on MySQL, one of a killed Baton on H2; seed %d%n", rounds, seed);
        System.out.printf(
                "aim: nothing lost, no difference, serving %.0f s after the database's return%n", AIM_SECONDS);
        var random = new Random(seed);
        var summary = new ArrayList<String>();
        try (FaultHouse house = FaultHouse.onMySql()) {
            for (Fault fault : Fault.values()) {
                summary.add(line(fault.name(), rounds(house, fault, rounds, random)));
            }
        }
        try (FaultHouse house = FaultHouse.onH2()) {
            summary.add(line("BATON_KILLED (H2)", rounds(house, Fault.BATON_KILLED, 1, random)));
        }
        System.out.println(
                "                    rounds  acknowledged   lost  doubled  strange  roll-up        serves after, s"
                        + "     up to date after, s");
        System.out.println("                                                           differences    median     max"
                + "      median     max");
        summary.forEach(System.out::println);
    }

    private static List<Verdict> rounds(FaultHouse house, Fault fault, int rounds, Random random) {
        var verdicts = new ArrayList<Verdict>();
        for (int round = 0; round < rounds; round++) {
            Verdict verdict = house.round(fault, random.nextLong());
            System.out.println(verdict);
            verdicts.add(verdict);
        }
        return verdicts;
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
