package nl.baton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Relay;
import nl.baton.journey.Touchpoint;
import nl.baton.reference.LogInMemory;

/**
 * Legs and handoffs of a real log, without a database. Beside it the least that anybody has to do: put the same
 * touchpoints in order and count the changes of department. The ratio of the two can be compared between machines,
 * the milliseconds cannot.
 */
final class EngineBench {

    private static final int WARM_UPS = 30;
    private static final int RUNS = 50;
    private static final double AIM_MILLISECONDS = 100;

    private EngineBench() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.description());
        List<List<Touchpoint>> journeys =
                LogInMemory.read(VolvoLog.FILE, VolvoLog.MAPPING).journeys();
        System.out.printf(
                "%s in memory: %,d journeys, %,d touchpoints; one thread, %d runs after %d to warm up%n",
                VolvoLog.FILE,
                journeys.size(),
                journeys.stream().mapToInt(List::size).sum(),
                RUNS,
                WARM_UPS);
        var engine = new Sample();
        var counting = new Sample();
        long handoffs = 0;
        long changes = 0;
        // by turns, so that whatever else the machine does troubles both alike
        for (int run = -WARM_UPS; run < RUNS; run++) {
            handoffs = timed(journeys, EngineBench::handoffs, run < 0 ? new Sample() : engine);
            changes = timed(journeys, EngineBench::changes, run < 0 ? new Sample() : counting);
        }
        System.out.printf(
                "legs and handoffs:      median %.1f ms, p95 %.1f ms (aim: at most %.0f ms)   handoffs: %,d (%,d are right)%n",
                engine.median(), engine.p95(), AIM_MILLISECONDS, handoffs, VolvoLog.HANDOFFS);
        System.out.printf(
                "sort and count changes: median %.1f ms, p95 %.1f ms   changes: %,d%n",
                counting.median(), counting.p95(), changes);
        System.out.printf("ratio of the medians:   %.1f%n", engine.median() / counting.median());
    }

    private static long timed(
            List<List<Touchpoint>> journeys, ToLongFunction<List<List<Touchpoint>>> work, Sample sample) {
        long begun = System.nanoTime();
        long result = work.applyAsLong(journeys);
        sample.add((System.nanoTime() - begun) / 1e6);
        return result;
    }

    private static long handoffs(List<List<Touchpoint>> journeys) {
        long count = 0;
        for (List<Touchpoint> journey : journeys) {
            count += Relay.of(Grain.DEPARTMENT, journey).handoffs().size();
        }
        return count;
    }

    private static long changes(List<List<Touchpoint>> journeys) {
        long count = 0;
        for (List<Touchpoint> journey : journeys) {
            var ordered = new ArrayList<>(journey);
            ordered.sort(Touchpoint.ORDER);
            for (int i = 1; i < ordered.size(); i++) {
                if (!Objects.equals(
                        ordered.get(i).departmentId(), ordered.get(i - 1).departmentId())) {
                    count++;
                }
            }
        }
        return count;
    }
}
