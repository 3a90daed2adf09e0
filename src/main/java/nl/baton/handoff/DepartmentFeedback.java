package nl.baton.handoff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.department.Departments;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.handoff.DepartmentFeedbackQuery.Row;
import nl.baton.handoff.DepartmentFeedbackQuery.Wanted;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers said that is about one department: what it owns, and what was said of a journey of which the last pass
 * before it went to that department. What another department owns is counted and not shown. Its own is read by agents and
 * leads with the words, what nobody owns by agents with the words and by leads without; executives get the count.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_EVIDENCE)
public class DepartmentFeedback {

    private final DepartmentFeedbackQuery query;
    private final CustomerProfiles customers;
    private final Departments departments;
    private final HandoffAccess access;
    private final CurrentUserProvider users;
    private final BatonProperties properties;

    DepartmentFeedback(
            DepartmentFeedbackQuery query,
            CustomerProfiles customers,
            Departments departments,
            HandoffAccess access,
            CurrentUserProvider users,
            BatonProperties properties) {
        this.query = query;
        this.customers = customers;
        this.departments = departments;
        this.access = access;
        this.users = users;
        this.properties = properties;
    }

    /**
     * One of them.
     *
     * @param customer null where it is not known
     * @param text null where there is none, or it is not for the asker to read
     * @param owned whether the department owns it; otherwise nobody does
     * @param journeyId null where it was said of no journey that is known
     */
    public record Said(
            long id,
            FeedbackKind kind,
            @Nullable Integer score,
            @Nullable String text,
            boolean withheld,
            Instant receivedAt,
            FeedbackStatus status,
            boolean owned,
            @Nullable CustomerCard customer,
            @Nullable Long journeyId) {}

    /**
     * What was said in a period.
     *
     * @param total all that is about the department
     * @param owned by the department
     * @param elsewhere what other departments own, which is in {@code total} and not in {@code listed}
     * @param listed what can be opened as a list; 0 for who sees totals only
     */
    public record Counts(long total, long owned, long elsewhere, long listed) {}

    /** How much was said, by whom it is owned. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Counts counts(long department, Period period) {
        access.requireEvidenceOf(department);
        DepartmentFeedbackQuery.Counts counts = query.counts(wanted(department, period));
        long total = counts.owned() + counts.unowned() + counts.elsewhere();
        return new Counts(
                total,
                counts.owned(),
                counts.elsewhere(),
                seesRows(department) ? counts.owned() + counts.unowned() : 0);
    }

    /** The last received first; none for who sees totals only. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Said> page(long department, Period period, int offset, int limit) {
        access.requireEvidenceOf(department);
        if (!seesRows(department)) {
            return Page.empty();
        }
        Wanted wanted = wanted(department, period);
        DepartmentFeedbackQuery.Counts counts = query.counts(wanted);
        List<Row> rows = query.page(wanted, offset, limit);
        Map<Long, CustomerCard> cards = customers
                .cards(rows.stream()
                        .map(Row::customer)
                        .flatMap(java.util.stream.Stream::ofNullable)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        boolean agent = users.get().has(Role.AGENT);
        return new Page<>(
                counts.owned() + counts.unowned(),
                rows.stream().map(row -> said(row, agent, cards)).toList());
    }

    private static Said said(Row row, boolean agent, Map<Long, CustomerCard> cards) {
        boolean readable = row.owned() || agent;
        Long customer = row.customer();
        return new Said(
                row.id(),
                row.kind(),
                row.score(),
                readable ? row.text() : null,
                !readable && row.text() != null,
                row.receivedAt(),
                row.status(),
                row.owned(),
                customer == null ? null : cards.get(customer),
                row.journey());
    }

    /** An executive's role gives totals; beside it, an agent's and a lead's give their own department's. */
    private boolean seesRows(long department) {
        CurrentUser user = users.get();
        return (user.has(Role.AGENT) || user.has(Role.LEAD))
                && user.homeDepartment().filter(home -> home == department).isPresent();
    }

    private Wanted wanted(long department, Period period) {
        Set<Long> same = departments.survivors().readAs(department);
        Set<String> names = new HashSet<>();
        departments.all().stream().filter(one -> one.id() == department).forEach(one -> {
            names.add(one.code().strip().toLowerCase(Locale.ROOT));
            names.add(one.name().strip().toLowerCase(Locale.ROOT));
        });
        return new Wanted(same, names, period.start(properties.zone()), period.end(properties.zone()));
    }
}
