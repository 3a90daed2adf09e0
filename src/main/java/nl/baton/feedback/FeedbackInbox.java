package nl.baton.feedback;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.feedback.InboxCounts.Group;
import nl.baton.feedback.InboxQuery.Ends;
import nl.baton.feedback.InboxQuery.Found;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What customers said and what is done with it, as a list of work; see {@link FeedbackSight} for who sees what. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER')")
public class FeedbackInbox {

    private final InboxQuery query;
    private final FeedbackSight sight;
    private final FeedbackTies ties;
    private final DraftTable drafts;
    private final CustomerProfiles customers;
    private final CurrentUserProvider users;
    private final ZoneId zone;
    private final Clock clock;

    FeedbackInbox(
            InboxQuery query,
            FeedbackSight sight,
            FeedbackTies ties,
            DraftTable drafts,
            CustomerProfiles customers,
            CurrentUserProvider users,
            BatonProperties properties,
            Clock clock) {
        this.query = query;
        this.sight = sight;
        this.ties = ties;
        this.drafts = drafts;
        this.customers = customers;
        this.users = users;
        this.zone = properties.zone();
        this.clock = clock;
    }

    /** Those that wait by when the customer should have heard, others the last first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<InboxItem> page(InboxFilter filter, int offset, int limit) {
        List<Long> ids = query.page(filter, sight.items(), sight.of(filter.view()), offset, limit);
        Map<Long, InboxItem> items = items(query.byIds(ids, sight.items(), sight.readable())).stream()
                .collect(Collectors.toMap(InboxItem::id, Function.identity()));
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    @Transactional(readOnly = true)
    public InboxCounts counts(InboxFilter filter) {
        return query.counts(filter, sight.items(), sight.of(filter.view()), ends());
    }

    /** One of them; empty where there is none, or it is not for the asker to see. */
    @Transactional(readOnly = true)
    public Optional<InboxItem> find(long id) {
        return query.find(id, sight.items(), sight.readable())
                .map(found -> items(List.of(found)).getFirst());
    }

    /** What the asker typed about it and has not sent. */
    @Transactional(readOnly = true)
    public Optional<Draft> draft(long id) {
        return drafts.of(id, users.get().id());
    }

    /** In which part of the list it stands now. */
    public Group group(Instant tellBy) {
        Ends ends = ends();
        if (tellBy.isBefore(ends.now())) {
            return Group.LATE;
        }
        if (tellBy.isBefore(ends.today())) {
            return Group.TODAY;
        }
        if (tellBy.isBefore(ends.thisWeek())) {
            return Group.THIS_WEEK;
        }
        return tellBy.isBefore(ends.nextWeek()) ? Group.NEXT_WEEK : Group.LATER;
    }

    private Ends ends() {
        Instant now = clock.instant();
        LocalDate today = Days.dayOf(now, zone);
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new Ends(now, Days.endOf(today, zone), Days.endOf(sunday, zone), Days.endOf(sunday.plusWeeks(1), zone));
    }

    private List<InboxItem> items(List<Found> found) {
        Map<Long, CustomerCard> cards = cards(found.stream()
                .map(Found::customer)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, FeedbackTie> tied = ties.of(found.stream()
                .filter(each -> each.journey() != null)
                .map(Found::id)
                .toList());
        return found.stream()
                .map(each -> item(each, cards, tied.get(each.id())))
                .toList();
    }

    private InboxItem item(Found found, Map<Long, CustomerCard> cards, @Nullable FeedbackTie tie) {
        CurrentUser user = users.get();
        CustomerCard card = found.customer() == null ? null : cards.get(found.customer());
        boolean known = card != null && !(card.number().isEmpty() && !user.has(Role.MARKETER));
        return new InboxItem(
                found.id(),
                found.version(),
                found.kind(),
                found.score(),
                card,
                known ? found.customer() : null,
                known ? found.journey() : null,
                found.text(),
                found.channel(),
                found.receivedAt(),
                found.tellBy(),
                found.work(),
                tie,
                found.readable() && (user.has(Role.AGENT) || user.has(Role.LEAD)));
    }

    private Map<Long, CustomerCard> cards(List<Long> ids) {
        CurrentUser user = users.get();
        List<CustomerCard> cards =
                user.has(Role.AGENT) || user.has(Role.LEAD) ? customers.cards(ids) : customers.named(ids);
        return cards.stream().collect(Collectors.toMap(CustomerCard::id, Function.identity()));
    }
}
