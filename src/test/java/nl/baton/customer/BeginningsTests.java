package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.baton.customer.Beginnings.Beginning;
import nl.baton.customer.Beginnings.Kind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class BeginningsTests {

    private static final NewCustomer ANNA = customer("Anna-Zoë van der VRIES", "1234 AB");
    private static final NewCustomer LONGEST = customer("x ".repeat(99) + "yz", null);

    @Test
    void a_name_may_begin_at_each_of_its_words() {
        assertThat(Beginnings.of(ANNA))
                .containsExactly(
                        new Beginning(Kind.NAME, "anna-zoë van der vries"),
                        new Beginning(Kind.NAME, "van der vries"),
                        new Beginning(Kind.NAME, "der vries"),
                        new Beginning(Kind.NAME, "vries"),
                        new Beginning(Kind.POSTCODE, "1234 ab"));
    }

    @Test
    void customers_of_before_got_the_same() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
        var database = new SingleConnectionDataSource(url, true);
        try {
            migrate(url, "090");
            JdbcClient jdbc = JdbcClient.create(database);
            add(jdbc, 1, ANNA);
            add(jdbc, 2, LONGEST);
            jdbc.sql("INSERT INTO customer (id, source, external_id, kind) VALUES (3, 's', 'C-3', 'ANONYMOUS')")
                    .update();
            migrate(url, "100");

            assertThat(stored(jdbc, 1)).containsExactlyInAnyOrderElementsOf(Beginnings.of(ANNA));
            assertThat(stored(jdbc, 2)).containsExactlyInAnyOrderElementsOf(Beginnings.of(LONGEST));
            assertThat(stored(jdbc, 3)).isEmpty();
            jdbc.sql("SHUTDOWN").update();
        } finally {
            database.destroy();
        }
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void add(JdbcClient jdbc, long id, NewCustomer customer) {
        jdbc.sql(
                        "INSERT INTO customer (id, source, external_id, kind, name, postcode) VALUES (?, ?, ?, 'PERSON', ?, ?)")
                .params(
                        id,
                        customer.source(),
                        "C-" + id,
                        customer.name(),
                        customer.address() == null ? null : customer.address().postcode())
                .update();
    }

    private static List<Beginning> stored(JdbcClient jdbc, long customer) {
        return jdbc.sql("SELECT kind, beginning FROM customer_beginning WHERE customer_id = ?")
                .param(customer)
                .query((row, n) -> new Beginning(Kind.valueOf(row.getString(1)), row.getString(2)))
                .list();
    }

    private static NewCustomer customer(String name, String postcode) {
        return NewCustomer.of("s", "C", NewCustomer.Kind.PERSON, name)
                .address(new Address(null, null, postcode, null, null))
                .build();
    }
}
