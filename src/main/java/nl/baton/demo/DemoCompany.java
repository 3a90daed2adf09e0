package nl.baton.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.baton.customer.Customers;
import nl.baton.demo.DemoLedger.Load;
import nl.baton.department.Departments;
import nl.baton.handoff.Projection;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
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
    private final Touchpoints touchpoints;
    private final Projection projection;
    private final Clock clock;

    DemoCompany(
            DemoProperties properties,
            DemoLedger ledger,
            DemoStaff staff,
            Departments departments,
            JourneyTypes journeyTypes,
            Customers customers,
            Touchpoints touchpoints,
            Projection projection,
            Clock clock) {
        this.properties = properties;
        this.ledger = ledger;
        this.staff = staff;
        this.departments = departments;
        this.journeyTypes = journeyTypes;
        this.customers = customers;
        this.touchpoints = touchpoints;
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
        for (List<NewTouchpoint> batch : company.batches()) {
            touchpoints.append(batch, Via.FEED);
        }
        projection.projectAll(done -> {});
    }
}
