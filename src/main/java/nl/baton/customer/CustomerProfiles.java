package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the shared profile. Every opening is written to the audit log. */
@Service
@PreAuthorize(CustomerProfiles.OPENS)
public class CustomerProfiles {

    /** Who may open a profile; a lead the own department's customers only. */
    public static final String OPENS = "hasAnyRole('AGENT', 'MARKETER', 'LEAD', 'STEWARD')";

    /** Fewer letters say nothing. */
    private static final int SHORTEST_REASON = 3;

    static final String ANONYMOUS = "ANONYMOUS";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;
    private final CurrentUserProvider users;
    private final CustomerSight sight;
    private final Audit audit;

    CustomerProfiles(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate named,
            CurrentUserProvider users,
            CustomerSight sight,
            Audit audit) {
        this.jdbc = jdbc;
        this.named = named;
        this.users = users;
        this.sight = sight;
        this.audit = audit;
    }

    /**
     * The profile, and a line in the audit log; empty when there is none or it is not the asker's to see.
     *
     * @param reason what it was opened for; may be null where {@link #asksReason} does not ask for one
     * @throws ReasonMissing where it does, and none was given
     */
    @Transactional
    public Optional<CustomerProfile> open(long id, @Nullable String reason) {
        return open(id, reason, null);
    }

    /**
     * The same, of which something in particular is looked at.
     *
     * @param place goes to the audit log beside the reason, and stands for none
     */
    @Transactional
    public Optional<CustomerProfile> open(long id, @Nullable String reason, @Nullable String place) {
        if (!maySee(id)) {
            return Optional.empty();
        }
        if ((reason == null || reason.strip().length() < SHORTEST_REASON) && asksReason(id)) {
            throw new ReasonMissing();
        }
        Optional<CustomerProfile> profile = read(id);
        String said = reason == null ? place : place == null ? reason : reason + " (" + place + ")";
        profile.ifPresent(found -> audit.record("profile.opened", "customer " + id, said));
        return profile;
    }

    /**
     * Whether the profile opens only to who says what for: where contact details are shown, and the own department has no
     * open journey of the customer. Of a customer that is not there, or not to be seen, nothing is asked.
     */
    @Transactional(readOnly = true)
    public boolean asksReason(long id) {
        CurrentUser user = users.get();
        return seesContact(user, List.of(id)).contains(id) && !sight.hasOpenJourney(id) && exists(id);
    }

    private boolean exists(long id) {
        return jdbc.sql("SELECT id FROM customer WHERE id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether the current user may see the customer at all. */
    @Transactional(readOnly = true)
    public boolean maySee(long id) {
        CurrentUser user = users.get();
        return user.has(Role.AGENT)
                || user.has(Role.STEWARD)
                || user.has(Role.MARKETER)
                || seesContact(user, List.of(id)).contains(id);
    }

    /** A profile that opens only to who says what for. */
    public static class ReasonMissing extends RuntimeException {

        private static final long serialVersionUID = 1;

        ReasonMissing() {
            super("reason: this profile opens only to who says what for");
        }
    }

    /** Whether the current user may see the customer's contact details. */
    boolean seesContact(long id) {
        return seesContact(users.get(), List.of(id)).contains(id);
    }

    /**
     * Of which customers the user may see names and contact details in full: an agent and a steward of all, a lead of the
     * own department's. Another role beside it widens nothing here.
     */
    private Set<Long> seesContact(CurrentUser user, Collection<Long> customers) {
        if (user.has(Role.AGENT) || user.has(Role.STEWARD)) {
            return Set.copyOf(customers);
        }
        return user.has(Role.LEAD) ? sight.servedBy(user.homeDepartment().orElse(0L), customers) : Set.of();
    }

    /** Cards of customers for lists of evidence; an executive gets masked names. */
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD', 'EXECUTIVE')")
    @Transactional(readOnly = true)
    public List<CustomerCard> cards(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<Long> open = seesContact(users.get(), ids);
        return named.query(
                "SELECT id, name, external_id, kind FROM customer WHERE id IN (:ids)", Map.of("ids", ids), (row, n) -> {
                    boolean masked = !open.contains(row.getLong("id"));
                    return new CustomerCard(
                            row.getLong("id"),
                            masked ? Masked.name(row.getString("name")) : row.getString("name"),
                            masked ? "" : number(row.getString("external_id"), row.getString("kind")),
                            ANONYMOUS.equals(row.getString("kind")));
                });
    }

    /** Cards of customers for a marketer's lists: named as on their profiles, and no number by which one can be reached. */
    @PreAuthorize("hasRole('MARKETER')")
    @Transactional(readOnly = true)
    public List<CustomerCard> named(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT id, name, external_id, kind FROM customer WHERE id IN (:ids)",
                        Map.of("ids", ids),
                        (row, n) -> new CustomerCard(
                                row.getLong("id"),
                                row.getString("name"),
                                shown(number(row.getString("external_id"), row.getString("kind")), false),
                                ANONYMOUS.equals(row.getString("kind"))));
    }

    /** What the source calls the customer; for an anonymous one the case number that stands for it. */
    static String number(String externalId, String kind) {
        return ANONYMOUS.equals(kind) ? externalId.substring(externalId.indexOf(':') + 1) : externalId;
    }

    /** Some sources call their customers by an e-mail address or a phone number. */
    private static String shown(String number, boolean contact) {
        return contact || Identifier.ofSource(number).field() == Field.NUMBER ? number : "";
    }

    private static @Nullable String street(@Nullable String street, @Nullable String houseNumber) {
        return street == null || houseNumber == null ? street : street + " " + houseNumber;
    }

    private Optional<CustomerProfile> read(long id) {
        CurrentUser user = users.get();
        boolean contact = seesContact(user, List.of(id)).contains(id);
        List<Identity> identities = new ArrayList<>();
        // one row for each identity, or one without any
        return jdbc
                .sql("""
                        SELECT c.*, i.kind AS identity_kind, i.identity_value, (SELECT COUNT(*) FROM customer_field f
                            WHERE f.customer_id = c.id AND f.state IN ('WRONG', 'CONTRADICTED')) AS in_doubt
                        FROM customer c LEFT JOIN customer_identity i
                            ON i.customer_id = c.id AND i.kind <> 'SOURCE' AND :contact = TRUE
                        WHERE c.id = :id ORDER BY i.kind, i.identity_value""")
                .param("id", id)
                .param("contact", contact)
                .query((row, n) -> {
                    String kind = row.getString("identity_kind");
                    if (kind != null) {
                        identities.add(
                                new Identity(Identity.Kind.valueOf(kind), row.getString("identity_value"), null));
                    }
                    return profile(row, contact, identities);
                })
                .list()
                .stream()
                .findFirst();
    }

    private static CustomerProfile profile(ResultSet row, boolean contact, List<Identity> identities)
            throws SQLException {
        return new CustomerProfile(
                row.getLong("id"),
                row.getString("name"),
                shown(number(row.getString("external_id"), row.getString("kind")), contact),
                ANONYMOUS.equals(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                contact ? street(row.getString("street"), row.getString("house_number")) : null,
                contact ? row.getString("postcode") : null,
                contact ? row.getString("city") : null,
                identities,
                !contact,
                contact ? row.getInt("in_doubt") : 0);
    }
}
