package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.CustomerField.State;
import nl.baton.customer.QualityTotals.Total;
import nl.baton.customer.QualityTotals.Which;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every field knows its source and age; totals count exactly the records that they lead to. */
@DatabaseTest
class QualityTotalsTests {

    @Autowired
    private Customers customers;

    @Autowired
    private QualityTotals quality;

    @Autowired
    private CustomerQuality ofOne;

    @Autowired
    private IdentityConflicts conflicts;

    @Autowired
    private CustomerUpkeep upkeep;

    @Autowired
    private JdbcClient jdbc;

    private final String source = "crm-" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void steward() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_006, "rachid", Set.of(Role.STEWARD), null));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Identity identity(Identity.Kind kind, String value, Integer verifiedDaysAgo) {
        return new Identity(
                kind, value, null, verifiedDaysAgo == null ? null : now.minus(Duration.ofDays(verifiedDaysAgo)));
    }

    private NewCustomer.Builder person(String id) {
        return NewCustomer.of(source, id, NewCustomer.Kind.PERSON, "Kim " + id);
    }

    private void store(NewCustomer... batch) {
        SystemWork.run(() -> customers.store(List.of(batch)));
        upkeep.run(() -> false);
    }

    private long id(String externalId) {
        return jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = ?")
                .params(source, externalId)
                .query(Long.class)
                .single();
    }

    private List<String> states(String externalId) {
        return ofOne.fields(id(externalId)).stream()
                .map(field -> field.code() + " " + field.state() + (field.timely() ? " timely" : ""))
                .toList();
    }

    private NewCustomer sample() {
        return person("K1")
                .address(new Address("Dorpsstraat", "1", "1234 AB", "Ons Dorp", "NL"))
                .birthDate(LocalDate.of(1980, 2, 3))
                .identities(List.of(
                        identity(Identity.Kind.EMAIL, source + "@voorbeeld.nl", 400),
                        identity(Identity.Kind.PHONE, "06 123", 10),
                        identity(Identity.Kind.LOYALTY, source + "-77", null)))
                .build();
    }

    @Test
    void a_field_is_correct_timely_and_complete_or_it_is_said_in_words_what_is_in_doubt() {
        store(sample(), person("K2").build());

        assertThat(states("K1"))
                .containsExactly(
                        "NAME FINE timely",
                        "ADDRESS FINE timely",
                        "BIRTH_DATE FINE timely",
                        "EMAIL FINE",
                        "PHONE WRONG timely",
                        "LOYALTY FINE timely");
        assertThat(states("K2")).containsExactly("NAME FINE timely", "ADDRESS EMPTY", "BIRTH_DATE EMPTY");
        assertThat(ofOne.doubts(id("K1"), Locale.ENGLISH))
                .extracting(CustomerQuality.Doubt::sentence)
                .satisfiesExactly(
                        wrong -> assertThat(wrong).contains("06 123"),
                        old -> assertThat(old).contains(source + "@voorbeeld.nl"));
        assertThat(ofOne.doubts(id("K2"), Locale.ENGLISH)).allMatch(CustomerQuality.Doubt::missing);
    }

    @Test
    void an_identity_that_another_customer_has_too_is_contradicted_until_a_steward_says_whose_it_is() {
        String mail = source + "@voorbeeld.nl";
        store(
                person("K1")
                        .identities(List.of(identity(Identity.Kind.EMAIL, mail, 1)))
                        .build(),
                person("K2")
                        .identities(List.of(identity(Identity.Kind.EMAIL, mail.toUpperCase(), null)))
                        .build());
        assertThat(states("K1")).contains("EMAIL CONTRADICTED timely");
        assertThat(states("K2")).contains("EMAIL CONTRADICTED timely");
        assertThat(total("EMAIL").count(Which.CONTRADICTED)).isEqualTo(2);

        long conflict = jdbc.sql("SELECT id FROM identity_conflict WHERE form = ?")
                .param("EMAIL:" + mail)
                .query(Long.class)
                .single();
        conflicts.decide(conflict, IdentityConflict.State.OWNER, id("K1"));
        upkeep.run(() -> false);
        assertThat(states("K1")).contains("EMAIL FINE timely");
        assertThat(states("K2")).contains("EMAIL CONTRADICTED timely");
        assertThat(total("EMAIL").count(Which.CONTRADICTED)).isEqualTo(1);

        store(person("K2").build());
        assertThat(total("EMAIL").count(Which.CONTRADICTED)).isZero();
        assertThat(total("EMAIL").count(Which.ALL)).isEqualTo(1);
    }

    private Total total(String field) {
        return quality.totals().stream()
                .filter(total -> total.field().equals(field) && total.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_total_leads_to_exactly_its_records_also_after_changes() {
        store(
                sample(),
                person("K2").build(),
                person("K3").birthDate(LocalDate.now().plusDays(3)).build());
        assertTotalsLeadToTheirRecords();
        assertThat(total("BIRTH_DATE").counts())
                .containsEntry(Which.ALL, 3L)
                .containsEntry(Which.EMPTY, 1L)
                .containsEntry(Which.WRONG, 1L)
                .containsEntry(Which.GOOD, 1L);
        assertThat(total("EMAIL").count(Which.OLD)).isEqualTo(1);

        store(
                person("K1").build(),
                person("K3").birthDate(LocalDate.of(1990, 1, 1)).build());
        assertTotalsLeadToTheirRecords();
        assertThat(total("BIRTH_DATE").count(Which.WRONG)).isZero();
        assertThat(quality.totals())
                .noneMatch(
                        total -> total.source().equals(source) && total.field().equals("EMAIL"));
    }

    private void assertTotalsLeadToTheirRecords() {
        for (Total total : quality.totals()) {
            if (total.source().equals(source)) {
                for (Which which : Which.values()) {
                    var page = quality.records(total.field(), source, which, 0, 100);
                    assertThat(page.total()).as(total.field() + " " + which).isEqualTo(total.count(which));
                    assertThat(page.items()).hasSize((int) page.total());
                }
            }
        }
    }

    @Test
    void a_shelf_life_that_a_steward_sets_holds_at_once() {
        store(person("K1")
                .identities(List.of(identity(Identity.Kind.LOYALTY, source, 30)))
                .build());
        assertThat(total("LOYALTY").count(Which.OLD)).isZero();
        try {
            quality.setShelfLife("LOYALTY", 29);
            assertThat(total("LOYALTY").count(Which.OLD)).isEqualTo(1);
            assertThat(states("K1")).contains("LOYALTY FINE");
            quality.setShelfLife("LOYALTY", 30);
            assertThat(total("LOYALTY").count(Which.OLD)).isZero();
            assertThat(states("K1")).contains("LOYALTY FINE timely");
        } finally {
            quality.setShelfLife("LOYALTY", 365);
        }
        assertThatThrownBy(() -> quality.setShelfLife("LOYALTY", 0)).hasMessageStartingWith("days:");
        assertThatThrownBy(() -> quality.setShelfLife("SHOE_SIZE", 10)).hasMessageStartingWith("field:");
    }

    @Test
    void an_attribute_on_the_list_counts_for_everybody_and_off_it_for_nobody() {
        String key = "boiler-" + source;
        store(
                person("K1")
                        .attributes(
                                List.of(new Attribute(key, "2019", "survey", now.minus(Duration.ofDays(500)), null)))
                        .build(),
                person("K2").build());
        assertThat(quality.otherAttributes()).contains(key);
        quality.addAttribute(key);
        upkeep.run(() -> false);
        try {
            var counted = new ArrayList<Total>(quality.totals());
            counted.removeIf(total -> !total.field().equals("attribute:" + key));
            assertThat(counted)
                    .anyMatch(total -> total.source().equals("survey") && total.count(Which.OLD) == 1)
                    .anyMatch(total -> total.source().equals(source) && total.count(Which.EMPTY) == 1);
            assertThatThrownBy(() -> quality.addAttribute(key)).hasMessageStartingWith("key:");
        } finally {
            quality.removeAttribute(key);
            upkeep.run(() -> false);
        }
        assertThat(quality.totals()).noneMatch(total -> total.field().equals("attribute:" + key));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM customer_field WHERE field = ?")
                        .param("attribute:" + key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_is_only_named_by_a_contact_is_not_judged_as_a_customer_of_a_source() {
        SystemWork.run(() -> customers.resolve(
                List.of(new Customers.Key(source, source + "@voorbeeld.nl", Identity.Kind.EMAIL)), false));
        upkeep.run(() -> false);

        assertThat(quality.totals()).noneMatch(total -> total.source().equals(source));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_a_steward_sees_totals_and_sets_shelf_lives(Role role) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_006, "rachid", Set.of(role), null));
        if (role != Role.STEWARD) {
            assertThatThrownBy(() -> quality.totals()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> quality.records("NAME", source, Which.ALL, 0, 1))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> quality.setShelfLife("NAME", 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> quality.addAttribute("x")).isInstanceOf(AccessDeniedException.class);
        } else {
            assertThat(quality.records("NAME", source, Which.ALL, 0, 1).total()).isZero();
        }
    }

    @Test
    void a_state_that_is_not_empty_has_a_value() {
        store(sample());
        assertThat(ofOne.fields(id("K1")))
                .allMatch(field -> (field.state() == State.EMPTY) == (field.value() == null))
                .allMatch(field -> field.source().equals(source));
    }
}
