package nl.baton.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.customer.Customers;
import nl.baton.demo.DemoLedger.Load;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.feedback.FeedbackItems;
import nl.baton.handoff.NewPact;
import nl.baton.handoff.Pacts;
import nl.baton.handoff.Projection;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
import nl.baton.value.Contracts;
import nl.baton.value.Purchases;
import nl.baton.value.Valuation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Loads Zonnewind at the first start, before Baton reports that it is ready. Each step can be done twice with the same
 * result, so a start that was interrupted is simply made again by the next one.
 */
@Component
class DemoCompany implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final long SEED = 2016;
    private static final int CUSTOMERS_AT_ONCE = 500;

    private final DemoProperties properties;
    private final DemoLedger ledger;
    private final DemoStaff staff;
    private final Departments departments;
    private final JourneyTypes journeyTypes;
    private final Customers customers;
    private final Contracts contracts;
    private final Purchases purchases;
    private final Valuation valuation;
    private final Touchpoints touchpoints;
    private final FeedbackItems feedback;
    private final Pacts pacts;
    private final Projection projection;
    private final Clock clock;

    DemoCompany(
            DemoProperties properties,
            DemoLedger ledger,
            DemoStaff staff,
            Departments departments,
            JourneyTypes journeyTypes,
            Customers customers,
            Contracts contracts,
            Purchases purchases,
            Valuation valuation,
            Touchpoints touchpoints,
            FeedbackItems feedback,
            Pacts pacts,
            Projection projection,
            Clock clock) {
        this.properties = properties;
        this.ledger = ledger;
        this.staff = staff;
        this.departments = departments;
        this.journeyTypes = journeyTypes;
        this.customers = customers;
        this.contracts = contracts;
        this.purchases = purchases;
        this.valuation = valuation;
        this.touchpoints = touchpoints;
        this.feedback = feedback;
        this.pacts = pacts;
        this.projection = projection;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.demo() && SystemWork.call(this::isThere)) {
            System.out.println(staff.welcome());
        }
    }

    /** Loads what is missing; false where the database belongs to a real company. */
    private boolean isThere() {
        Optional<Load> known = ledger.load();
        if (known.isEmpty() && customers.any()) {
            return false;
        }
        Instant now = clock.instant();
        Load load = known.orElseGet(() -> ledger.begin(SEED, Zonnewind.mondayOf(now), now));
        if (!load.complete()) {
            load(load);
            staff.hire();
            ledger.complete(clock.instant());
            LOG.info(
                    "Zonnewind moved in within {} ms",
                    Duration.between(now, clock.instant()).toMillis());
        }
        return true;
    }

    private void load(Load load) {
        Company company = Zonnewind.generate(
                load.seed(), load.monday().atStartOfDay(Desk.ZONE).toInstant());
        departments.define(company.departments());
        company.journeyTypes().forEach(journeyTypes::define);
        for (int from = 0; from < company.customers().size(); from += CUSTOMERS_AT_ONCE) {
            int to = Math.min(from + CUSTOMERS_AT_ONCE, company.customers().size());
            customers.store(company.customers().subList(from, to));
        }
        contracts.store(company.accounts().contracts());
        purchases.store(company.accounts().purchases());
        agree(company);
        for (List<NewTouchpoint> batch : company.batches()) {
            touchpoints.append(batch, Via.FEED);
        }
        feedback.store(company.feedback());
        projection.projectAll(done -> {});
        valuation.request();
    }

    /** Verkoop and Planning have said what must be known before an order is passed on. */
    private void agree(Company company) {
        Map<String, Long> ids = departments.all().stream().collect(Collectors.toMap(Department::code, Department::id));
        pacts.define(
                new NewPact(
                        Objects.requireNonNull(ids.get(Desk.VERKOOP.code())),
                        Objects.requireNonNull(ids.get(Desk.PLANNING.code())),
                        Plan.PICK_UP,
                        List.of(Plan.AGREED_FACT),
                        0,
                        Plan.agreedSince(company.present())),
                List.of("Femke de Boer", "Tineke Boersma"));
    }
}
