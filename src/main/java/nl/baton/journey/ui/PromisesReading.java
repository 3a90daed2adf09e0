package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.journey.DuePromise;
import nl.baton.journey.Promises;
import nl.baton.security.CurrentUserProvider;

/** Reads what is due, with the names of the customers it was promised to. */
@org.springframework.stereotype.Component
class PromisesReading {

    private final Promises promises;
    private final CustomerProfiles customers;
    private final CustomerScreen screen;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Clock clock;

    PromisesReading(
            Promises promises,
            CustomerProfiles customers,
            CustomerScreen screen,
            CurrentUserProvider users,
            BatonProperties properties,
            Clock clock) {
        this.promises = promises;
        this.customers = customers;
        this.screen = screen;
        this.users = users;
        this.properties = properties;
        this.clock = clock;
    }

    /** A promise in the list; {@code customer} is a name, else a number. */
    record Row(DuePromise due, String customer) {}

    long count(boolean all) {
        return promises.due(all, 0, 1).total();
    }

    List<Row> rows(boolean all, int offset, int limit) {
        List<DuePromise> page = promises.due(all, offset, limit).items();
        Map<Long, CustomerCard> cards =
                customers
                        .cards(page.stream()
                                .map(DuePromise::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        return page.stream()
                .map(due -> {
                    CustomerCard card = cards.get(due.customerId());
                    String name = card == null ? "" : card.name() == null ? card.number() : card.name();
                    return new Row(due, name);
                })
                .toList();
    }

    boolean atHome() {
        return users.get().homeDepartment().isPresent();
    }

    /** To the customer, at the journey in which it was promised. */
    Component link(Row row) {
        return screen.link(
                row.customer(), row.due().customerId(), row.due().promise().journeyId());
    }

    ZoneId zone() {
        return properties.zone();
    }

    Instant now() {
        return clock.instant();
    }
}
