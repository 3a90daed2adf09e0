package nl.baton.segment;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.baton.customer.CustomerExtract;
import nl.baton.customer.CustomerExtract.Called;
import nl.baton.segment.CampaignPreview.LeaveAlone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out, as things are at this moment, which members of a segment a campaign is for, and who is left alone. */
@Component
class CampaignSelection {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private final TraitQuery traits;
    private final CampaignQuery campaigns;
    private final StandingQuery standings;
    private final CustomerExtract customers;

    CampaignSelection(TraitQuery traits, CampaignQuery campaigns, StandingQuery standings, CustomerExtract customers) {
        this.traits = traits;
        this.campaigns = campaigns;
        this.standings = standings;
        this.customers = customers;
    }

    /** Who is chosen, and who is left alone and why. */
    record Selected(CampaignRules rules, Moment moment, CampaignPreview numbers, CustomerSet remaining) {}

    /** One who is chosen. */
    record Row(Called called, @Nullable Standing standing, Map<String, String> attributes) {}

    Selected of(Condition condition, CampaignRules rules) {
        Moment moment = traits.now();
        Map<Trait, CustomerSet> read = new HashMap<>();
        CustomerSet members = TraitQuery.of(
                condition,
                traits.everyone(),
                trait -> read.computeIfAbsent(trait, unread -> traits.of(unread, moment)));
        Map<LeaveAlone, CustomerSet> alone = new EnumMap<>(LeaveAlone.class);
        alone.put(LeaveAlone.NO_CONSENT, members.minus(traits.of(new Trait.ConsentTo(rules.purpose()), moment)));
        alone.put(LeaveAlone.OFTEN_ENOUGH, campaigns.often(members, rules, moment));
        alone.put(LeaveAlone.BREAKDOWN_OPEN, members.and(traits.of(new Trait.BreakdownOpen(null), moment)));
        alone.put(LeaveAlone.COMPLAINT_OPEN, members.and(traits.of(new Trait.ComplaintOpen(), moment)));
        alone.put(LeaveAlone.ADDRESS_ONLY, addressOnly(members));
        CustomerSet all = CustomerSet.union(alone.values());
        Map<LeaveAlone, Long> because = new EnumMap<>(LeaveAlone.class);
        alone.forEach((reason, set) -> because.put(reason, set.size()));
        return new Selected(
                rules,
                moment,
                new CampaignPreview(members.size(), because, all.size(), moment.now()),
                members.minus(all));
    }

    private CustomerSet addressOnly(CustomerSet members) {
        var found = new CustomerSet.Builder();
        List<Long> some = members.after(0, CUSTOMERS_AT_ONCE);
        while (!some.isEmpty()) {
            customers.called(some).forEach((id, called) -> {
                if (called.number() == null) {
                    found.add(id);
                }
            });
            some = members.after(some.getLast(), CUSTOMERS_AT_ONCE);
        }
        return found.build();
    }

    /** In the order of their ids, read as they are asked for. */
    Iterator<Row> rows(Selected selected) {
        return Stream.iterate(
                        selected.remaining.after(0, CUSTOMERS_AT_ONCE),
                        some -> !some.isEmpty(),
                        some -> selected.remaining.after(some.getLast(), CUSTOMERS_AT_ONCE))
                .flatMap(some -> rows(some, selected).stream())
                .iterator();
    }

    private List<Row> rows(List<Long> some, Selected selected) {
        Map<Long, Called> called = customers.called(some);
        Map<Long, Standing> values = standings.of(selected.moment.scoring(), some);
        Map<Long, Map<String, String>> attributes = customers.attributes(some, selected.rules.attributes());
        return some.stream()
                .map(id -> row(called.get(id), values.get(id), attributes.getOrDefault(id, Map.of())))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null of whom there is nothing to call them by any more. */
    private static @Nullable Row row(
            @Nullable Called called, @Nullable Standing standing, Map<String, String> attributes) {
        return called == null || called.number() == null ? null : new Row(called, standing, attributes);
    }
}
