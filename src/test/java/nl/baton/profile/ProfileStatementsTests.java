package nl.baton.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import nl.baton.BatonTest;
import nl.baton.base.Background;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Promised;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.profile.ui.CustomerView;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** However long a customer's history, its profile opens with as few statements. */
@BatonTest
class ProfileStatementsTests extends SpringBrowserlessTest {

    private static final int MOST = 12;
    private static final String BACKGROUND = "background-";
    private static final Pattern STATEMENT = Pattern.compile(
            "Executing (prepared SQL statement|SQL (query|update|batch update|statement)).*", Pattern.DOTALL);

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private Background background;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate template;

    private final String source = UUID.randomUUID().toString().substring(0, 12);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** Journeys through three departments, of which the last ones are open and broken, made of two cases each. */
    private long customer(String number, int journeys, int touchpointsEach) {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(source, number, NewCustomer.Kind.PERSON, "Kim " + number)
                    .identities(List.of(new Identity(Identity.Kind.EMAIL, number + "@voorbeeld.nl", null)))
                    .build()));
            var all = new ArrayList<NewTouchpoint>();
            for (int journey = 0; journey < journeys; journey++) {
                for (int i = 0; i < touchpointsEach; i++) {
                    String name = number + "-" + journey + "-" + i;
                    String caseNumber = number + "-" + journey + (i % 2 == 0 ? "a" : "b");
                    boolean last = i == touchpointsEach - 1;
                    all.add(NewTouchpoint.of(
                                    source,
                                    name,
                                    new CaseKey(source, source, caseNumber),
                                    now.minus(Duration.ofHours(9L * journeys * touchpointsEach))
                                            .plus(Duration.ofHours(9L * (journey * touchpointsEach + i))))
                            .links(List.of(new NewTouchpoint.CaseLink(source, number + "-" + journey + "a")))
                            .customer(List.of(Identity.source(number)))
                            .direction(i % 2 == 0 ? Direction.INBOUND : Direction.OUTBOUND)
                            .department("D" + i % 3 + source)
                            .agent("Alex")
                            .text("Woorden " + name)
                            .promises(List.of(
                                    new Promised("p" + name, "Bellen", null, now.plus(Duration.ofDays(i - 3)), true)))
                            .outcome(last && journey < journeys - 5 ? Outcome.RESOLVED : null)
                            .build());
                }
            }
            touchpoints.append(all, Via.API);
            projection.projectAll(done -> {});
        });
        return jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = ?")
                .params(source, number)
                .query(Long.class)
                .single();
    }

    /** What opening the profile asks the database, on the request's thread and on those that load its parts. */
    private List<String> opening(long customer, Role role) throws InterruptedException {
        cleanVaadinEnvironment();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_400_000, "tester", Set.of(role), home()));
        initVaadinEnvironment();
        String own = Thread.currentThread().getName();
        // the screen that one is led to first asks too, in its own time, by threads that began before
        long before = afterTheFirstScreen();
        var statements = new CopyOnWriteArrayList<String>();
        var counting = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                boolean ofTheScreen = event.getThreadName().equals(own) || isLaterThan(event.getThreadName(), before);
                if (ofTheScreen
                        && STATEMENT.matcher(event.getFormattedMessage()).matches()) {
                    statements.add(event.getFormattedMessage());
                }
            }
        };
        // it logs by the name of its own class, whichever that is
        Logger logger = (Logger) LoggerFactory.getLogger(template.getClass());
        Level usual = logger.getLevel();
        boolean additive = logger.isAdditive();
        counting.start();
        logger.addAppender(counting);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            UI.getCurrent().navigate(CustomerView.class, new RouteParameters("customer", Long.toString(customer)));
            untilQuiet(statements);
        } finally {
            logger.setLevel(usual);
            logger.setAdditive(additive);
            logger.detachAppender(counting);
        }
        assertThat(getCurrentView()).isInstanceOf(CustomerView.class);
        return statements;
    }

    /** One that has an open journey of each of the customers: nobody is asked what for. */
    private Long home() {
        UnitName name = UnitName.of("D0" + source, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    /** The last thread that the first screen began. */
    private long afterTheFirstScreen() throws InterruptedException {
        long last = numberOf(begun());
        for (int quiet = 0; quiet < 8; ) {
            Thread.sleep(50);
            roundTrip();
            long now = numberOf(begun());
            quiet = now == last + 1 ? quiet + 1 : 0;
            last = now;
        }
        return last;
    }

    private String begun() throws InterruptedException {
        try {
            return background.submit(() -> Thread.currentThread().getName()).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isLaterThan(String thread, long before) {
        return thread.startsWith(BACKGROUND) && numberOf(thread) > before;
    }

    private static long numberOf(String thread) {
        return Long.parseLong(thread.substring(BACKGROUND.length()));
    }

    private void untilQuiet(List<String> statements) throws InterruptedException {
        for (int quiet = 0, known = -1; quiet < 8; quiet = statements.size() == known ? quiet + 1 : 0) {
            known = statements.size();
            Thread.sleep(100);
            roundTrip();
        }
    }

    @Test
    void an_agent_and_a_steward_open_a_long_history_with_as_few_statements_as_a_short_one() throws Exception {
        long brief = customer("kort", 1, 2);
        long lengthy = customer("lang", 30, 12);
        for (Role role : List.of(Role.AGENT, Role.STEWARD)) {
            opening(brief, role);
            List<String> few = opening(brief, role);
            List<String> many = opening(lengthy, role);

            assertThat(many).as("as %s: %s", role, String.join("\n", many)).hasSizeLessThanOrEqualTo(MOST);
            assertThat(few).hasSizeGreaterThan(5);
            assertThat(many).as("as %s", role).hasSizeLessThanOrEqualTo(few.size() + 1);
        }
    }
}
