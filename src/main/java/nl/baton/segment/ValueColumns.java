package nl.baton.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nl.baton.segment.Trait.AliveIs;
import nl.baton.segment.Trait.WorthIs;
import nl.baton.segment.Trait.WorthIs.Worth;
import org.jspecify.annotations.Nullable;

/**
 * What a valuation says of each customer, one number after the other: of a range that nobody asked for before it is found
 * within milliseconds who lies in it, where a database would send up to a million rows. 36 MB for a million customers.
 */
final class ValueColumns {

    /** Amounts are stored with four digits after the point. */
    private static final int DIGITS = 4;

    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int PART = 1 << 16;

    private int size;
    private int[] customers = new int[PART];
    private long[] current = new long[PART];
    private long[] potential = new long[PART];
    private long[] total = new long[PART];
    private double[] alive = new double[PART];

    private ValueColumns() {}

    static ValueColumns read(TraitQuery query, int scoring) {
        var columns = new ValueColumns();
        query.stream(
                """
                SELECT customer_id, current_value, potential_value, total_value, alive FROM customer_value
                WHERE scoring = :scoring ORDER BY customer_id""",
                Map.of("scoring", scoring),
                row -> columns.add(
                        Math.toIntExact(row.getLong(1)),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getObject(5) == null ? Double.NaN : row.getDouble(5)));
        return columns;
    }

    private void add(
            int customer,
            @Nullable BigDecimal current,
            @Nullable BigDecimal potential,
            @Nullable BigDecimal total,
            double alive) {
        if (size == customers.length) {
            int room = size + (size >> 1);
            this.customers = Arrays.copyOf(this.customers, room);
            this.current = Arrays.copyOf(this.current, room);
            this.potential = Arrays.copyOf(this.potential, room);
            this.total = Arrays.copyOf(this.total, room);
            this.alive = Arrays.copyOf(this.alive, room);
        }
        this.customers[size] = customer;
        this.current[size] = stored(current);
        this.potential[size] = stored(potential);
        this.total[size] = stored(total);
        this.alive[size] = alive;
        size++;
    }

    private static long stored(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : atLeast(amount);
    }

    /** The first stored amount that is not below this one. */
    private static long atLeast(BigDecimal amount) {
        return amount.movePointRight(DIGITS)
                .setScale(0, RoundingMode.CEILING)
                .min(MOST)
                .max(MOST.negate())
                .longValueExact();
    }

    /** Empty for what these columns do not tell. */
    Optional<CustomerSet> of(Trait trait) {
        return switch (trait) {
            case WorthIs worth -> Optional.of(between(column(worth.of()), worth.from(), worth.below()));
            case AliveIs range -> Optional.of(between(range.from(), range.below()));
            default -> Optional.empty();
        };
    }

    private long[] column(Worth worth) {
        return switch (worth) {
            case CURRENT -> current;
            case POTENTIAL -> potential;
            case TOTAL -> total;
        };
    }

    private CustomerSet between(long[] amounts, @Nullable BigDecimal from, @Nullable BigDecimal below) {
        long least = from == null ? UNKNOWN + 1 : atLeast(from);
        long end = below == null ? Long.MAX_VALUE : atLeast(below);
        var found = new CustomerSet.Builder();
        for (int i = 0; i < size; i++) {
            if (amounts[i] >= least && amounts[i] < end) {
                found.add(customers[i]);
            }
        }
        return found.build();
    }

    private CustomerSet between(@Nullable BigDecimal from, @Nullable BigDecimal below) {
        double least = from == null ? Double.NEGATIVE_INFINITY : from.doubleValue();
        double end = below == null ? Double.POSITIVE_INFINITY : below.doubleValue();
        var found = new CustomerSet.Builder();
        for (int i = 0; i < size; i++) {
            // unknown is in no range
            if (alive[i] >= least && alive[i] < end) {
                found.add(customers[i]);
            }
        }
        return found.build();
    }
}
