package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first start, for real. The shared context has no demo, and must not get one, so this is an application of its own:
 * what it holds is compared with what the generator says of itself.
 */
@Tag(DemoApplication.TAG)
class DemoCompanyTests {

    private static ConfigurableApplicationContext application;
    private static JdbcClient jdbc;
    private static Company company;

    @BeforeAll
    static void starts_for_the_first_time() {
        application = DemoApplication.started();
        jdbc = application.getBean(JdbcClient.class);
        DemoLedger.Load load = application.getBean(DemoLedger.class).load().orElseThrow();
        company = Zonnewind.seen(load.seed(), application.getBean(Clock.class).instant());
    }

    @Test
    void the_database_holds_the_company_and_its_broken_handoffs() {
        assertComplete();
        assertThat(jdbc.sql("SELECT username FROM app_user WHERE demo ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("agent", "marketer", "executive", "lead", "steward", "admin");
        assertThat(jdbc.sql("SELECT d.name FROM app_user u JOIN department d ON d.id = u.home_department_id"
                                + " WHERE u.username = 'lead'")
                        .query(String.class)
                        .single())
                .isEqualTo("Planning");
        assertThat(jdbc.sql("SELECT name FROM department ORDER BY slot")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Marketing",
                        "Verkoop",
                        "Planning",
                        "Installatie",
                        "Klantenservice",
                        "Facturatie",
                        "Incasso",
                        "Beheer");
    }

    @Test
    void its_customers_are_valued_soon_after() {
        assertThat(count("SELECT COUNT(*) FROM contract"))
                .isEqualTo(company.accounts().contracts().size());
        assertThat(count("SELECT COUNT(*) FROM purchase"))
                .isEqualTo(company.accounts().purchases().size());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> count("SELECT COUNT(*) FROM value_scoring WHERE state = 'LIVE'") == 1);
        assertThat(count("SELECT COUNT(*) FROM customer_value WHERE tier IS NOT NULL"))
                .isGreaterThan(1_700);
        assertThat(count("""
                        SELECT COUNT(*) FROM (
                            SELECT tier, total_value, RANK() OVER (ORDER BY total_value DESC) - 1 AS better, COUNT(*) OVER () AS n
                            FROM customer_value
                            WHERE total_value IS NOT NULL
                                AND scoring = (SELECT scoring FROM value_scoring WHERE state = 'LIVE')) ranked
                        WHERE COALESCE(tier, '-') <> CASE WHEN total_value <= 0 THEN 'C' WHEN 10 * better < n THEN 'A'
                            WHEN 10 * better < 3 * n THEN 'B' ELSE 'C' END"""))
                .as("customers whose tier is not that of the definition, in which equals share one")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM value_fit WHERE verdict = 'ACCEPTED'"))
                .isPositive();
    }

    @Test
    void a_load_that_was_interrupted_is_finished_by_the_next_start() {
        jdbc.sql("UPDATE demo_load SET completed_at = NULL").update();
        jdbc.sql("DELETE FROM touchpoint WHERE MOD(id, 7) = 0").update();
        jdbc.sql("DELETE FROM customer_identity WHERE kind = 'EMAIL' AND MOD(customer_id, 7) = 0")
                .update();
        jdbc.sql("DELETE FROM customer_statement WHERE MOD(customer_id, 7) = 0").update();
        jdbc.sql("DELETE FROM customer_consent WHERE MOD(customer_id, 7) = 0").update();
        jdbc.sql("DELETE FROM customer_referral WHERE MOD(customer_id, 7) = 0").update();
        jdbc.sql("DELETE FROM app_user_role WHERE role = 'ADMIN'").update();
        jdbc.sql("DELETE FROM app_user WHERE username = 'admin'").update();

        start();

        assertComplete();
        assertThat(count("SELECT COUNT(*) FROM app_user")).isEqualTo(6);
        assertThat(application.getBean(DemoLedger.class).load())
                .hasValueSatisfying(load -> assertThat(load.complete()).isTrue());
    }

    @Test
    void a_database_with_customers_and_no_demo_is_left_alone() {
        DemoLedger ledger = application.getBean(DemoLedger.class);
        DemoLedger.Load load = ledger.load().orElseThrow();
        jdbc.sql("DELETE FROM demo_load").update();

        start();

        assertThat(ledger.load()).isEmpty();
        ledger.begin(load.seed(), load.monday(), company.present());
        ledger.complete(company.present());
    }

    private static void start() {
        application.getBean(DemoCompany.class).run(new DefaultApplicationArguments());
    }

    private static void assertComplete() {
        assertThat(count("SELECT COUNT(*) FROM customer")).isEqualTo(Population.SIZE);
        assertThat(count("SELECT COUNT(*) FROM customer_identity WHERE kind <> 'SOURCE'"))
                .isEqualTo(company.customers().stream()
                        .mapToLong(customer -> customer.identities().size())
                        .sum());
        assertThat(count("SELECT COUNT(*) FROM touchpoint"))
                .isEqualTo(touchpoints().size());
        assertThat(count("SELECT COUNT(*) FROM touchpoint_history")).isZero();
        Set<String> found = jdbc.sql("""
                        SELECT CONCAT(t.external_id, ' ', f.rule) FROM finding f
                        JOIN handoff h ON h.id = f.handoff_id AND h.grain = 'DEPARTMENT'
                        JOIN touchpoint t ON t.id = h.pickup_touchpoint_id""").query(String.class).set();
        Set<String> made = company.broken().stream()
                .map(broken -> broken.pickup() + " " + broken.rule())
                .collect(Collectors.toSet());
        assertThat(minus(made, found)).as("made, and not found").isEmpty();
        assertThat(minus(found, made)).as("found, and not made").isEmpty();
        assertThat(jdbc.sql("""
                        SELECT t.external_id FROM pending_pass p
                        JOIN touchpoint t ON t.id = p.passing_touchpoint_id WHERE p.grain = 'DEPARTMENT'""").query(String.class).set())
                .isEqualTo(company.openPasses().stream().map(OpenPass::passing).collect(Collectors.toSet()));
        assertThat(count("SELECT COUNT(*) FROM changed_case")).isZero();
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }

    private static Set<String> touchpoints() {
        return company.batches().stream()
                .flatMap(List::stream)
                .map(touchpoint -> touchpoint.externalId())
                .collect(Collectors.toSet());
    }

    private static long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
