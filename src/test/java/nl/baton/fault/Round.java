package nl.baton.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** One intake by several senders at once, and the fault in the middle of it. */
final class Round {

    private static final int SENDERS = 4;
    private static final int BATCHES = 8;
    private static final int SIZE = 80;
    private static final int LINES = 5_400;
    private static final long MINUTES_AT_MOST = 6;

    private final FaultHouse house;
    private final Fault fault;
    private final String source;
    private final Ledger ledger;
    private final Random random;
    private final Workload workload;

    Round(FaultHouse house, Fault fault, long seed, String source, Ledger ledger) {
        this.house = house;
        this.fault = fault;
        this.source = source;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.workload = new Workload(seed, source);
    }

    /** In seconds, from the return of what had fallen away; from the beginning where nothing had. */
    record Times(double serves, double upToDate) {}

    Times run() {
        var turn = new AtomicInteger();
        IntSupplier ports = () -> house.node(fault == Fault.TWO_NODES ? turn.getAndIncrement() % 2 : 0)
                .port();
        List<Callable<Boolean>> work = new ArrayList<>(senders(ports));
        if (fault == Fault.CONNECTION_CUT) {
            work.add(this::cut);
        } else {
            List<Item> lines = workload.plain("stream", LINES);
            work.add(() -> sending(ports, system -> system.sendLines(lines)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = work.stream().map(threads::submit).toList();
            long back = System.nanoTime();
            double serves = 0;
            if (fault == Fault.BATON_KILLED || fault == Fault.MYSQL_KILLED) {
                back = strike();
                serves = probe(back);
            }
            for (Future<Boolean> each : all) {
                each.get(MINUTES_AT_MOST, TimeUnit.MINUTES);
            }
            house.awaitUpToDate();
            return new Times(serves, seconds(back));
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(fault + ": the intake did not come to its end", failed);
        }
    }

    private List<Callable<Boolean>> senders(IntSupplier ports) {
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < SENDERS; i++) {
            List<List<Item>> batches = workload.batches(i, SENDERS, BATCHES, SIZE);
            boolean lines = i % 2 == 1;
            work.add(() -> sending(ports, system -> {
                for (int n = 0; n < batches.size(); n++) {
                    if (lines && n % 2 == 1) {
                        system.sendLines(batches.get(n));
                    } else {
                        system.sendArray(batches.get(n));
                    }
                }
            }));
        }
        return work;
    }

    private interface Sending {
        void by(SourceSystem system);
    }

    private boolean sending(IntSupplier ports, Sending sending) {
        try (var system = new SourceSystem(ledger, house.token(), ports)) {
            sending.by(system);
        }
        return true;
    }

    /** Kills it somewhere in the middle, and brings it back; the moment from which it can be expected to serve. */
    private long strike() {
        int from = SENDERS * BATCHES * SIZE * (10 + random.nextInt(50)) / 100;
        long begun = System.nanoTime();
        while (ledger.answers() < from && seconds(begun) < 60) {
            LockSupport.parkNanos(1_000_000);
        }
        LockSupport.parkNanos(random.nextInt(100) * 1_000_000L);
        if (fault == Fault.MYSQL_KILLED) {
            house.mysql().kill();
            LockSupport.parkNanos(random.nextInt(3_000) * 1_000_000L);
            house.mysql().restart();
            return System.nanoTime();
        }
        house.node(0).kill();
        long back = System.nanoTime();
        house.node(0).restart();
        house.node(0).awaitPort();
        return back;
    }

    /** Asks all the time; how long until it is answered. */
    private double probe(long back) {
        List<Item> one = workload.plain("probe", 1);
        String body = "[" + one.getFirst().json() + "]";
        try (var system =
                new SourceSystem(ledger, house.token(), () -> house.node(0).port())) {
            while (system.tryArray(one, body) != null) {
                if (seconds(back) > 120) {
                    throw new IllegalStateException(fault + ": Baton does not serve again");
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
        return seconds(back);
    }

    /** Everything is cut both ways; what an array may have stored is sent again. */
    private boolean cut() throws IOException, InterruptedException {
        var cutter = new Cutter(ledger, house.token(), house.node(0).port());
        for (boolean reset : new boolean[] {false, true}) {
            String name = "cut-" + reset;
            cutter.halfArray(workload.plain(name + "-half", 300), reset);
            cutter.unansweredArray(workload.plain(name + "-gone", 300));
            List<Item> again = workload.plain(name + "-again", 300);
            cutter.unansweredArray(again);
            sending(() -> house.node(0).port(), system -> system.sendArray(again));
        }
        cutter.halfStream(workload.plain("cut-stream", LINES), random.nextBoolean());
        return true;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
