package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.customer.IdentityConflict.Decision;
import nl.baton.customer.IdentityConflict.Side;
import nl.baton.customer.IdentityConflict.State;
import nl.baton.customer.IdentityConflict.Whole;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Identities that two customers or more go by: a steward says whose they are. Nobody is merged by it. From then on what
 * names the identity finds its owner, and the others' is in doubt.
 */
@Service
@PreAuthorize("hasRole('STEWARD')")
public class IdentityConflicts {

    private static final int MOST_SIDES = 20;
    private static final String ALL = "SELECT * FROM identity_conflict ";

    private final JdbcClient jdbc;
    private final IdentityForms forms;
    private final UpkeepQueue queue;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;

    IdentityConflicts(
            JdbcClient jdbc,
            IdentityForms forms,
            UpkeepQueue queue,
            CurrentUserProvider users,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.queue = queue;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in a state: the ones that most customers have verified first, of those the newest. */
    @Transactional(readOnly = true)
    public Page<IdentityConflict> page(State state, int offset, int limit) {
        Long total = jdbc.sql("SELECT COUNT(*) FROM identity_conflict WHERE state = ? AND standing = TRUE")
                .param(state.name())
                .query(Long.class)
                .single();
        List<IdentityConflict> page = jdbc.sql(ALL + """
                        WHERE state = ? AND standing = TRUE
                        ORDER BY verified_claims DESC, id DESC LIMIT ? OFFSET ?""")
                .params(state.name(), limit, offset)
                .query(IdentityConflicts::conflict)
                .list();
        return new Page<>(total, page);
    }

    /** One of them; empty when nobody disputes it any more. */
    @Transactional(readOnly = true)
    public Optional<Whole> find(long id) {
        return read(id, false).map(conflict -> new Whole(conflict, sides(conflict), history(id)));
    }

    /**
     * Says whose it is; {@code OPEN} takes back what was said.
     *
     * @param owner of the customers who claim it; for {@code OWNER} only
     */
    @Transactional
    public void decide(long id, State state, @Nullable Long owner) {
        IdentityConflict before =
                read(id, true).orElseThrow(() -> new IllegalArgumentException("There is no such conflict any more"));
        if ((state == State.OWNER) != (owner != null)) {
            throw new IllegalArgumentException("owner: it is one customer's exactly when one is named");
        }
        if (owner != null && !claims(id, owner)) {
            throw new IllegalArgumentException("owner: this customer does not go by it");
        }
        if (before.state() == state && Objects.equals(before.owner(), owner)) {
            return;
        }
        jdbc.sql("UPDATE identity_conflict SET state = ?, owner_id = ? WHERE id = ?")
                .param(state.name())
                .param(owner)
                .param(id)
                .update();
        jdbc.sql("""
                        INSERT INTO identity_decision (conflict_id, state, owner_id, decided_by, decided_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .param(id)
                .param(state.name())
                .param(owner)
                .param(users.get().username())
                .param(UtcTime.of(clock.instant()))
                .update();
        queue.addClaimants(form(id));
        audit.record(
                "identity.decided",
                owner == null ? "identity conflict " + id : "customer " + owner,
                "identity conflict " + id + ": " + state.name());
    }

    private Optional<IdentityConflict> read(long id, boolean lock) {
        return jdbc.sql(ALL + "WHERE id = ? AND standing = TRUE" + (lock ? " FOR UPDATE" : ""))
                .param(id)
                .query(IdentityConflicts::conflict)
                .optional();
    }

    private String form(long id) {
        return jdbc.sql("SELECT form FROM identity_conflict WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private boolean claims(long id, long customer) {
        return jdbc.sql("""
                        SELECT c.customer_id FROM customer_claim c JOIN identity_conflict x ON x.form = c.form
                        WHERE x.id = ? AND c.customer_id = ?""").params(id, customer).query(Long.class).optional().isPresent();
    }

    private List<Side> sides(IdentityConflict conflict) {
        String form = form(conflict.id());
        List<Long> claimants = jdbc.sql(
                        "SELECT customer_id FROM customer_claim WHERE form = ? ORDER BY customer_id LIMIT "
                                + MOST_SIDES)
                .param(form)
                .query(Long.class)
                .list();
        record Written(Side side, boolean same) {}
        return claimants.isEmpty()
                ? List.of()
                : jdbc
                        .sql("""
                        SELECT c.id, c.name, c.external_id, c.kind AS customer_kind, c.source, i.kind, i.identity_value,
                            i.identity_system, i.verified_at, s.stated_at
                        FROM customer_identity i JOIN customer c ON c.id = i.customer_id
                            JOIN customer_statement s ON s.customer_id = c.id
                        WHERE i.customer_id IN (:ids) AND i.kind = :kind ORDER BY c.id, i.place""")
                        .params(Map.of("ids", claimants, "kind", conflict.kind().name()))
                        .query((row, n) -> new Written(
                                side(row),
                                forms.of(
                                                conflict.kind(),
                                                row.getString("identity_value"),
                                                row.getString("identity_system"))
                                        .filter(form::equals)
                                        .isPresent()))
                        .stream()
                        .filter(Written::same)
                        .map(Written::side)
                        .toList();
    }

    private static Side side(ResultSet row) throws SQLException {
        return new Side(
                row.getLong("id"),
                row.getString("name"),
                CustomerProfiles.number(row.getString("external_id"), row.getString("customer_kind")),
                row.getString("source"),
                row.getString("identity_value"),
                UtcTime.instant(row.getObject("stated_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("verified_at", LocalDateTime.class)));
    }

    private List<Decision> history(long id) {
        return jdbc.sql("""
                        SELECT state, owner_id, decided_by, decided_at FROM identity_decision
                        WHERE conflict_id = ? ORDER BY id DESC LIMIT 50""")
                .param(id)
                .query((row, n) -> new Decision(
                        State.valueOf(row.getString(1)),
                        row.getObject(2, Long.class),
                        row.getString(3),
                        UtcTime.instant(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    private static IdentityConflict conflict(ResultSet row, int n) throws SQLException {
        String form = row.getString("form");
        int end = form.indexOf(':');
        Identity.Kind kind = Identity.Kind.valueOf(form.substring(0, end));
        String value = form.substring(end + 1);
        int system = kind == Identity.Kind.SOURCE ? value.indexOf(':') : -1;
        return new IdentityConflict(
                row.getLong("id"),
                kind,
                value.substring(system + 1),
                system < 0 ? null : value.substring(0, system),
                row.getInt("claimants"),
                row.getInt("verified_claims"),
                State.valueOf(row.getString("state")),
                row.getObject("owner_id", Long.class),
                UtcTime.instant(row.getObject("found_at", LocalDateTime.class)));
    }
}
