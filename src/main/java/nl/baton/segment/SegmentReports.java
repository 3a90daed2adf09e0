package nl.baton.segment;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.baton.customer.CustomerExtract;
import nl.baton.customer.CustomerExtract.Called;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.ExportLedger;
import nl.baton.security.ExportReasonMissing;
import nl.baton.segment.MembershipTable.Run;
import nl.baton.segment.MembershipTable.Stored;
import nl.baton.segment.MembershipTable.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The segments that are shared, and who was in them when they were last taken down, for other systems; each reading is
 * noted down. No names and no way to reach anybody.
 */
@Service
@PreAuthorize("hasAuthority('SCOPE_segments:read')")
public class SegmentReports {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private final SegmentTable segments;
    private final MembershipTable memberships;
    private final StandingQuery standings;
    private final CustomerExtract customers;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final ExportLedger ledger;

    SegmentReports(
            SegmentTable segments,
            MembershipTable memberships,
            StandingQuery standings,
            CustomerExtract customers,
            CurrentUserProvider users,
            Audit audit,
            ExportLedger ledger) {
        this.segments = segments;
        this.memberships = memberships;
        this.standings = standings;
        this.customers = customers;
        this.users = users;
        this.audit = audit;
        this.ledger = ledger;
    }

    /**
     * A segment that is shared.
     *
     * @param day of which {@code customers} are known; both null until it is taken down as it is described now
     */
    public record Shared(
            long id,
            String name,
            @Nullable LocalDate day,
            @Nullable Long customers) {}

    /** By name. */
    public List<Shared> all() {
        List<Segment> shared = segments.seenBy(users.get().id()).stream()
                .filter(Segment::shared)
                .toList();
        audit.record("segments.listed", "segments: " + shared.size(), null);
        return shared.stream()
                .map(segment -> memberships
                        .taken(MembershipTable.ofSegment(segment.id()))
                        .filter(taken -> taken.version() == segment.version())
                        .map(taken -> shared(segment, taken))
                        .orElseGet(() -> new Shared(segment.id(), segment.name(), null, null)))
                .toList();
    }

    private static Shared shared(Segment segment, Taken taken) {
        return new Shared(segment.id(), segment.name(), taken.day(), taken.customers());
    }

    /**
     * One who belongs.
     *
     * @param externalId null where the source calls the customer by an e-mail address or a phone number
     * @param tier null for who never bought or agreed anything; {@code stage}: null for who came after the valuation
     */
    public record Member(
            String source,
            @Nullable String externalId,
            @Nullable String tier,
            @Nullable String stage) {}

    /** Where members go. */
    public interface Destination {

        /** Called once it is clear that there will be members, and written down; {@code total}: how many will follow. */
        void open(String segment, LocalDate day, long total) throws IOException;

        void member(Member member) throws IOException;
    }

    /** Why there are no members to be read. */
    public enum Outcome {
        WRITTEN,
        /** There is none, or it is not shared. */
        NOT_SHARED,
        /** It was made or described anew a moment ago. */
        NOT_TAKEN_YET
    }

    /**
     * Hands on the members in the order of their ids, as they were last taken down.
     *
     * @param reason what it is for
     * @throws ExportReasonMissing if that says nothing
     */
    public Outcome members(long id, String reason, Destination destination) throws IOException {
        ledger.check(reason);
        Segment segment =
                segments.seenBy(users.get().id(), id).filter(Segment::shared).orElse(null);
        if (segment == null) {
            return Outcome.NOT_SHARED;
        }
        Stored stored = memberships
                .latest(MembershipTable.ofSegment(id))
                .filter(taken -> taken.version() == segment.version())
                .orElse(null);
        if (stored == null) {
            return Outcome.NOT_TAKEN_YET;
        }
        CustomerSet members = stored.members();
        ledger.record("segment.read", "segment " + id + ", " + stored.day() + ": " + members.size(), reason);
        destination.open(segment.name(), stored.day(), members.size());
        write(members, scoring(stored.day()), destination);
        return Outcome.WRITTEN;
    }

    /** What that day went by; a segment that was made later on the day, by the last there is. */
    private int scoring(LocalDate day) {
        return memberships.run(day).or(memberships::last).map(Run::scoring).orElse(0);
    }

    private void write(CustomerSet members, int scoring, Destination destination) throws IOException {
        List<Long> some = members.after(0, CUSTOMERS_AT_ONCE);
        while (!some.isEmpty()) {
            Map<Long, Called> called = customers.called(some);
            Map<Long, Standing> values = standings.of(scoring, some);
            for (long customer : some) {
                Called by = called.get(customer);
                if (by != null) {
                    destination.member(member(by, values.get(customer)));
                }
            }
            some = members.after(some.getLast(), CUSTOMERS_AT_ONCE);
        }
    }

    private static Member member(Called by, @Nullable Standing standing) {
        return new Member(
                by.source(),
                by.number(),
                standing == null ? null : standing.tier(),
                standing == null ? null : standing.stage());
    }
}
