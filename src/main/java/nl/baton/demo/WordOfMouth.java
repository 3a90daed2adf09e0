package nl.baton.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Reach;
import nl.baton.customer.Referral;
import org.jspecify.annotations.Nullable;

/**
 * Who told whom of Zonnewind: half of its customers have said how many people they reach, and some of those who came in the
 * last three years were referred, a few of them by two.
 */
final class WordOfMouth {

    private static final double REACH_KNOWN = 0.5;
    private static final double REFERRED = 0.3;
    private static final double BY_TWO = 0.15;
    private static final int YEARS = 3;
    private static final int ATTEMPTS = 8;
    /** Annelies knows many people, and brought in some of the first customers after her. */
    private static final int ANNELIES_REACHES = 140;

    private static final int ANNELIES_BROUGHT = 3;

    private WordOfMouth() {}

    /** The same customers, in the same order; each by its own chance, so that nothing else changes. */
    static List<NewCustomer> spread(List<NewCustomer> customers, long seed, LocalDate present) {
        var seeds = new SplittableRandom(seed);
        var told = new ArrayList<NewCustomer>(customers.size());
        int byAnnelies = 0;
        for (int i = 0; i < customers.size(); i++) {
            RandomGenerator random = seeds.split();
            NewCustomer customer = customers.get(i);
            List<Referral> by = List.of();
            LocalDate since = customer.since();
            if (i > 0 && since != null && since.isAfter(present.minusYears(YEARS))) {
                if (byAnnelies < ANNELIES_BROUGHT) {
                    byAnnelies++;
                    by = List.of(new Referral(AnneliesStory.CUSTOMER, BigDecimal.ONE, noon(since)));
                } else if (random.nextDouble() < REFERRED) {
                    by = referrals(customers.subList(0, i), since, random);
                }
            }
            told.add(with(customer, reach(i, random, present), by));
        }
        return List.copyOf(told);
    }

    private static @Nullable Reach reach(int i, RandomGenerator random, LocalDate present) {
        boolean known = random.nextDouble() < REACH_KNOWN;
        // few reach many
        int people = (int) (5 + 30 / Math.sqrt(0.01 + random.nextDouble()));
        Instant at = noon(present.minusDays(1 + random.nextInt(300)));
        if (i == 0) {
            return new Reach(ANNELIES_REACHES, at);
        }
        return known ? new Reach(people, at) : null;
    }

    /** By who was a customer already. */
    private static List<Referral> referrals(List<NewCustomer> earlier, LocalDate since, RandomGenerator random) {
        int wanted = random.nextDouble() < BY_TWO ? 2 : 1;
        var by = new ArrayList<Referral>();
        for (int attempt = 0; attempt < ATTEMPTS && by.size() < wanted; attempt++) {
            NewCustomer referrer = earlier.get(random.nextInt(earlier.size()));
            LocalDate then = referrer.since();
            boolean named = by.stream().anyMatch(known -> known.customer().equals(referrer.externalId()));
            if (then != null && then.isBefore(since) && !named) {
                by.add(new Referral(referrer.externalId(), BigDecimal.valueOf(1 + random.nextInt(3)), noon(since)));
            }
        }
        return by;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(Desk.ZONE).toInstant();
    }

    private static NewCustomer with(NewCustomer customer, @Nullable Reach reach, List<Referral> referredBy) {
        return NewCustomer.of(customer.source(), customer.externalId(), customer.kind(), customer.name())
                .birthDate(customer.birthDate())
                .address(customer.address())
                .since(customer.since())
                .identities(customer.identities())
                .attributes(customer.attributes())
                .preferences(customer.preferences())
                .consents(customer.consents())
                .lifeStage(customer.lifeStage())
                .lifestyle(customer.lifestyle())
                .reach(reach)
                .referredBy(referredBy)
                .worksFor(customer.worksFor())
                .build();
    }
}
