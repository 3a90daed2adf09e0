package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.baton.customer.Customers.Key;
import nl.baton.customer.IdentityConflict.State;
import nl.baton.customer.IdentityConflict.Whole;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two customers that go by one identity are never made one in silence: a steward is asked. */
@DatabaseTest
class IdentityConflictTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @Autowired
    private Customers customers;

    @Autowired
    private IdentityConflicts conflicts;

    @Autowired
    private CustomerUpkeep upkeep;

    @Autowired
    private JdbcClient jdbc;

    private String source = "crm-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_004, "tester", Set.of(role), null));
    }

    @Test
    void a_verified_identity_of_two_is_a_conflict_until_a_steward_says_whose_it_is_and_again_when_he_takes_it_back() {
        store(person("K1", mail("kim", AT)), person("K2", mail("Kim", AT)));
        Whole found = conflict("kim");

        assertThat(found.conflict().verified()).isEqualTo(2);
        assertThat(found.sides()).extracting(IdentityConflict.Side::number).containsExactly("K1", "K2");
        assertThat(found.sides()).allSatisfy(side -> assertThat(side.source()).isEqualTo(source));
        assertThat(find(mail("kim", null))).isEmpty();

        long id = found.conflict().id();
        decide(id, State.OWNER, id("K2"));
        assertThat(find(mail("KIM", null))).containsExactly(id("K2"));
        decide(id, State.OPEN, null);
        assertThat(find(mail("kim", null))).isEmpty();
        decide(id, State.SHARED, null);
        assertThat(find(mail("kim", null))).isEmpty();
        assertThat(conflict("kim").history())
                .extracting(IdentityConflict.Decision::state)
                .containsExactly(State.SHARED, State.OPEN, State.OWNER);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'identity.decided' AND subject = ?")
                        .param("customer " + id("K2"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void somebody_new_who_claims_it_opens_it_again_and_who_gives_it_up_ends_it() {
        store(person("K1", mail("kim", AT)), person("K2", mail("kim", AT)));
        decide(conflict("kim").conflict().id(), State.OWNER, id("K1"));

        store(person("K3", mail("kim", null)));
        assertThat(conflict("kim").conflict().state()).isEqualTo(State.OPEN);
        assertThat(conflict("kim").conflict().claimants()).isEqualTo(3);
        long id = conflict("kim").conflict().id();

        store(person("K1"), person("K3"));
        upkeep.run(() -> false);
        as(Role.STEWARD);
        assertThat(conflicts.find(id)).isEmpty();
        assertThatThrownBy(() -> conflicts.decide(id, State.SHARED, null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(find(mail("kim", null))).containsExactly(id("K2"));
    }

    @Test
    void who_has_it_verified_goes_before_who_has_not() {
        store(person("K1", mail("kim", null)), person("K2", mail("kim", AT)));

        assertThat(find(mail("kim", null))).containsExactly(id("K2"));
        assertThat(conflict("kim").conflict().verified()).isEqualTo(1);
    }

    @Test
    void nobody_is_made_owner_of_what_he_does_not_claim() {
        store(person("K1", mail("kim", AT)), person("K2", mail("kim", AT)), person("K3"));
        long id = conflict("kim").conflict().id();
        as(Role.STEWARD);

        assertThatThrownBy(() -> conflicts.decide(id, State.OWNER, id("K3"))).hasMessageStartingWith("owner:");
        assertThatThrownBy(() -> conflicts.decide(id, State.OWNER, null)).hasMessageStartingWith("owner:");
        assertThatThrownBy(() -> conflicts.decide(id, State.SHARED, id("K1"))).hasMessageStartingWith("owner:");
    }

    /** In whatever order statements come, and named by touchpoints before or after: the same people, the same conflicts. */
    @Test
    void the_order_of_arrival_makes_no_difference() {
        var outcomes = new TreeSet<String>();
        for (int seed = 0; seed < 12; seed++) {
            source = "crm-" + UUID.randomUUID().toString().substring(0, 8);
            Map<String, Long> named = new TreeMap<>();
            var arrivals = new ArrayList<Runnable>(List.of(
                    () -> store(person("K1", mail("kim", AT), phone("06 1234 5"))),
                    () -> store(person("K2", mail("kim", AT), phone("+31 6 8888 1"))),
                    () -> store(person("K3", mail("noor", null))),
                    () -> store(person("K4", mail("noor", AT))),
                    () -> store(person("K5", mail("ali", AT))),
                    () -> named.put("ali", resolve(mail("Ali", null))),
                    () -> named.put("ali again", resolve(mail("ali", null)))));
            Collections.shuffle(arrivals, new Random(seed));
            arrivals.forEach(Runnable::run);
            upkeep.run(() -> false);

            var outcome = new ArrayList<String>();
            for (Identity identity : List.of(mail("kim", null), mail("noor", null), mail("ali", null))) {
                outcome.add(find(identity).stream().map(this::number).toList().toString());
            }
            named.forEach((name, customer) -> outcome.add(name + " " + number(customer)));
            outcome.add(conflict("kim").sides().stream()
                    .sorted(Comparator.comparing(IdentityConflict.Side::number))
                    .toList()
                    .toString()
                    .replaceAll("(customer|statedAt)=[^,\\]]*", "")
                    .replace(source, ""));
            outcome.add(conflict("noor").conflict().verified() + " verified");
            outcome.add(jdbc.sql("SELECT COUNT(*) FROM customer WHERE source = ? OR external_id LIKE ?")
                            .params(source, "%" + source + "%")
                            .query(Long.class)
                            .single()
                    + " customers");
            outcomes.add(outcome.toString());
        }
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.first())
                .startsWith("[[], [K4], [K5], ali K5, ali again K5")
                .endsWith("5 customers]");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_a_steward_decides_or_looks(Role role) {
        as(role);
        if (EnumSet.of(Role.STEWARD).contains(role)) {
            assertThat(conflicts.find(-1)).isEmpty();
        } else {
            assertThatThrownBy(() -> conflicts.page(State.OPEN, 0, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> conflicts.find(1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> conflicts.decide(1, State.OPEN, null)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private NewCustomer person(String externalId, Identity... identities) {
        return NewCustomer.of(source, externalId, NewCustomer.Kind.PERSON, "Name of " + externalId)
                .identities(List.of(identities))
                .build();
    }

    private Identity mail(String name, Instant verifiedAt) {
        return new Identity(Identity.Kind.EMAIL, name + "@" + source + ".example", null, verifiedAt);
    }

    private Identity phone(String start) {
        return new Identity(
                Identity.Kind.PHONE, start + "%03d".formatted(Math.floorMod(source.hashCode(), 1000)), null, AT);
    }

    private void store(NewCustomer... batch) {
        SystemWork.run(() -> customers.store(List.of(batch)));
    }

    private long resolve(Identity identity) {
        return find(identity).stream()
                .findFirst()
                .orElseGet(() -> SystemWork.call(() ->
                                customers.resolve(List.of(new Key("chat", identity.value(), identity.kind())), false))
                        .getFirst()
                        .id());
    }

    private List<Long> find(Identity identity) {
        return SystemWork.call(() -> customers.find(List.of(identity))).stream()
                .map(Customers.Match::customer)
                .toList();
    }

    private void decide(long id, State state, Long owner) {
        as(Role.STEWARD);
        conflicts.decide(id, state, owner);
        SecurityContextHolder.clearContext();
    }

    private Whole conflict(String mail) {
        upkeep.run(() -> false);
        long id = jdbc.sql("SELECT id FROM identity_conflict WHERE form = ?")
                .param("EMAIL:" + mail + "@" + source + ".example")
                .query(Long.class)
                .single();
        as(Role.STEWARD);
        try {
            return conflicts.find(id).orElseThrow();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private long id(String externalId) {
        return jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = ?")
                .params(source, externalId)
                .query(Long.class)
                .single();
    }

    private String number(long customer) {
        return jdbc.sql("SELECT external_id FROM customer WHERE id = ?")
                .param(customer)
                .query(String.class)
                .single();
    }
}
