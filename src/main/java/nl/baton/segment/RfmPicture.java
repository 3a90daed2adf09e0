package nl.baton.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nl.baton.value.ValueTotals.Thresholds;
import nl.baton.value.model.RfmSegment;

/**
 * All scored customers by recency, and by frequency and monetary value taken together.
 *
 * @param currency the company's, of all amounts
 * @param cells those in which there is a customer
 */
public record RfmPicture(LocalDate asOf, String currency, Thresholds thresholds, List<Cell> cells) {

    public RfmPicture {
        cells = List.copyOf(cells);
    }

    /**
     * Customers who score alike.
     *
     * @param recency from 1
     * @param both frequency and monetary value: half of their sum, rounded up
     */
    public record Cell(int recency, int both, long customers, BigDecimal current, BigDecimal potential) {

        public RfmSegment segment() {
            return segmentOf(recency, both);
        }
    }

    /** A named segment, which may be several cells. */
    public record Total(RfmSegment segment, long customers, BigDecimal current, BigDecimal potential) {

        /** What is there and what is to come. */
        public BigDecimal value() {
            return current.add(potential);
        }
    }

    /** What the cell of two scores is called. */
    public static RfmSegment segmentOf(int recency, int both) {
        return RfmSegment.of(recency, both, both);
    }

    public long customers() {
        return cells.stream().mapToLong(Cell::customers).sum();
    }

    /** Those in which there is a customer, the largest first. */
    public List<Total> totals() {
        return Arrays.stream(RfmSegment.values())
                .map(this::total)
                .filter(total -> total.customers > 0)
                .sorted(Comparator.comparingLong(Total::customers).reversed())
                .toList();
    }

    private Total total(RfmSegment segment) {
        List<Cell> of = cells.stream().filter(cell -> cell.segment() == segment).toList();
        return new Total(
                segment,
                of.stream().mapToLong(Cell::customers).sum(),
                of.stream().map(Cell::current).reduce(BigDecimal.ZERO, BigDecimal::add),
                of.stream().map(Cell::potential).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
