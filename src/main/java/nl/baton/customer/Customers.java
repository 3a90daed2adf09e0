package nl.baton.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Stored;
import nl.baton.security.SystemWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers in. Finding and showing them is {@link CustomerSearch} and {@link CustomerProfiles}. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Customers {

    private final CustomerTable table;
    private final CustomerKeys keys;
    private final CustomerLookup lookup;
    private final JdbcTemplate jdbc;

    Customers(CustomerTable table, CustomerKeys keys, CustomerLookup lookup, JdbcTemplate jdbc) {
        this.table = table;
        this.keys = keys;
        this.lookup = lookup;
        this.jdbc = jdbc;
    }

    /**
     * A customer's identity in the outside world.
     *
     * @param kind SOURCE for the source's own number; anything else is a customer's whatever source names it
     */
    public record Key(String source, String externalId, Identity.Kind kind) {

        public Key(String source, String externalId) {
            this(source, externalId, Identity.Kind.SOURCE);
        }
    }

    /** A key, and the customer it belongs to. */
    public record Known(Key key, long id) {}

    /** An identity, and the only customer that goes by it. */
    public record Match(Identity identity, long customer) {}

    /** Whether anybody is a customer yet. */
    @Transactional(readOnly = true)
    public boolean any() {
        return !jdbc.queryForList("SELECT id FROM customer LIMIT 1", Long.class).isEmpty();
    }

    /**
     * Stores what sources state, in the caller's transaction; of each it is told what became of it. What is sent again
     * changed replaces the former statement. A customer that others have only named until now is accepted.
     */
    @Transactional
    public List<Stored> store(List<NewCustomer> batch) {
        keys.adopt(batch);
        return table.store(batch);
    }

    /**
     * The customers that go by these keys; one that is not known yet is created, without a name. When another transaction
     * does the same at this moment, one of the two gets a duplicate key, and finds the customer when it is made again.
     *
     * @param anonymous whether nothing but a case number stands for them
     */
    @Transactional
    public List<Known> resolve(List<Key> keys, boolean anonymous) {
        return this.keys.resolve(keys, anonymous).entrySet().stream()
                .map(entry -> new Known(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What the customer's source calls it; empty for one that only a case number stands for. */
    @Transactional(readOnly = true)
    public Optional<Key> key(long id) {
        return jdbc
                .query(
                        "SELECT source, external_id FROM customer WHERE id = ? AND kind <> 'ANONYMOUS'",
                        (row, n) -> new Key(row.getString(1), row.getString(2)),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Which customer goes by each of these identities; those that several customers share, or none, are left out. E-mail
     * addresses, phone and loyalty numbers match however they are written; a SOURCE identity needs its system. A customer
     * that a source has described goes before one that was only named by others.
     */
    @Transactional(readOnly = true)
    public List<Match> find(Collection<Identity> identities) {
        return lookup.find(identities);
    }
}
