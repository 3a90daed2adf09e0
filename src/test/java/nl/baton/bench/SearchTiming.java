package nl.baton.bench;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.FoundCustomer;
import nl.baton.customer.NewCustomer;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;

/** How long an agent's search takes at the service: by kind of scrap, and letter by letter as the field asks. */
final class SearchTiming {

    private static final int SHOWN = 12;
    private static final double AIM = 50;

    private final CustomerSearch search;
    private final JdbcTemplate jdbc;
    private final int customers;
    private final int samples;
    private final Random random = new Random(5);

    SearchTiming(ScaleSet set, int samples) throws Exception {
        this.search = set.bean(CustomerSearch.class);
        this.jdbc = set.bean(JdbcTemplate.class);
        this.customers = (int) set.mysql().number("SELECT COUNT(*) FROM customer");
        this.samples = samples;
    }

    /** A scrap, and by what number its customer goes at the source. */
    private record Meant(String typed, String number) {}

    void measure() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_000, "bench", Set.of(Role.AGENT), null));
        try {
            asTyped("warming up");
            asTyped("as the field asks while scraps of all kinds are typed");
            var all = new Sample();
            for (Scraps.Kind kind : Scraps.Kind.values()) {
                byKind(kind, all);
            }
            tell("whole scraps, as many of each kind", all, "");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void asTyped(String what) {
        var taken = new Sample();
        Scraps.Kind[] kinds = Scraps.Kind.values();
        for (int i = 0; i < samples; i++) {
            Meant meant = meant(kinds[i % kinds.length]);
            Scraps.asTyped(meant.typed, random).forEach(typed -> ask(typed, taken));
        }
        tell(what, taken, "");
    }

    private void byKind(Scraps.Kind kind, Sample all) {
        var taken = new Sample();
        int found = 0;
        for (int i = 0; i < samples; i++) {
            Meant meant = meant(kind);
            List<FoundCustomer> hits = ask(meant.typed, taken, all);
            found += hits.stream().anyMatch(hit -> hit.number().equals(meant.number)) ? 1 : 0;
        }
        tell(kind.text, taken, "; who was meant is shown: %d %%".formatted(100 * found / samples));
    }

    private List<FoundCustomer> ask(String typed, Sample... taken) {
        long begun = System.nanoTime();
        List<FoundCustomer> hits = search.find(typed, SHOWN).customers();
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        for (Sample sample : taken) {
            sample.add(milliseconds);
        }
        return hits;
    }

    private Meant meant(Scraps.Kind kind) {
        while (true) {
            NewCustomer customer = ScalePeople.person(random.nextInt(customers));
            Optional<String> scrap =
                    Scraps.of(kind, customer, kind == Scraps.Kind.CASE ? caseNumber(customer) : null, random);
            if (scrap.isPresent()) {
                return new Meant(scrap.get(), customer.externalId());
            }
        }
    }

    private String caseNumber(NewCustomer customer) {
        return jdbc.queryForList("""
                SELECT j.case_number FROM customer c JOIN journey j ON j.customer_id = c.id
                WHERE c.external_id = ? AND c.source = ? LIMIT 1""", String.class, customer.externalId(), customer.source()).stream()
                .findFirst()
                .orElse("");
    }

    private static void tell(String what, Sample sample, String more) {
        System.out.printf(
                "Search, %-54s (%,d): p50 %5.1f ms, p95 %5.1f ms, p99 %5.1f ms, slowest %5.1f ms (aim: p95 at most"
                        + " %.0f ms)%s%n",
                what, sample.size(), sample.median(), sample.p95(), sample.p99(), sample.max(), AIM, more);
    }
}
