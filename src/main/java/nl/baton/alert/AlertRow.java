package nl.baton.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import nl.baton.alert.Alert.Shares;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is stored for one person, with the journey that it is about.
 *
 * @param journey null where it is about a lane
 */
record AlertRow(
        long id,
        Alert alert,
        Instant raisedAt,
        @Nullable Instant settledAt,
        @Nullable Instant readAt,
        @Nullable Journey journey) {

    /** Whose it is stays out of what is told. */
    record Journey(long id, long customer, String typeName, String caseNumber) {}

    static AlertRow read(ResultSet row, int n) throws SQLException {
        Long judgedNow = row.getObject("judged_now", Long.class);
        Long journey = row.getObject("journey_id", Long.class);
        return new AlertRow(
                row.getLong("id"),
                new Alert(
                        AlertKind.valueOf(row.getString("kind")),
                        row.getString("about"),
                        row.getLong("from_department_id"),
                        row.getLong("to_department_id"),
                        row.getObject("touchpoint_id", Long.class),
                        row.getString("rule"),
                        moment(row, "passed_at"),
                        row.getObject("measured_ms", Long.class),
                        row.getObject("allowed_ms", Long.class),
                        row.getString("subject"),
                        judgedNow == null
                                ? null
                                : new Shares(
                                        row.getLong("broken_now"),
                                        judgedNow,
                                        row.getLong("broken_before"),
                                        row.getLong("judged_before"))),
                UtcTime.instant(row.getObject("raised_at", LocalDateTime.class)),
                moment(row, "settled_at"),
                moment(row, "read_at"),
                journey == null
                        ? null
                        : new Journey(
                                journey,
                                row.getLong("customer_id"),
                                row.getString("type_name"),
                                row.getString("case_number")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return UtcTime.instantOrNull(row.getObject(column, LocalDateTime.class));
    }
}
