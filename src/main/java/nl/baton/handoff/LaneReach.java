package nl.baton.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Period;
import nl.baton.handoff.LaneAnalysis.Recent;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far back a lane's handoffs are analysed one by one. Where there are very many it is the last days that hold enough
 * of them, whole days, so that figures and lists speak of the same ones; the screen says since when.
 */
@Component
class LaneReach {

    /**
     * How many handoffs are read one by one: so many that it takes less than a fifth of a second.
     *
     * @param enough where there are more than {@code most}, the last days that hold so many
     */
    record Depth(long most, long enough) {

        /** From the index of lanes alone. */
        static final Depth OF_INDEX = new Depth(40_000, 20_000);

        /** With the value of each one's customer, which is not in that index. */
        static final Depth OF_CUSTOMERS = new Depth(15_000, 10_000);

        /** A list goes as deep as the figure that leads to it. */
        static Depth of(LaneSlice slice) {
            return slice instanceof LaneSlice.OfTier ? OF_CUSTOMERS : OF_INDEX;
        }
    }

    private final JdbcClient jdbc;
    private final LaneQuery lanes;

    LaneReach(JdbcClient jdbc, LaneQuery lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    /**
     * What is read.
     *
     * @param recent which handoffs those are, where they are not all that the filter counts; else null
     */
    record Reached(LaneFilter filter, long lane, @Nullable Recent recent) {}

    Reached of(LaneFilter filter, long lane) {
        return of(filter, lane, Depth.OF_INDEX);
    }

    Reached of(LaneFilter filter, long lane, Depth depth) {
        Reading reading = lanes.read(new Scope(filter, null, lane));
        long all = lanes.lanes(reading).stream().mapToLong(LaneSums::handoffs).sum();
        return all <= depth.most ? new Reached(filter, lane, null) : lastDays(reading, filter, lane, depth.enough);
    }

    private record Day(LocalDate day, long handoffs) {}

    private Reached lastDays(Reading reading, LaneFilter filter, long lane, long enough) {
        Period period = filter.period();
        var sql = new StringBuilder(
                "SELECT span_start, SUM(handoffs) FROM lane_span WHERE generation = ? AND lane_id = ? AND span = 'D'");
        var parameters = new ArrayList<Object>(List.of(reading.generation(), lane));
        if (filter.journeyType() != null) {
            sql.append(" AND journey_type_id = ?");
            parameters.add(filter.journeyType());
        }
        if (period != null) {
            sql.append(" AND span_start BETWEEN ? AND ?");
            parameters.addAll(List.of(period.from(), period.to()));
        }
        List<Day> days = jdbc.sql(sql + " GROUP BY span_start HAVING SUM(handoffs) > 0 ORDER BY span_start DESC")
                .params(parameters)
                .query((row, n) -> new Day(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
        LocalDate last = days.getFirst().day;
        LocalDate since = last;
        long seen = 0;
        for (Day day : days) {
            if (seen >= enough) {
                break;
            }
            seen += day.handoffs;
            since = day.day;
        }
        return new Reached(
                new LaneFilter(filter.grain(), filter.journeyType(), new Period(since, last), filter.rule()),
                lane,
                new Recent(since, seen));
    }
}
