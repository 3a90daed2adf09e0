package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.customer.Customers;
import nl.baton.security.SystemWork;
import nl.baton.value.NewPurchase.Kind;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Cdnow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quarter of CDNOW's sample as purchases in the database, and a few customers whose values can be worked out by hand. */
final class ValuedCdnow {

    /** The day as of which it is valued. */
    static final LocalDate DAY = Cdnow.CUT;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int EVERY = 4;

    final String source;
    final List<Buyer> buyers = new ArrayList<>();
    private final List<NewPurchase> purchases = new ArrayList<>();

    ValuedCdnow(String source) {
        this.source = source;
        for (Map.Entry<Integer, TreeMap<LocalDate, Double>> customer :
                Cdnow.purchases().entrySet()) {
            if (customer.getKey() % EVERY == 0) {
                buyers.add(Cdnow.buyer(customer.getValue(), DAY));
                customer.getValue()
                        .forEach((day, amount) ->
                                add("C" + customer.getKey(), day, amount + "", null, "EUR", Kind.SALE, null));
            }
        }
        add("one", LocalDate.of(1997, 9, 20), "100", "40", "EUR", Kind.SALE, null);
        buyers.add(new Buyer(0, 0, 10, 0));
        String sale = add("returned", LocalDate.of(1997, 5, 20), "60", null, "EUR", Kind.SALE, null);
        add("returned", LocalDate.of(1997, 5, 27), "60", null, "EUR", Kind.RETURN, sale);
        add("abroad", LocalDate.of(1997, 6, 1), "50", "20", "USD", Kind.SALE, null);
    }

    private String add(
            String customer,
            LocalDate day,
            String amount,
            @Nullable String margin,
            String currency,
            Kind kind,
            @Nullable String refersTo) {
        String id = "P" + purchases.size();
        Instant at = day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
        purchases.add(new NewPurchase(
                source,
                id,
                customer,
                at,
                new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN),
                margin == null ? null : new BigDecimal(margin),
                currency,
                kind,
                refersTo));
        return id;
    }

    private NewContract contract(String customer, String start, @Nullable String end) {
        return new NewContract(
                source,
                customer,
                customer,
                new BigDecimal("25"),
                BigDecimal.TEN,
                "EUR",
                LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                null);
    }

    void store(Purchases into, Contracts contracts, Customers customers) {
        SystemWork.run(() -> {
            for (int from = 0; from < purchases.size(); from += 500) {
                into.store(purchases.subList(from, Math.min(purchases.size(), from + 500)));
            }
            contracts.store(
                    List.of(contract("running", "1997-01-10", null), contract("ended", "1997-01-10", "1997-03-09")));
            customers.resolve(List.of(new Customers.Key(source, "prospect")), false);
        });
    }

    long id(JdbcClient jdbc, String customer) {
        return jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = ?")
                .params(source, customer)
                .query(Long.class)
                .single();
    }

    /** The customers stay, as others may have seen them; what they dealt does not. */
    void remove(JdbcClient jdbc) {
        for (String table : List.of("purchase", "contract")) {
            jdbc.sql("DELETE FROM " + table + " WHERE source = ?").param(source).update();
        }
    }
}
