package nl.baton.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.baton.base.Page;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.segment.RfmPicture.Cell;
import nl.baton.value.model.RfmSegment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the scores of the valuation that is shown. */
@Component
class RfmQuery {

    private final JdbcClient jdbc;

    RfmQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Live(int scoring, LocalDate asOf) {}

    Optional<Live> live() {
        return jdbc.sql("SELECT scoring, as_of FROM value_scoring WHERE state = 'LIVE'")
                .query((row, n) -> new Live(row.getInt(1), row.getObject(2, LocalDate.class)))
                .optional();
    }

    List<Cell> cells(int scoring) {
        var cells = new TreeMap<Integer, Cell>();
        jdbc.sql("""
                        SELECT recency_score, frequency_score, monetary_score, COUNT(*), COALESCE(SUM(current_value), 0),
                            COALESCE(SUM(potential_value), 0)
                        FROM customer_value WHERE scoring = ? AND rfm_segment IS NOT NULL
                        GROUP BY recency_score, frequency_score, monetary_score""")
                .param(scoring)
                .query((row, n) -> new Cell(
                        row.getInt(1),
                        (row.getInt(2) + row.getInt(3) + 1) / 2,
                        row.getLong(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6)))
                .list()
                .forEach(cell -> cells.merge(
                        cell.recency() * 10 + cell.both(),
                        cell,
                        (one, other) -> new Cell(
                                one.recency(),
                                one.both(),
                                one.customers() + other.customers(),
                                one.current().add(other.current()),
                                one.potential().add(other.potential()))));
        return List.copyOf(cells.values());
    }

    /** The most valuable first. */
    Page<RfmCustomers.Scored> customers(int scoring, Which which, int offset, int limit) {
        String where = "scoring = ? AND rfm_segment = ?";
        var parameters = new ArrayList<Object>(List.of(scoring, segmentOf(which).name()));
        if (which instanceof Which.OfCell(int recency, int both)) {
            where += " AND recency_score = ? AND frequency_score + monetary_score IN (?, ?)";
            parameters.addAll(List.of(recency, 2 * both - 1, 2 * both));
        }
        long total = jdbc.sql("SELECT COUNT(*) FROM customer_value WHERE " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.addAll(List.of(limit, offset));
        return new Page<>(
                total,
                jdbc.sql("""
                                SELECT customer_id, recency_score, frequency_score, monetary_score, current_value,
                                    potential_value
                                FROM customer_value WHERE %s
                                ORDER BY total_value DESC, customer_id DESC LIMIT ? OFFSET ?""".formatted(where))
                        .params(parameters)
                        .query((row, n) -> new RfmCustomers.Scored(
                                row.getLong(1),
                                null,
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6)))
                        .list());
    }

    private static RfmSegment segmentOf(Which which) {
        return switch (which) {
            case Which.OfCell(int recency, int both) -> RfmPicture.segmentOf(recency, both);
            case Which.OfSegment(RfmSegment segment) -> segment;
        };
    }
}
