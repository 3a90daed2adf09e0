package nl.baton.value;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.baton.base.Ids;
import nl.baton.base.ItemKey;
import nl.baton.base.ItemTable;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Contracts in the database. */
@Component
class ContractTable extends ItemTable<NewContract> {

    private final NamedParameterJdbcTemplate named;
    private final Buyers buyers;

    ContractTable(
            JdbcTemplate jdbc, NamedParameterJdbcTemplate named, Buyers buyers, Ids ids, JsonMapper json, Clock clock) {
        super("contract", jdbc, ids, json, clock);
        this.named = named;
        this.buyers = buyers;
    }

    @Override
    protected List<Row<NewContract>> lock(Collection<ItemKey> keys) {
        return ItemKey.bySource(keys).entrySet().stream()
                .flatMap(
                        group -> named
                                .query(
                                        """
                                SELECT k.*, (SELECT c.external_id FROM customer c WHERE c.id = k.customer_id) AS customer
                                FROM contract k WHERE k.source = :source AND k.external_id IN (:ids)
                                FOR UPDATE""",
                                        Map.of("source", group.getKey(), "ids", group.getValue()),
                                        ContractTable::read)
                                .stream())
                .toList();
    }

    private static Row<NewContract> read(ResultSet row, int n) throws SQLException {
        return new Row<>(
                row.getLong("id"),
                new NewContract(
                        row.getString("source"),
                        row.getString("external_id"),
                        row.getString("customer"),
                        row.getBigDecimal("monthly"),
                        row.getBigDecimal("margin"),
                        row.getString("currency"),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("end_reason")));
    }

    @Override
    protected void insert(List<Row<NewContract>> rows, Instant now) {
        jdbc.batchUpdate("""
                INSERT INTO contract (customer_id, monthly, margin, currency, started_on, ended_on, end_reason, arrived_at,
                    id, source, external_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values(rows, now, true));
    }

    @Override
    protected void update(List<Row<NewContract>> rows, Instant now) {
        jdbc.batchUpdate("""
                UPDATE contract SET customer_id = ?, monthly = ?, margin = ?, currency = ?, started_on = ?, ended_on = ?,
                    end_reason = ?, arrived_at = ?
                WHERE id = ?""", values(rows, now, false));
    }

    private List<@Nullable Object[]> values(List<Row<NewContract>> rows, Instant now, boolean identity) {
        List<Long> customers = buyers.of(rows, NewContract::customer);
        var all = new ArrayList<@Nullable Object[]>();
        for (Row<NewContract> row : rows) {
            NewContract contract = row.version();
            LocalDate end = contract.end();
            var values = new ArrayList<@Nullable Object>();
            values.add(customers.get(all.size()));
            values.add(contract.monthly());
            values.add(contract.margin());
            values.add(contract.currency());
            values.add(Date.valueOf(contract.start()));
            values.add(end == null ? null : Date.valueOf(end));
            values.add(contract.endReason());
            values.add(UtcTime.of(now));
            values.add(row.id());
            if (identity) {
                values.add(contract.source());
                values.add(contract.externalId());
            }
            all.add(values.toArray());
        }
        return all;
    }
}
