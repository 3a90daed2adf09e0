package nl.baton.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
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

/** Purchases in the database. */
@Component
class PurchaseTable extends ItemTable<NewPurchase> {

    private final NamedParameterJdbcTemplate named;
    private final Buyers buyers;

    PurchaseTable(
            JdbcTemplate jdbc, NamedParameterJdbcTemplate named, Buyers buyers, Ids ids, JsonMapper json, Clock clock) {
        super("purchase", jdbc, ids, json, clock);
        this.named = named;
        this.buyers = buyers;
    }

    @Override
    protected List<Row<NewPurchase>> lock(Collection<ItemKey> keys) {
        return ItemKey.bySource(keys).entrySet().stream()
                .flatMap(
                        group -> named
                                .query(
                                        """
                                SELECT p.*, (SELECT c.external_id FROM customer c WHERE c.id = p.customer_id) AS customer
                                FROM purchase p WHERE p.source = :source AND p.external_id IN (:ids)
                                FOR UPDATE""",
                                        Map.of("source", group.getKey(), "ids", group.getValue()),
                                        PurchaseTable::read)
                                .stream())
                .toList();
    }

    private static Row<NewPurchase> read(ResultSet row, int n) throws SQLException {
        return new Row<>(
                row.getLong("id"),
                new NewPurchase(
                        row.getString("source"),
                        row.getString("external_id"),
                        row.getString("customer"),
                        UtcTime.instant(row.getObject("purchased_at", LocalDateTime.class)),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("margin"),
                        row.getString("currency"),
                        NewPurchase.Kind.valueOf(row.getString("kind")),
                        row.getString("refers_to")));
    }

    @Override
    protected void insert(List<Row<NewPurchase>> rows, Instant now) {
        jdbc.batchUpdate("""
                INSERT INTO purchase (customer_id, purchased_at, amount, margin, currency, kind, refers_to, arrived_at, id,
                    source, external_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values(rows, now, true));
    }

    @Override
    protected void update(List<Row<NewPurchase>> rows, Instant now) {
        jdbc.batchUpdate("""
                UPDATE purchase SET customer_id = ?, purchased_at = ?, amount = ?, margin = ?, currency = ?, kind = ?,
                    refers_to = ?, arrived_at = ?
                WHERE id = ?""", values(rows, now, false));
    }

    private List<@Nullable Object[]> values(List<Row<NewPurchase>> rows, Instant now, boolean identity) {
        List<Long> customers = buyers.of(rows, NewPurchase::customer);
        var all = new ArrayList<@Nullable Object[]>();
        for (Row<NewPurchase> row : rows) {
            NewPurchase purchase = row.version();
            var values = new ArrayList<@Nullable Object>();
            values.add(customers.get(all.size()));
            values.add(UtcTime.of(purchase.at()));
            values.add(purchase.amount());
            values.add(purchase.margin());
            values.add(purchase.currency());
            values.add(purchase.kind().name());
            values.add(purchase.refersTo());
            values.add(UtcTime.of(now));
            values.add(row.id());
            if (identity) {
                values.add(purchase.source());
                values.add(purchase.externalId());
            }
            all.add(values.toArray());
        }
        return all;
    }
}
