package nl.baton.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which segments one customer is, and when and why it entered or left them: of those that the asker sees. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class CustomerSegments {

    private static final int MOST_MOVES = 200;

    private final SegmentTable segments;
    private final MembershipTable memberships;
    private final MoveTable moves;
    private final CurrentUserProvider users;

    CustomerSegments(SegmentTable segments, MembershipTable memberships, MoveTable moves, CurrentUserProvider users) {
        this.segments = segments;
        this.memberships = memberships;
        this.moves = moves;
        this.users = users;
    }

    /**
     * What is known of a customer.
     *
     * @param in segments of the last day
     * @param moves the last first
     */
    public record Known(List<Segment> in, List<Move> moves) {}

    public record Move(Segment segment, LocalDate day, boolean entered, List<Reason> reasons) {}

    /** Whether the current user may ask; anyone may ask that. */
    @PreAuthorize("isAuthenticated()")
    public boolean visible() {
        return users.get().has(Role.MARKETER);
    }

    @Transactional(readOnly = true)
    public Known of(long customer) {
        Map<Long, Segment> seen =
                segments.seenBy(users.get().id()).stream().collect(Collectors.toMap(Segment::id, Function.identity()));
        Map<String, CustomerSet> sets = memberships
                .last()
                .map(run -> memberships.all(MembershipTable.SEGMENT, run.day()))
                .orElse(Map.of());
        return new Known(
                seen.values().stream()
                        .filter(segment -> sets.getOrDefault(MembershipTable.ofSegment(segment.id()), CustomerSet.NONE)
                                .contains(customer))
                        .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                        .toList(),
                moves.ofCustomer(customer, MOST_MOVES).stream()
                        .filter(move -> seen.containsKey(move.segment()))
                        .map(move -> new Move(
                                Objects.requireNonNull(seen.get(move.segment())),
                                move.day(),
                                move.entered(),
                                move.reasons()))
                        .toList());
    }
}
