package nl.baton.feedback.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.feedback.CustomerFeedback;
import nl.baton.feedback.Draft;
import nl.baton.feedback.FeedbackInbox;
import nl.baton.feedback.FeedbackWork;
import nl.baton.feedback.InboxCounts;
import nl.baton.feedback.InboxCounts.Group;
import nl.baton.feedback.InboxFilter;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.feedback.InboxItem;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the inbox's screen reads. */
@Component
class InboxReading {

    private final FeedbackInbox inbox;
    private final FeedbackWork work;
    private final CustomerFeedback customers;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final CustomerScreen screen;
    private final BatonProperties properties;
    private final Clock clock;

    InboxReading(
            FeedbackInbox inbox,
            FeedbackWork work,
            CustomerFeedback customers,
            Departments departments,
            CurrentUserProvider users,
            CustomerScreen screen,
            BatonProperties properties,
            Clock clock) {
        this.inbox = inbox;
        this.work = work;
        this.customers = customers;
        this.departments = departments;
        this.users = users;
        this.screen = screen;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A row of the list.
     *
     * @param group in which it stands
     * @param heads whether it is the first of its group
     */
    record Row(InboxItem item, Group group, boolean heads) {}

    /** Everything about one item; {@code earlier}: what else its customer said, the last first. */
    record Opened(InboxItem item, Optional<Draft> draft, List<CustomerFeedback.Said> earlier) {}

    List<Row> rows(InboxFilter filter, int offset, int limit) {
        // the one before tells whether the first begins a group
        int before = offset == 0 ? 0 : 1;
        List<InboxItem> items = inbox.page(filter, offset - before, limit + before);
        List<Row> rows = new ArrayList<>();
        Group last = null;
        for (int i = 0; i < items.size(); i++) {
            Group group = inbox.group(items.get(i).tellBy());
            if (i >= before) {
                rows.add(new Row(items.get(i), group, filter.state() == State.WAITING && group != last));
            }
            last = group;
        }
        return rows;
    }

    Group group(InboxItem item) {
        return inbox.group(item.tellBy());
    }

    InboxCounts counts(InboxFilter filter) {
        return inbox.counts(filter);
    }

    Optional<Opened> open(long id) {
        return inbox.find(id).map(item -> new Opened(item, inbox.draft(id), earlier(item)));
    }

    private List<CustomerFeedback.Said> earlier(InboxItem item) {
        Long customer = item.customerId();
        return customer == null
                ? List.of()
                : customers.of(customer).stream()
                        .filter(said -> said.id() != item.id())
                        .toList();
    }

    /** Whether the asker works on items, rather than reads of them. */
    boolean works() {
        return users.get().has(Role.AGENT) || users.get().has(Role.LEAD);
    }

    /** Whether the asker sees what nobody owns. */
    boolean seesUnassigned() {
        return users.get().has(Role.AGENT) || users.get().has(Role.MARKETER);
    }

    FeedbackWork work() {
        return work;
    }

    Map<Long, Department> departments() {
        return departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
    }

    List<Department> receivers(@Nullable String owner) {
        return departments.all().stream()
                .filter(department -> !department.code().equals(owner))
                .toList();
    }

    /** The department that an owner's word means; null where it means a person. */
    @Nullable
    Department department(String owner) {
        return departments.all().stream()
                .filter(department -> department.code().equalsIgnoreCase(owner.strip())
                        || department.name().equalsIgnoreCase(owner.strip()))
                .findFirst()
                .orElse(null);
    }

    CustomerScreen screen() {
        return screen;
    }

    BatonProperties properties() {
        return properties;
    }

    Instant now() {
        return clock.instant();
    }
}
