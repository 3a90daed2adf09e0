package nl.baton.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.baton.base.Item;
import nl.baton.base.ItemTable.Row;
import nl.baton.customer.Customers;
import org.springframework.stereotype.Component;

/** The customers that purchases and contracts name, by their number in the same source. */
@Component
class Buyers {

    private final Customers customers;

    Buyers(Customers customers) {
        this.customers = customers;
    }

    /** The customer of each row, in the rows' order; one that nobody knows yet is created, without a name. */
    <V extends Item> List<Long> of(List<Row<V>> rows, Function<V, String> customer) {
        List<Customers.Key> keys = rows.stream()
                .map(row -> new Customers.Key(row.version().source(), customer.apply(row.version())))
                .toList();
        Map<Customers.Key, Long> idByKey = new HashMap<>();
        customers
                .resolve(keys.stream().distinct().toList(), false)
                .forEach(known -> idByKey.put(known.key(), known.id()));
        return keys.stream()
                .map(key -> Objects.requireNonNull(idByKey.get(key)))
                .toList();
    }
}
