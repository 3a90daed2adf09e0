package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.Match;
import nl.baton.database.DatabaseTest;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A customer is found by any scrap, by whoever may, and each hit says why. */
@DatabaseTest
class CustomerSearchTests {

    /** Stored once: what differs from run to run would be no typing error. */
    private static final String SOURCE = "search-tests";

    private static boolean stored;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private CustomerSearch search;

    @BeforeEach
    void people() throws InterruptedException {
        if (!stored) {
            SystemWork.run(() -> {
                customers.store(List.of(
                        person(
                                        "S-90001",
                                        "Jacqueline van den Bergschenhoek",
                                        "Oude Markt 12 bis",
                                        "9741 QX",
                                        "Zoutkamp")
                                .identities(List.of(
                                        email("j.bergschenhoek@postvak.example"),
                                        new Identity(Identity.Kind.PHONE, "+31 6 4182 7735", null),
                                        new Identity(Identity.Kind.LOYALTY, "KL 7781-2290", null),
                                        new Identity(Identity.Kind.SOURCE, "FAC/553187", "billing")))
                                .build(),
                        person("S-90002", "Žofie Ångström-Núñez", "Kade 3", "9742 QX", "Zoutkamp")
                                .build(),
                        person("S-90003", "P.J. v.d. Wateringhe", "Kade 4", "9743 QX", "Zoutkamp")
                                .identities(List.of(new Identity(Identity.Kind.PHONE, "0594-418277", null)))
                                .build(),
                        person("zilvervis@postvak.example", "Bartholomeus Zilvervis", "Kade 5", "9744 QX", "Zoutkamp")
                                .build()));
                touchpoints.append(
                        List.of(NewTouchpoint.of(
                                        SOURCE,
                                        "1",
                                        new CaseKey("order", SOURCE, "ORD-7730914"),
                                        Instant.parse("2026-01-05T08:00:00Z"))
                                .customer(List.of(Identity.source("S-90001")))
                                .build()),
                        Via.API);
            });
            stored = true;
        }
        for (String last : List.of("Jacqueline", "Zilvervis", "7730914")) {
            SearchIndex.await(search, last);
        }
    }

    private static NewCustomer.Builder person(String number, String name, String street, String postcode, String city) {
        return NewCustomer.of(SOURCE, number, NewCustomer.Kind.PERSON, name).address(street, postcode, city);
    }

