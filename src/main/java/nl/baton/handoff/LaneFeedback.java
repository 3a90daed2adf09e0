package nl.baton.handoff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.feedback.FeedbackSight;
import nl.baton.feedback.HeardFeedback;
import nl.baton.handoff.LaneAnalysis.Recent;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneFeedbackQuery.Found;
import nl.baton.handoff.LaneReach.Reached;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers said of their journeys after a handoff of one lane, before any other handoff: in their own words for
 * who may read them, in totals for executives.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER', 'EXECUTIVE')")
public class LaneFeedback {

    private final LanesSeen seen;
    private final LaneQuery lanes;
    private final LaneReach reach;
    private final LaneFeedbackQuery query;
    private final FeedbackSight sight;
    private final HeardFeedback heard;
    private final Journeys journeys;
    private final CustomerProfiles customers;
    private final CurrentUserProvider users;

    LaneFeedback(
            LanesSeen seen,
            LaneQuery lanes,
            LaneReach reach,
            LaneFeedbackQuery query,
            FeedbackSight sight,
            HeardFeedback heard,
            Journeys journeys,
            CustomerProfiles customers,
            CurrentUserProvider users) {
        this.seen = seen;
        this.lanes = lanes;
        this.reach = reach;
        this.query = query;
        this.sight = sight;
        this.heard = heard;
        this.journeys = journeys;
        this.customers = customers;
        this.users = users;
    }

    /**
     * All that counts for the asker.
     *
     * @param recent the handoffs looked at, where they are not all that the filter counts
     * @param items how much of it the asker may see one by one
     * @param words whether with what was said
     */
    public record Totals(@Nullable Recent recent, List<FeedbackTotal> kinds, long items, boolean words) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Totals totals(LaneFilter filter, LaneFigures lane) {
        CurrentUser user = users.get();
        boolean words = user.has(Role.AGENT) || user.has(Role.LEAD);
        return reached(filter, lane)
                .map(reached -> {
                    Reading reading = reading(reached);
                    return new Totals(
                            reached.recent(),
                            query.totals(reading, sight.totals()),
                            seesItems() ? query.count(reading, sight.items()) : 0,
                            words);
                })
                .orElse(new Totals(null, List.of(), 0, words));
    }

    /** One by one, the last first. */
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER')")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<LaneVoice> said(LaneFilter filter, LaneFigures lane, int offset, int limit) {
        return reached(filter, lane)
                .map(this::reading)
                .map(reading -> new Page<>(
                        query.count(reading, sight.items()), voices(query.page(reading, sight.items(), offset, limit))))
                .orElse(Page.empty());
    }

    private boolean seesItems() {
        CurrentUser user = users.get();
        return user.has(Role.AGENT) || user.has(Role.LEAD) || user.has(Role.MARKETER);
    }

    private List<LaneVoice> voices(List<Found> found) {
        Map<Long, Long> journeyOf = found.stream().collect(Collectors.toMap(Found::feedback, Found::journey));
        List<Said> said = heard.byIds(journeyOf.keySet());
        CurrentUser user = users.get();
        boolean named = user.has(Role.AGENT) || user.has(Role.LEAD);
        Map<Long, JourneySummary> about = named
                ? journeys.byIds(journeyOf.values()).stream()
                        .collect(Collectors.toMap(JourneySummary::id, Function.identity(), (a, b) -> a))
                : Map.of();
        Map<Long, CustomerCard> cards = named
                ? customers
                        .cards(about.values().stream()
                                .map(JourneySummary::customerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, Function.identity()))
                : Map.of();
        return said.stream()
                .sorted(Comparator.comparing(Said::receivedAt)
                        .thenComparing(Said::id)
                        .reversed())
                .map(each -> voice(each, about.get(journeyOf.get(each.id())), cards))
                .toList();
    }

    /** Who may not know whose journey it was is not given its case number either. */
    private static LaneVoice voice(Said said, @Nullable JourneySummary journey, Map<Long, CustomerCard> cards) {
        CustomerCard customer = journey == null ? null : cards.get(journey.customerId());
        return journey == null || customer == null || customer.number().isEmpty()
                ? new LaneVoice(said, null, null)
                : new LaneVoice(said, journey, customer);
    }

    private Reading reading(Reached reached) {
        return lanes.read(new Scope(reached.filter(), null, reached.lane()));
    }

    private Optional<Reached> reached(LaneFilter filter, LaneFigures lane) {
        return seen.find(filter, lane).map(known -> reach.of(filter, known.id()));
    }
}
