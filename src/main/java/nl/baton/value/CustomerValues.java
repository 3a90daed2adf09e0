package nl.baton.value;

import java.util.Optional;
import nl.baton.customer.CustomerProfiles;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one customer is worth. Leads, of their own customers, and stewards are told the tier and nothing else. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'MARKETER', 'LEAD', 'STEWARD')")
public class CustomerValues {

    private final CustomerValueQuery query;
    private final CustomerProfiles profiles;
    private final CurrentUserProvider users;

    CustomerValues(CustomerValueQuery query, CustomerProfiles profiles, CurrentUserProvider users) {
        this.query = query;
        this.profiles = profiles;
        this.users = users;
    }

    /** The most that is said at a glance; empty as with {@link #of}. */
    @Transactional(readOnly = true)
    public Optional<ValueAtAGlance> atAGlance(long customer) {
        return profiles.maySee(customer)
                ? query.glance(customer).map(value -> seesWhole() ? value : value.tierOnly())
                : Optional.empty();
    }

    private boolean seesWhole() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.MARKETER);
    }

    /** Empty for a customer that is not there, is not the asker's to see, or has come since the last valuation. */
    @Transactional(readOnly = true)
    public Optional<CustomerValue> of(long customer) {
        if (!profiles.maySee(customer)) {
            return Optional.empty();
        }
        return query.find(customer)
                .map(value ->
                        seesWhole() ? value : new CustomerValue(value.customer(), value.asOf(), value.tier(), null));
    }
}
