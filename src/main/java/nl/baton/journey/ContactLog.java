package nl.baton.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.baton.base.BatonProperties;
import nl.baton.customer.CustomerProfiles;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.journey.ContactRefused.Reason;
import nl.baton.journey.HandContact.HandPromise;
import nl.baton.journey.HandTable.Stored;
import nl.baton.journey.HandTable.Target;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes, contacts and promises that staff write down themselves. They become touchpoints like all others, of Baton as
 * their source, of the user's home department, with the user as the agent, by name.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD')")
public class ContactLog {

    /** The source of what is written down in Baton. */
    public static final String SOURCE = "baton";

    /** A little longer than the screen offers to take it back. */
    private static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(1);

    private final Touchpoints touchpoints;
    private final HandTable table;
    private final Journeys journeys;
    private final Promises promises;
    private final CustomerProfiles profiles;
    private final Customers customers;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final BatonProperties properties;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContactLog(
            Touchpoints touchpoints,
            HandTable table,
            Journeys journeys,
            Promises promises,
            CustomerProfiles profiles,
            Customers customers,
            Departments departments,
            CurrentUserProvider users,
            BatonProperties properties,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.touchpoints = touchpoints;
        this.table = table;
        this.journeys = journeys;
        this.promises = promises;
        this.profiles = profiles;
        this.customers = customers;
        this.departments = departments;
        this.users = users;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Stores it, once.
     *
     * @throws ContactRefused naming the field that is wrong
     */
    public void record(HandContact contact) {
        Instant now = clock.instant();
        ContactRules.check(contact, now, properties.zone());
        Long journey = contact.journey();
        boolean seen = journey == null
                ? profiles.maySee(contact.customer())
                : journeys.find(journey)
                        .filter(found -> found.customerId() == contact.customer())
                        .isPresent();
        if (!seen) {
            throw new ContactRefused(Reason.UNKNOWN);
        }
        once(contact.key(), () -> store(contact, journey == null ? null : table.target(journey), now));
    }

    /**
     * Says what became of a promise, whatever system it was made in; said again, the last one counts.
     *
     * @param key names what is said, so that it is stored once
     */
    public void settle(UUID key, long promise, Settlement.State state) {
        Promise found = promises.find(promise).orElseThrow(() -> new ContactRefused(Reason.UNKNOWN));
        HandTable.Named named = table.promise(promise);
        once(
                key,
                () -> append(
                        place(key, table.target(found.journeyId()), clock.instant())
                                .direction(Direction.INTERNAL)
                                .visibility(Visibility.INTERNAL)
                                .text(found.text())
                                .settles(List.of(new Settlement(named.code(), state, named.source()))),
                        table.target(found.journeyId())));
    }

    /**
     * Takes back what the user has just written down, as if it had never been.
     *
     * @throws ContactRefused when it is too late, or somebody else's
     */
    public void takeBack(UUID key) {
        transaction.executeWithoutResult(status -> {
            String name = externalId(key);
            Stored stored = table.stored(name).orElseThrow(() -> new ContactRefused(Reason.TOO_LATE));
            if (clock.instant().isAfter(stored.arrivedAt().plus(TAKEN_BACK_WITHIN))) {
                throw new ContactRefused(Reason.TOO_LATE);
            }
            SystemWork.run(() -> touchpoints.remove(SOURCE, name));
            table.unlink(stored.caseId());
            audit.record("contact.taken-back", "touchpoint " + stored.id(), null);
        });
    }

    private void once(UUID key, Runnable storing) {
        try {
            transaction.executeWithoutResult(status -> {
                if (table.stored(externalId(key)).isEmpty()) {
                    storing.run();
                }
            });
        } catch (DuplicateKeyException sentTwice) {
            if (table.stored(externalId(key)).isEmpty()) {
                throw sentTwice;
            }
        }
    }

    private void store(HandContact contact, @Nullable Target target, Instant now) {
        HandPromise promise = contact.promise();
        NewTouchpoint.Builder touchpoint = place(contact.key(), target, contact.at() == null ? now : contact.at())
                .customer(identity(contact.customer()))
                .direction(contact.isNote() ? Direction.INTERNAL : contact.direction())
                .visibility(contact.isNote() ? Visibility.INTERNAL : Visibility.CUSTOMER)
                .channel(contact.isNote() ? null : ContactRules.stripped(contact.channel()))
                .handledBy(HandledBy.STAFF)
                .answered(contact.direction() == Direction.INBOUND ? Boolean.TRUE : null)
                .purpose(contact.isNote() ? null : Purpose.SERVICE)
                .topic(ContactRules.stripped(contact.topic()))
                .text(ContactRules.stripped(contact.text()))
                .facts(contact.facts().stream()
                        .map(fact -> new Fact(fact.key().strip(), fact.act(), ContactRules.stripped(fact.value())))
                        .toList())
                .outcome(contact.outcome())
                .by(contact.outcome() == Outcome.CANCELLED ? contact.by() : null)
                .promises(promise == null ? List.of() : List.of(promised(contact.key(), promise)));
        append(touchpoint, target);
    }

    private NewTouchpoint.Builder place(UUID key, @Nullable Target target, Instant at) {
        CurrentUser user = users.get();
        String home = user.homeDepartment()
                .flatMap(this::department)
                .map(Department::code)
                .orElse(null);
        NewTouchpoint.Builder touchpoint = target == null || target.contact()
                ? NewTouchpoint.contact(SOURCE, externalId(key), at)
                : NewTouchpoint.of(SOURCE, externalId(key), target.key(), at);
        return touchpoint.department(home).agent(user.name());
    }

    /** In a journey that has no case with a number, it is the user who says that the contact belongs there. */
    private void append(NewTouchpoint.Builder touchpoint, @Nullable Target target) {
        NewTouchpoint built = touchpoint.build();
        CurrentUser user = users.get();
        SystemWork.run(() -> touchpoints.append(List.of(built), Via.HAND));
        if (target != null && target.contact()) {
            table.stored(built.externalId())
                    .ifPresent(stored -> table.link(stored.caseId(), target.caseId(), user.id(), clock.instant()));
        }
    }

    private Promised promised(UUID key, HandPromise promise) {
        return new Promised(
                "p-" + key,
                promise.text().strip(),
                null,
                ContactRules.due(promise, properties.zone()),
                promise.chosenByCustomer());
    }

    private List<Identity> identity(long customer) {
        Supplier<List<Identity>> reading = () -> customers.key(customer).stream()
                .map(key -> new Identity(Identity.Kind.SOURCE, key.externalId(), key.source()))
                .toList();
        return SystemWork.call(reading);
    }

    private Optional<Department> department(long id) {
        return departments.all().stream()
                .filter(department -> department.id() == id)
                .findFirst();
    }

    /** Names the user too: what somebody else wrote cannot be meant. */
    private String externalId(UUID key) {
        return "hand-" + users.get().id() + "-" + key;
    }
}
