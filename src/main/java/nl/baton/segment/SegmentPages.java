package nl.baton.segment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.security.CurrentUserProvider;
import nl.baton.segment.MembershipTable.Run;
import nl.baton.segment.MembershipTable.Stored;
import nl.baton.segment.SegmentPage.Overlap;
import nl.baton.segment.SegmentPage.Stability;
import nl.baton.value.ValueTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What is known of segments. All of it was added up when members were taken down, so that it costs the same for any size. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
public class SegmentPages {

    private static final int SHOWN_DAYS = 90;
    private static final int COMPARED_DAYS = 30;

    private final SegmentTable segments;
    private final MembershipTable memberships;
    private final FiguresTable figures;
    private final ValueTotals totals;
    private final CurrentUserProvider users;

    SegmentPages(
            SegmentTable segments,
            MembershipTable memberships,
            FiguresTable figures,
            ValueTotals totals,
            CurrentUserProvider users) {
        this.segments = segments;
        this.memberships = memberships;
        this.figures = figures;
        this.totals = totals;
        this.users = users;
    }

    /**
     * A segment in a list.
     *
     * @param customers null until it has been taken down
     */
    public record Listed(
            Segment segment,
            @Nullable Long customers,
            @Nullable SegmentFigures figures) {}

    /** Those that the asker sees, by name. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        return segments.seenBy(users.get().id()).stream()
                .map(segment -> {
                    SegmentFigures known = figures.of(segment.id())
                            .map(FiguresTable.Taken::figures)
                            .orElse(null);
                    return new Listed(segment, known == null ? null : (Long) known.customers(), known);
                })
                .toList();
    }

    /** The company's, of all amounts. */
    public String currency() {
        return totals.currency();
    }

    /** Empty when there is none, or it is not the asker's to see. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<SegmentPage> find(long id) {
        long user = users.get().id();
        return segments.seenBy(user, id).map(segment -> page(segment, user));
    }

    private SegmentPage page(Segment segment, long user) {
        FiguresTable.Taken taken = figures.of(segment.id()).orElse(null);
        String code = MembershipTable.ofSegment(segment.id());
        Stored members = memberships.latest(code).orElse(null);
        return new SegmentPage(
                segment,
                taken == null ? null : taken.figures(),
                taken != null && taken.version() == segment.version(),
                memberships.sizes(code, SHOWN_DAYS),
                members == null ? null : stability(code, members),
                members == null ? List.of() : overlaps(segment, members, user),
                totals.currency());
    }

    /** With the last day at least thirty days before, else the first that is known. */
    private @Nullable Stability stability(String code, Stored now) {
        List<LocalDate> days = List.copyOf(memberships.sizes(code, SHOWN_DAYS).keySet());
        LocalDate since = days.stream()
                .filter(day -> !day.isAfter(now.day().minusDays(COMPARED_DAYS)))
                .reduce((earlier, later) -> later)
                .orElse(days.getFirst());
        if (!since.isBefore(now.day())) {
            return null;
        }
        Stored then = memberships.read(code, since).orElseThrow();
        long stayed = then.members().common(now.members());
        return new Stability(
                since, then.members().size(), stayed, now.members().size() - stayed, then.version() != now.version());
    }

    private List<Overlap> overlaps(Segment segment, Stored members, long user) {
        Map<String, CustomerSet> all = memberships
                .last()
                .map(Run::day)
                .map(day -> memberships.all(MembershipTable.SEGMENT, day))
                .orElse(Map.of());
        return segments.seenBy(user).stream()
                .filter(other -> other.id() != segment.id())
                .filter(other -> all.containsKey(MembershipTable.ofSegment(other.id())))
                .map(other -> {
                    CustomerSet theirs = all.getOrDefault(MembershipTable.ofSegment(other.id()), CustomerSet.NONE);
                    return new Overlap(other.id(), other.name(), theirs.size(), theirs.common(members.members()));
                })
                .sorted(Comparator.comparingLong(Overlap::common).reversed())
                .toList();
    }
}
