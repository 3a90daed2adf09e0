package nl.baton.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.security.CurrentUserProvider;
import nl.baton.segment.MembershipTable.Run;
import nl.baton.segment.MembershipTable.Stored;
import nl.baton.segment.MoveTable.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a segment, as it was last taken down, and who entered or left it. Named as in a marketer's search. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class SegmentMembers {

    private final SegmentTable segments;
    private final MembershipTable memberships;
    private final MoveTable moves;
    private final Migrations migrations;
    private final MemberQuery query;
    private final CustomerProfiles profiles;
    private final CurrentUserProvider users;

    SegmentMembers(
            SegmentTable segments,
            MembershipTable memberships,
            MoveTable moves,
            Migrations migrations,
            MemberQuery query,
            CustomerProfiles profiles,
            CurrentUserProvider users) {
        this.segments = segments;
        this.memberships = memberships;
        this.moves = moves;
        this.migrations = migrations;
        this.query = query;
        this.profiles = profiles;
        this.users = users;
    }

    /**
     * One of them.
     *
     * @param name null where none is known
     * @param value null of who came after the valuation
     */
    public record Member(
            long customer, @Nullable String name, @Nullable Worth value) {

        private Member named(@Nullable CustomerCard card) {
            return new Member(customer, card == null ? null : card.name(), value);
        }
    }

    /** As the valuation says. */
    public record Worth(
            String stage,
            @Nullable String tier,
            @Nullable BigDecimal current,
            @Nullable BigDecimal potential) {}

    /**
     * Members of the last day, the most valuable first; none before that.
     *
     * @param only of whom that is true as well; null for all
     */
    @Transactional(readOnly = true)
    public Page<Member> of(long segment, @Nullable Trait only, int offset, int limit) {
        Run run = memberships.last().orElse(null);
        Stored stored = last(segment).orElse(null);
        return run == null || stored == null
                ? Page.empty()
                : page(stored.members(), run.scoring(), only, offset, limit);
    }

    /** One who moved, and why. */
    public record Mover(long customer, @Nullable String name, LocalDate day, boolean entered, List<Reason> reasons) {}

    /** Who entered, or left, in a period, the last first. */
    @Transactional(readOnly = true)
    public Page<Mover> moved(long segment, LocalDate from, LocalDate to, boolean entered, int offset, int limit) {
        if (segments.seenBy(users.get().id(), segment).isEmpty()) {
            return Page.empty();
        }
        Page<Moved> page = moves.of(segment, from, to, entered, offset, limit);
        Map<Long, CustomerCard> cards =
                cards(page.items().stream().map(Moved::customer).toList());
        return page.map(moved -> new Mover(
                moved.customer(),
                Optional.ofNullable(cards.get(moved.customer()))
                        .map(CustomerCard::name)
                        .orElse(null),
                moved.day(),
                moved.entered(),
                moved.reasons()));
    }

    /** Customers that went from one group to another between two days, the most valuable first. */
    @Transactional(readOnly = true)
    public Page<Member> flowed(
            Migration.Kind kind, Migration.Flow flow, LocalDate from, LocalDate to, int offset, int limit) {
        Run run = memberships.last().orElse(null);
        return run == null
                ? Page.empty()
                : page(migrations.between(kind, flow, from, to), run.scoring(), null, offset, limit);
    }

    private Page<Member> page(CustomerSet members, int scoring, @Nullable Trait only, int offset, int limit) {
        Page<Member> page = query.page(members, scoring, only, offset, limit);
        Map<Long, CustomerCard> cards =
                cards(page.items().stream().map(Member::customer).toList());
        return page.map(member -> member.named(cards.get(member.customer)));
    }

    private Optional<Stored> last(long segment) {
        return segments.seenBy(users.get().id(), segment)
                .flatMap(seen -> memberships.latest(MembershipTable.ofSegment(segment)));
    }

    private Map<Long, CustomerCard> cards(List<Long> customers) {
        return profiles.named(customers).stream().collect(Collectors.toMap(CustomerCard::id, Function.identity()));
    }
}
