package nl.baton.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.customer.ComputedCustomers;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.value.NewPurchase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Fills an empty database with customers, what they bought, and what they think of it. Rows are loaded straight into the
 * tables, with what Baton makes out of them.
 */
final class ScaleCustomers {

    private static final int AT_ONCE = 50_000;
    private static final int LOADERS = 3;

    private static final Map<String, String> COLUMNS = new HashMap<>(ComputedCustomers.COLUMNS);

    static {
        COLUMNS.put(
                "purchase",
                "id, source, external_id, customer_id, purchased_at, amount, margin, currency, kind, arrived_at");
        COLUMNS.put(
                "feedback",
                "id, source, external_id, customer_id, kind, score, text, language, channel, received_at, status,"
                        + " arrived_at");
    }

    private static final List<String> OPINIONS = List.of(
            "Vriendelijk geholpen, maar ik moest drie keer hetzelfde vertellen.",
            "Alles was binnen een dag geregeld.",
            "Niemand wist wie mijn zaak had.",
            "De monteur kwam op tijd en legde alles goed uit.",
            "Ik wacht nog steeds op antwoord.");

    private final BenchMySql mysql;
    private final Ids ids;
    private final BulkLoad load = new BulkLoad(COLUMNS);
    private final ComputedCustomers computed;
    private final Instant end;

    ScaleCustomers(BenchMySql mysql, ApplicationContext baton, Instant end) {
        this.mysql = mysql;
        this.ids = baton.getBean(Ids.class);
        this.computed = new ComputedCustomers(baton, load::add);
        this.end = end;
    }

    /** Their ids. */
    long[] fill(int count) throws SQLException, InterruptedException, ExecutionException {
        var all = new long[count];
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<?>> loading = List.of();
            for (int from = 0; from < count; from += AT_ONCE) {
                int to = Math.min(count, from + AT_ONCE);
                long id = ids.reserve("customer", to - from);
                var people = new ArrayList<ComputedCustomers.Stated>();
                for (int i = from; i < to; i++, id++) {
                    all[i] = id;
                    people.add(new ComputedCustomers.Stated(id, ScalePeople.person(i), ScalePeople.statedAt(i)));
                    deal(id, i);
                }
                computed.add(people);
                await(loading);
                loading = load(loaders);
            }
            computed.count();
            await(loading);
            await(load(loaders));
        }
        return all;
    }

    private void deal(long customer, int number) {
        var random = new Random(31L * number + 5);
        for (int i = random.nextInt(4); i > 0; i--) {
            long id = ids.next("purchase");
            Instant at = past(random);
            int amount = 10 + random.nextInt(900);
            load.add(
                    "purchase",
                    id,
                    ScalePeople.SOURCE,
                    "P" + id,
                    customer,
                    UtcTime.of(at),
                    amount + ".95",
                    amount / 5,
                    "EUR",
                    NewPurchase.Kind.SALE,
                    UtcTime.of(at));
        }
        switch (random.nextInt(12)) {
            case 0 -> feedback(customer, FeedbackKind.NPS, random.nextInt(11), FeedbackStatus.CLOSED, random);
            case 1 -> feedback(customer, FeedbackKind.CSAT, 1 + random.nextInt(5), FeedbackStatus.NEW, random);
            case 2 -> feedback(customer, FeedbackKind.COMPLAINT, null, FeedbackStatus.IN_PROGRESS, random);
            default -> {
                // most say nothing
            }
        }
    }

    private void feedback(
            long customer, FeedbackKind kind, @Nullable Integer score, FeedbackStatus status, Random random) {
        long id = ids.next("feedback");
        Instant at = past(random);
        load.add(
                "feedback",
                id,
                ScalePeople.SOURCE,
                "F" + id,
                customer,
                kind,
                score,
                OPINIONS.get(random.nextInt(OPINIONS.size())),
                "nl",
                "email",
                UtcTime.of(at),
                status,
                UtcTime.of(at));
    }

    private Instant past(Random random) {
        return end.minus(1 + random.nextInt(1_400 * 24), ChronoUnit.HOURS);
    }

    private List<Future<?>> load(ExecutorService loaders) throws SQLException {
        Map<String, StringBuilder> texts = load.take();
        StringBuilder customers = texts.remove("customer");
        if (customers != null) {
            // the others refer to it
            load("customer", customers);
        }
        var loading = new ArrayList<Future<?>>();
        texts.forEach((table, text) -> loading.add(loaders.submit(() -> {
            load(table, text);
            return null;
        })));
        return loading;
    }

    private void load(String table, StringBuilder text) throws SQLException {
        try (Connection connection = mysql.connect("&allowLoadLocalInfile=true")) {
            load.load(connection, table, text);
        }
    }

    private static void await(List<Future<?>> loading) throws InterruptedException, ExecutionException {
        for (Future<?> done : loading) {
            done.get();
        }
    }
}