    private static Identity email(String value) {
        return new Identity(Identity.Kind.EMAIL, value, null);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_001, "searcher", Set.of(roles), null));
    }

    private List<FoundCustomer> found(String scrap) {
        return search.find(scrap, 12).customers();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the name, in whatever order, with its particles or without
                "jacqueline van den bergschenhoek   | S-90001 | NAME    | Jacqueline van den Bergschenhoek",
                "vd Bergschenhoek                   | S-90001 | NAME    | Bergschenhoek",
                "v.d. bergschenhoek                 | S-90001 | NAME    | v d Bergschenhoek",
                "v/d bergschenhoek                  | S-90001 | NAME    | v d Bergschenhoek",
                "van den bergschenhoek j            | S-90001 | NAME    | J van den Bergschenhoek",
                "Bergschenhoek van den              | S-90001 | NAME    | van den Bergschenhoek",
                "BERGSCHENHOEK, J.                  | S-90001 | NAME    | J Bergschenhoek",
                "vandenbergschenhoek                | S-90001 | NAME    | Bergschenhoek",
                "bergschenh                         | S-90001 | NAME    | Bergschenh",
                "van de wateringhe                  | S-90003 | NAME    | Wateringhe",
                "pieter wateringhe                  | S-90003 | NAME    | Wateringhe",
                // typing errors
                "bergsenhoek                        | S-90001 | NAME    | Bergschenhoek",
                "jaqueline bergschenhoke            | S-90001 | NAME    | Jacqueline Bergschenhoek",
                "wateringe                          | S-90003 | NAME    | Wateringhe",
                // accents
                "zofie angstrom nunez               | S-90002 | NAME    | Žofie Ångström Núñez",
                "ZOFIE ÅNGSTRØM                     | S-90002 | NAME    | Žofie Ångström",
                "nunez angstrom                     | S-90002 | NAME    | Ångström Núñez",
                // a phone number in any notation
                "06 41827735                        | S-90001 | PHONE   | 6 4182 7735",
                "+31 6 4182 7735                    | S-90001 | PHONE   | 6 4182 7735",
                "0031 6 4182-7735                   | S-90001 | PHONE   | 6 4182 7735",
                "(06) 4182.7735                     | S-90001 | PHONE   | 6 4182 7735",
                "0641827                            | S-90001 | PHONE   | 6 4182 7",
                "+31 594 41 82 77                   | S-90003 | PHONE   | 594-418277",
                // postcode and house number
                "9741QX 12                          | S-90001 | ADDRESS | 9741 QX 12",
                "9741 qx 12 bis                     | S-90001 | ADDRESS | 9741 QX 12 bis",
                "12 9741qx                          | S-90001 | ADDRESS | 9741 QX 12",
                "bergschenhoek 9741qx               | S-90001 | ADDRESS | 9741 QX",
                "bergschenhoek zoutkamp             | S-90001 | CITY    | Zoutkamp",
                // numbers
                "s90001                             | S-90001 | NUMBER  | S-90001",
                "90001                              | S-90001 | NUMBER  | 90001",
                "fac553187                          | S-90001 | NUMBER  | FAC/553187",
                "kl77812290                         | S-90001 | LOYALTY | KL 7781-2290",
                "77812290                           | S-90001 | LOYALTY | 7781-2290",
                "ord 7730914                        | S-90001 | CASE    | ORD-7730914",
                "7730914                            | S-90001 | CASE    | 7730914",
                "773091                             | S-90001 | CASE    | 773091",
                "7730941                            | S-90001 | CASE    | 7730914",
                // e-mail
                "j.bergschenhoek@postvak.example    | S-90001 | EMAIL   | j.bergschenhoek@postvak.example",
                "J.Bergschenhoek@                   | S-90001 | EMAIL   | j.bergschenhoek",
                "j.bergshenhoek@postvak.example     | S-90001 | EMAIL   | j.bergschenhoek@postvak.example",
            })
    void a_scrap_finds_the_customer_first_and_says_why(String scrap, String number, Field field, String marked) {
        as(Role.AGENT);

        FoundCustomer first = found(scrap).getFirst();

        assertThat(first.number()).isEqualTo(number);
        Match match = first.matches().stream()
                .filter(found -> found.field() == field)
                .findFirst()
                .orElseThrow(() -> new AssertionError(first.matches().toString()));
        assertThat(String.join(" ", texts(match))).isEqualTo(marked);
    }

    private static List<String> texts(Match match) {
        return match.marked().stream()
                .map(span -> match.text().substring(span.from(), span.to()))
                .toList();
    }

    @Test
    void who_has_the_particle_that_was_typed_comes_first() throws InterruptedException {
        SystemWork.run(() -> customers.store(List.of(
                person("S-90011", "Anna Kwintelaar", "Kade 6", "9745 QX", "Zoutkamp")
                        .build(),
                person("S-90012", "Bert van der Kwintelaar", "Kade 7", "9746 QX", "Zoutkamp")
                        .build())));
        SearchIndex.await(search, "Bert Kwintelaar");
        as(Role.AGENT);

        assertThat(found("vd Kwintelaar")).extracting(FoundCustomer::number).containsExactly("S-90012", "S-90011");
        assertThat(found("Kwintelaar")).extracting(FoundCustomer::number).containsExactly("S-90011", "S-90012");
    }

    @Test
    void a_name_that_is_typed_right_comes_before_one_that_is_nearly_so() throws InterruptedException {
        SystemWork.run(() -> customers.store(List.of(
                person("S-90021", "Aad Kwakernaag", "Kade 8", "9747 QX", "Zoutkamp")
                        .build(),
                person("S-90022", "Zeger Kwakernaak", "Kade 9", "9748 QX", "Zoutkamp")
                        .build())));
        SearchIndex.await(search, "Zeger Kwakernaak");
        as(Role.AGENT);

        assertThat(found("kwakernaak")).extracting(FoundCustomer::number).containsExactly("S-90022", "S-90021");
    }

    @Test
    void particles_alone_find_names_that_begin_with_them_or_have_nothing_else() throws InterruptedException {
        SystemWork.run(() -> customers.store(List.of(
                person("S-90031", "Bo uit aan het Kwisveld", "Kade 10", "9749 QX", "Zoutkamp")
                        .build(),
                person("S-90032", "Dos Du", "Kade 11", "9750 QX", "Zoutkamp").build())));
        SearchIndex.await(search, "Kwisveld");
        as(Role.AGENT);

        assertThat(found("uit aan")).extracting(FoundCustomer::number).containsExactly("S-90031");
        assertThat(found("uit aan het")).extracting(FoundCustomer::number).containsExactly("S-90031");
        assertThat(found("du dos")).extracting(FoundCustomer::number).startsWith("S-90032");
    }

    @ParameterizedTest
    @CsvSource({
        "qzx",
        "qzxw",
        "qzxwijnb",
        "qzxwijnbe",
        "wijnb",
        "qzxwijnberg@post",
        "qzxwijnberg@postvak.example",
        // one error anywhere, two where the beginning is right
        "qxwijnberg@postvak.example",
        "qzxwinberg@postvak.exmple",
        "qzxwinjberg@postvakexampel"
    })
    void an_address_is_found_by_its_beginning_or_nearly_as_it_is(String scrap) throws InterruptedException {
        SystemWork.run(
                () -> customers.store(List.of(person("S-90041", "Ina Zoekmeniet", "Kade 12", "9751 QX", "Zoutkamp")
                        .identities(List.of(email("qzx.wijnberg@postvak.example")))
                        .build())));
        SearchIndex.await(search, "Zoekmeniet");
        as(Role.AGENT);

        assertThat(found(scrap)).first().satisfies(first -> {
            assertThat(first.number()).isEqualTo("S-90041");
            assertThat(first.matches()).extracting(Match::field).containsExactly(Field.EMAIL);
        });

        as(Role.MARKETER);
        assertThat(found(scrap)).extracting(FoundCustomer::number).doesNotContain("S-90041");
    }

    @ParameterizedTest
    @CsvSource({"' '", "a", "-- !", "' x '"})
    void too_little_finds_nobody(String scrap) {
        as(Role.AGENT);

        assertThat(search.find(scrap, 12)).isEqualTo(new CustomerSearch.Found(true, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "06 41827735", "0641827", "+31 594 41 82 77", "9741QX 12", "9741 qx", "j.bergschenhoek@postvak.example",
        "postvak", "j.bergschenhoek", "7730914", "ord 7730914", "bergschenhoek zoutkamp", "bergschenhoek 9741qx",
        "zilvervis@postvak.example", "zilvervis@postvok.example", "jacqueline 41827735", "kl77812290"
    })
    void a_marketer_finds_nobody_by_what_is_hidden(String scrap) {
        as(Role.MARKETER);
        assertThat(found(scrap))
                .filteredOn(found -> found.matches().stream().noneMatch(match -> match.field() == Field.NAME))
                .isEmpty();
        assertThat(found(scrap)).filteredOn(found -> scrap.matches(".*\\d.*")).isEmpty();

        as(Role.MARKETER, Role.LEAD);
        assertThat(found(scrap)).filteredOn(found -> scrap.matches(".*\\d.*")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bergsenhoek", "vd bergschenhoek", "s-90001", "fac553187"})
    void a_marketer_finds_by_names_and_customer_numbers_and_is_told_no_more(String scrap) {
        as(Role.MARKETER);

        FoundCustomer first = found(scrap).getFirst();

        assertThat(first.number()).isEqualTo("S-90001");
        assertThat(first.place()).isNull();
        assertThat(first.matches()).isNotEmpty().allMatch(match -> match.field().isOpen());
    }

    @Test
    void a_number_that_is_an_address_is_hidden_like_one() {
        as(Role.MARKETER);
        assertThat(found("bartholomeus zilvervis")).singleElement().satisfies(found -> {
            assertThat(found.number()).isEmpty();
            assertThat(found.matches()).extracting(Match::field).containsExactly(Field.NAME);
        });

        as(Role.AGENT);
        assertThat(found("zilvervis@postvak.example"))
                .first()
                .satisfies(found ->
                        assertThat(found.matches()).extracting(Match::field).contains(Field.EMAIL));
    }

    @Test
    void a_lead_finds_no_customer_of_other_departments() {
        as(Role.LEAD);

        assertThat(found("Jacqueline van den Bergschenhoek")).isEmpty();
        assertThat(found("06 41827735")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"EXECUTIVE", "ADMIN"})
    void who_may_not_search_is_refused(Role role) {
        as(role);

        assertThatThrownBy(() -> found(UUID.randomUUID().toString())).isInstanceOf(AccessDeniedException.class);
    }
}
