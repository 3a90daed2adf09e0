package nl.baton.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.baton.base.Stored;
import nl.baton.customer.CustomerSearch;
import nl.baton.customer.Customers;
import nl.baton.customer.Customers.Key;
import nl.baton.customer.Customers.Known;
import nl.baton.customer.FoundCustomer;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.SearchIndex;
import nl.baton.department.Departments;
import nl.baton.department.Departments.Unit;
import nl.baton.department.Departments.UnitName;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities are the same when every byte is, on both databases; people's names are found however they are written. */
@DatabaseTest
class ComparisonTests {

    /** Alike to a database that compares as people do. The á is one character, then two. */
    private static final List<String> ALIKE =
            List.of("Ab", "ab", "AB", "ab ", " ab", "áb", "a\u0301b", "ßb", "ssb", "😀", "😁");

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private Departments departments;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private JdbcClient jdbc;

    private final String source = "comparison-" + UUID.randomUUID();

    @Test
    void external_ids_that_differ_in_anything_are_different_customers() {
        List<Key> keys = ALIKE.stream().map(id -> new Key(source, id)).toList();

        List<Known> first = SystemWork.call(() -> customers.resolve(keys, false));
        List<Known> again = SystemWork.call(() -> customers.resolve(keys, false));

        assertThat(first.stream().map(Known::id)).hasSize(ALIKE.size()).doesNotHaveDuplicates();
        assertThat(again).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void touchpoints_and_case_numbers_too() {
        List<NewTouchpoint> batch = ALIKE.stream()
                .map(id -> NewTouchpoint.of(
                                source,
                                id,
                                new CaseKey(source, source, id),
                                Instant.parse("2026-01-05T08:00:00.123456Z"))
                        .build())
                .toList();

        SystemWork.call(() -> touchpoints.append(batch, Via.API));

        assertThat(SystemWork.call(() -> touchpoints.append(batch, Via.API)).items())
                .containsOnly(Stored.KNOWN)
                .hasSize(ALIKE.size());
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT case_number) FROM journey_case WHERE source = ?")
                        .param(source)
                        .query(Integer.class)
                        .single())
                .isEqualTo(ALIKE.size());
    }

    @Test
    void departments_and_teams_too() {
        List<UnitName> names = ALIKE.stream()
                .map(name -> UnitName.of(source + name.strip(), name))
                .toList();

        Departments.Units units = SystemWork.call(() -> departments.resolve(names));

        assertThat(names.stream().map(units::get).map(Unit::teamId)).doesNotHaveDuplicates();
    }

    @Test
    @SignedInAs(Role.AGENT)
    void a_name_is_found_in_capitals_and_without() throws InterruptedException {
        String name = "Zoë " + UUID.randomUUID() + " Ångström";
        SystemWork.run(() -> customers.store(List.of(NewCustomer.of(source, "C-1", NewCustomer.Kind.PERSON, name)
                .identities(List.of(email()))
                .build())));

        SearchIndex.await(search, name);
        for (String scrap : List.of(name, name.toUpperCase(Locale.ROOT), "zoë " + name.substring(4, 20))) {
            assertThat(search.find(scrap, 10).customers())
                    .as(scrap)
                    .extracting(FoundCustomer::name)
                    .containsExactly(name);
        }
        assertThat(search.find(source.toUpperCase(Locale.ROOT) + "@EXAMPLE", 10).customers())
                .extracting(FoundCustomer::name)
                .containsExactly(name);
    }

    private Identity email() {
        return new Identity(Identity.Kind.EMAIL, source + "@example.org", null);
    }
}
