package nl.baton.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers by a scrap of identity: the beginning of a word of the name, of a customer or case number, an e-mail
 * address or postcode, or a phone number in any notation. A marketer sees no contact details; a lead finds the customers
 * of the own department.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'MARKETER', 'LEAD', 'STEWARD')")
public class CustomerSearch {

    private static final int SHORTEST = 2;
    private static final int PHONE_DIGITS = 4;

    private static final int LONGEST = 200;

    /** Which hits tell something of how to reach the customer. */
    private static final Set<String> CONTACT = Set.of("EMAIL", "PHONE", "POSTCODE");

    /** A lead's hits are narrowed after the search, so that more are looked at than shown. */
    private static final int LOOKED_AT = 1_000;

    private final JdbcClient jdbc;
    private final CurrentUserProvider users;
    private final CustomerSight sight;

    CustomerSearch(JdbcClient jdbc, CurrentUserProvider users, CustomerSight sight) {
        this.jdbc = jdbc;
        this.users = users;
        this.sight = sight;
    }

    private record Hit(CustomerCard card, boolean byContact) {}

    private static final Comparator<Hit> BY_NAME = Comparator.comparing(
                    (Hit hit) -> hit.card.name(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(hit -> hit.card.id());

    /** The best hits, names first; none for less than two characters. */
    @Transactional(readOnly = true)
    public List<CustomerCard> find(String scrap, int most) {
        String text = scrap.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return List.of();
        }
        CurrentUser user = users.get();
        boolean everybody = user.has(Role.AGENT) || user.has(Role.STEWARD);
        boolean masked = user.has(Role.MARKETER) && !everybody;
        Map<Long, CustomerCard> found = new LinkedHashMap<>();
        for (Hit hit : hits(text)) {
            // who may not see a phone number or postcode must not be able to guess one either
            if (!masked || !hit.byContact) {
                found.putIfAbsent(hit.card.id(), masked ? withoutContact(hit.card) : hit.card);
            }
        }
        List<CustomerCard> cards = new ArrayList<>(found.values());
        if (!everybody && !masked) {
            Set<Long> served = sight.servedBy(user.homeDepartment().orElse(0L), found.keySet());
            cards.removeIf(card -> !served.contains(card.id()));
        }
        return cards.stream().limit(most).toList();
    }

    private static CustomerCard withoutContact(CustomerCard card) {
        return new CustomerCard(card.id(), card.name(), card.number(), card.anonymous(), null, null);
    }

    private List<Hit> hits(String text) {
        String like = escaped(Beginnings.plain(text)) + "%";
        List<Hit> hits = new ArrayList<>(byBeginning(Beginnings.Kind.NAME, like, "NULL"));
        hits.sort(BY_NAME);
        hits.addAll(byBeginning(Beginnings.Kind.POSTCODE, like, "c.postcode"));
        hits.addAll(byIdentity(escaped(SearchableIdentity.plain(text)) + "%"));
        if (text.matches("[+\\d\\s().-]+")) {
            SearchableIdentity.beginningsOfPhone(text).stream()
                    .filter(digits -> digits.length() >= PHONE_DIGITS)
                    .forEach(digits -> hits.addAll(byIdentity(digits + "%")));
        }
        return hits;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<Hit> byBeginning(Beginnings.Kind kind, String like, String shown) {
        return jdbc.sql("""
                SELECT c.id, c.name, c.external_id, c.kind, c.city, b.kind AS identity_kind, %s AS identity_value
                FROM customer_beginning b JOIN customer c ON c.id = b.customer_id
                WHERE b.kind = :kind AND b.beginning LIKE :like ESCAPE '!' ORDER BY b.beginning, b.customer_id LIMIT :most""".formatted(shown))
                .param("kind", kind.name())
                .param("like", like)
                .param("most", LOOKED_AT)
                .query(CustomerSearch::hit)
                .list();
    }

    private List<Hit> byIdentity(String like) {
        return jdbc.sql("""
                SELECT c.id, c.name, c.external_id, c.kind, c.city, i.kind AS identity_kind, i.identity_value
                FROM customer_identity i JOIN customer c ON c.id = i.customer_id
                WHERE i.searchable LIKE :like ESCAPE '!' ORDER BY i.searchable, i.customer_id LIMIT :most""")
                .param("like", like)
                .param("most", LOOKED_AT)
                .query(CustomerSearch::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int n) throws SQLException {
        String kind = row.getString("identity_kind");
        return new Hit(
                new CustomerCard(
                        row.getLong("id"),
                        row.getString("name"),
                        CustomerProfiles.number(row.getString("external_id"), row.getString("kind")),
                        CustomerProfiles.ANONYMOUS.equals(row.getString("kind")),
                        row.getString("city"),
                        "SOURCE".equals(kind) ? null : row.getString("identity_value")),
                CONTACT.contains(kind));
    }
}
