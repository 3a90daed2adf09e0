package nl.baton.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the senders of one round have to tell, made from a seed: touchpoints of cases that they share, in any order of
 * time, some of them the same for several senders, some sent again in another version; links between cases, passes in so
 * many words, and contacts without a case number.
 */
final class Workload {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int DAYS = 60;
    private static final int CASES = 120;
    private static final int SHARED = 150;
    private static final int CUSTOMERS = 20;

    private final Random random;
    private final String source;
    private final List<Item> shared = new ArrayList<>();

    Workload(long seed, String source) {
        this.random = new Random(seed);
        this.source = source;
        for (int i = 0; i < SHARED; i++) {
            shared.add(item("shared-" + i, 1, aCase(), false));
        }
    }

    /** The batches of one of several senders. A touchpoint has one sender, unless all send it in the same version. */
    List<List<Item>> batches(int sender, int senders, int batches, int size) {
        var all = new ArrayList<List<Item>>();
        var own = new ArrayList<Item>();
        for (int n = 0; n < batches; n++) {
            var batch = new ArrayList<Item>();
            if (n == 0) {
                anchors(sender, senders, batch);
            }
            for (int i = 0; i < size; i++) {
                int kind = random.nextInt(100);
                if (kind < 15) {
                    batch.add(shared.get(random.nextInt(SHARED)));
                } else if (kind < 30 && !own.isEmpty()) {
                    batch.add(nextVersion(own));
                } else if (kind < 36) {
                    batch.add(contact("contact-%d-%d-%d".formatted(sender, n, i), 1));
                } else {
                    Item item = item("t-%d-%d-%d".formatted(sender, n, i), 1, aCase(), random.nextInt(20) == 0);
                    batch.add(item);
                    own.add(item);
                }
            }
            all.add(batch);
        }
        return all;
    }

    /** One that is only there to be sent, all of one version. */
    List<Item> plain(String name, int size) {
        var items = new ArrayList<Item>(size);
        for (int i = 0; i < size; i++) {
            items.add(item(name + "-" + i, 1, name + "-case-" + i / 10, false));
        }
        return items;
    }

    /** Every case has a touchpoint that stays. */
    private void anchors(int sender, int senders, List<Item> batch) {
        for (int i = sender; i < CASES; i += senders) {
            batch.add(item("anchor-" + i, 1, "case-" + i, false));
        }
    }

    /** The same touchpoint with something else to tell, perhaps of another case. */
    private Item nextVersion(List<Item> own) {
        int which = random.nextInt(own.size());
        Item former = own.get(which);
        int version = Integer.parseInt(former.text().substring(former.text().lastIndexOf(' ') + 1)) + 1;
        Item next = item(former.externalId(), version, aCase(), random.nextInt(20) == 0);
        own.set(which, next);
        return next;
    }

    private String aCase() {
        return "case-" + random.nextInt(CASES);
    }

    private Item item(String id, int version, String caseNumber, boolean linked) {
        Instant at = moment();
        String other = aCase();
        return new Item(
                source,
                id,
                caseNumber,
                linked && !other.equals(caseNumber) ? List.of(other) : List.of(),
                at,
                random.nextInt(3) == 0 ? at.plus(Duration.ofMinutes(random.nextInt(600))) : null,
                null,
                null,
                random.nextInt(10) == 0 ? null : "D" + random.nextInt(6),
                random.nextInt(2) == 0 ? null : "T" + random.nextInt(3),
                one("INBOUND", "OUTBOUND", "INTERNAL", null),
                random.nextInt(12) == 0 ? one("DONE", "RESOLVED", "CANCELLED", "REOPENED") : null,
                random.nextInt(5) == 0 ? "D" + random.nextInt(6) : null,
                id + " version " + version);
    }

    private Item contact(String id, int version) {
        return new Item(
                source,
                id,
                null,
                List.of(),
                moment(),
                null,
                source + "-customer-" + random.nextInt(CUSTOMERS),
                one("invoice", "meter"),
                "D" + random.nextInt(6),
                null,
                "INBOUND",
                null,
                null,
                id + " version " + version);
    }

    private Instant moment() {
        return START.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
    }

    @SafeVarargs
    private <T> @Nullable T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
