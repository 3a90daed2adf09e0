package nl.baton.customer;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.customer.search.CustomerIndex;
import nl.baton.customer.search.Explanation;
import nl.baton.customer.search.IndexedCustomer;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.Scrap;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Finds customers by a scrap of identity: a name, an e-mail address, a phone number in any notation, postcode and house
 * number, or an order, case, customer or loyalty number. A marketer finds by names and customer numbers only; a lead finds
 * the customers of the own department.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'MARKETER', 'LEAD', 'STEWARD')")
public class CustomerSearch {

    private static final Set<Field> ALL = EnumSet.allOf(Field.class);

    /** Who may not see a phone number or postcode must not be able to guess one either: nothing is asked of the others. */
    private static final Set<Field> OPEN =
            EnumSet.copyOf(ALL.stream().filter(Field::isOpen).toList());

    /** A lead's hits are narrowed after the search, so that more are looked at than shown. */
    private static final int LOOKED_AT = 1_500;

    private static final int LOOKED_AT_ONCE = 300;

    private final IndexKeeper keeper;
    private final CurrentUserProvider users;
    private final CustomerSight sight;

    CustomerSearch(IndexKeeper keeper, CurrentUserProvider users, CustomerSight sight) {
        this.keeper = keeper;
        this.users = users;
        this.sight = sight;
    }

    /**
     * What a search found.
     *
     * @param ready false while the index is being built, and nobody can be found
     */
    public record Found(boolean ready, List<FoundCustomer> customers) {}

    /** The best hits first; none for less than two letters or digits. */
    public Found find(String typed, int most) {
        Scrap scrap = Scrap.of(typed);
        if (scrap.isNothing()) {
            return new Found(true, List.of());
        }
        CurrentUser user = users.get();
        boolean everybody = user.has(Role.AGENT) || user.has(Role.STEWARD);
        boolean masked = user.has(Role.MARKETER) && !everybody;
        Set<Field> by = masked ? OPEN : ALL;
        var explanation = new Explanation(scrap, by);
        return keeper.ask(index -> everybody || masked
                        ? index.best(scrap, by, most)
                        : served(index, scrap, user.homeDepartment().orElse(0L), most))
                .map(hits -> new Found(
                        true,
                        hits.stream()
                                .map(hit -> shown(hit, explanation, masked))
                                .toList()))
                .orElseGet(() -> new Found(false, List.of()));
    }

    private List<IndexedCustomer> served(CustomerIndex index, Scrap scrap, long department, int most) {
        Map<Long, IndexedCustomer> found = new LinkedHashMap<>();
        for (boolean nearly : List.of(false, true)) {
            int offset = 0;
            while (offset < LOOKED_AT && found.size() < most) {
                List<IndexedCustomer> hits = index.find(scrap, ALL, nearly, offset, LOOKED_AT_ONCE);
                Set<Long> served = sight.servedBy(
                        department, hits.stream().map(IndexedCustomer::id).toList());
                hits.stream().filter(hit -> served.contains(hit.id())).forEach(hit -> found.putIfAbsent(hit.id(), hit));
                offset = hits.size() < LOOKED_AT_ONCE ? LOOKED_AT : offset + LOOKED_AT_ONCE;
            }
        }
        return found.values().stream().limit(most).toList();
    }

    private static FoundCustomer shown(IndexedCustomer hit, Explanation explanation, boolean masked) {
        return new FoundCustomer(
                hit.id(),
                hit.name(),
                masked ? hit.openNumber() : hit.number(),
                hit.anonymous(),
                masked ? null : hit.city(),
                explanation.of(hit));
    }
}
