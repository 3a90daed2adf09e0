package nl.baton.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.base.Stored;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** What customers bring in, as their sources state it. */
@BatonTest
class PurchasesAndContractsTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456789Z");

    @Autowired
    private Purchases purchases;

    @Autowired
    private Contracts contracts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private final String source = "shop-" + UUID.randomUUID();

    @Test
    void a_purchase_is_accepted_once_and_replaced_when_it_changes() {
        assertThat(store(purchase("P1", "12.5"), purchase("P2", "3")))
                .containsExactly(Stored.ACCEPTED, Stored.ACCEPTED);
        assertThat(store(purchase("P1", "12.50"), purchase("P2", "4"), purchase("P2", "5")))
                .containsExactly(Stored.KNOWN, Stored.REPLACED, Stored.REPLACED);
        assertThat(store(purchase("P2", "5"))).containsExactly(Stored.KNOWN);

        assertThat(jdbc.sql("SELECT amount FROM purchase WHERE source = ? ORDER BY external_id")
                        .param(source)
                        .query(BigDecimal.class)
                        .list())
                .containsExactly(new BigDecimal("12.5000"), new BigDecimal("5.0000"));
        assertThat(history("purchase").stream().map(version -> json.readValue(version, NewPurchase.class)))
                .containsExactly(purchase("P2", "3"), purchase("P2", "4"));
    }

    @Test
    void all_that_a_purchase_states_arrives() {
        store(purchase("P1", "12.5"));
        var back = new NewPurchase(
                source, "P2", "K1", AT, new BigDecimal("12.5"), null, "EUR", NewPurchase.Kind.RETURN, "P1");
        store(back);

        assertThat(jdbc.sql("""
                        SELECT p.currency, p.kind, p.refers_to, p.margin, p.purchased_at, c.external_id, c.name
                        FROM purchase p JOIN customer c ON c.id = p.customer_id
                        WHERE p.source = ? AND c.source = p.source ORDER BY p.external_id""")
                        .param(source)
                        .query((row, n) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3) + "",
                                row.getBigDecimal(4) + "",
                                row.getTimestamp(5).toLocalDateTime().toString(),
                                row.getString(6),
                                row.getString(7) + ""))
                        .list())
                .containsExactly(
                        List.of("EUR", "SALE", "null", "-1.2500", "2026-01-05T10:00:00.123456", "K1", "null"),
                        List.of("EUR", "RETURN", "P1", "null", "2026-01-05T10:00:00.123456", "K1", "null"));
        assertThat(store(back)).containsExactly(Stored.KNOWN);
    }

    @Test
    void a_purchase_that_turns_out_to_be_another_customers_moves() {
        store(purchase("P1", "1"));
        var moved = new NewPurchase(source, "P1", "K2", AT, BigDecimal.ONE, null, "EUR", NewPurchase.Kind.SALE, null);

        assertThat(store(moved)).containsExactly(Stored.REPLACED);
        assertThat(jdbc.sql("""
                        SELECT c.external_id FROM purchase p JOIN customer c ON c.id = p.customer_id
                        WHERE p.source = ?""").param(source).query(String.class).list()).containsExactly("K2");
    }

    @Test
    void a_contract_that_ends_replaces_the_one_that_ran() {
        NewContract running = contract(null, null);
        NewContract ended = contract(LocalDate.of(2026, 3, 31), "moved abroad");
        assertThat(SystemWork.call(() -> contracts.store(List.of(running, running))))
                .containsExactly(Stored.ACCEPTED, Stored.KNOWN);
        assertThat(SystemWork.call(() -> contracts.store(List.of(ended)))).containsExactly(Stored.REPLACED);
        assertThat(SystemWork.call(() -> contracts.store(List.of(ended)))).containsExactly(Stored.KNOWN);

        assertThat(jdbc.sql("""
                        SELECT k.monthly, k.margin, k.currency, k.started_on, k.ended_on, k.end_reason, c.external_id
                        FROM contract k JOIN customer c ON c.id = k.customer_id WHERE k.source = ?""")
                        .param(source)
                        .query((row, n) -> List.of(
                                row.getBigDecimal(1).toString(),
                                row.getBigDecimal(2).toString(),
                                row.getString(3),
                                row.getObject(4, LocalDate.class).toString(),
                                row.getObject(5, LocalDate.class).toString(),
                                row.getString(6),
                                row.getString(7)))
                        .list())
                .containsExactly(
                        List.of("89.9900", "12.0000", "EUR", "2025-04-01", "2026-03-31", "moved abroad", "K1"));
        assertThat(history("contract").stream().map(version -> json.readValue(version, NewContract.class)))
                .containsExactly(running);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_role_stores_them_this_way(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_002, "tester", Set.of(role), null));
        try {
            assertThatThrownBy(() -> purchases.store(List.of())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> contracts.store(List.of())).isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private NewPurchase purchase(String externalId, String amount) {
        return new NewPurchase(
                source,
                externalId,
                "K1",
                AT,
                new BigDecimal(amount),
                new BigDecimal("-1.25"),
                "EUR",
                NewPurchase.Kind.SALE,
                null);
    }

    private NewContract contract(LocalDate end, String reason) {
        return new NewContract(
                source,
                "C1",
                "K1",
                new BigDecimal("89.99"),
                new BigDecimal("12"),
                "EUR",
                LocalDate.of(2025, 4, 1),
                end,
                reason);
    }

    private List<Stored> store(NewPurchase... batch) {
        return SystemWork.call(() -> purchases.store(List.of(batch)));
    }

    private List<String> history(String table) {
        return jdbc.sql("SELECT h.version FROM " + table + "_history h JOIN " + table
                        + " i ON i.id = h.item_id WHERE i.source = ? ORDER BY h.replaced_at")
                .param(source)
                .query(String.class)
                .list();
    }
}
