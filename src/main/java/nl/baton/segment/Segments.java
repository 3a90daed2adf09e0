package nl.baton.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import nl.baton.security.Audit;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.segment.SegmentRefused.Reason;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps segments. A marketer sees the own ones and those that are shared, an executive what is shared. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class Segments {

    private static final int LONGEST_NAME = 120;

    private final SegmentTable table;
    private final LiveSets live;
    private final CurrentUserProvider users;
    private final Audit audit;
    private final Clock clock;

    Segments(SegmentTable table, LiveSets live, CurrentUserProvider users, Audit audit, Clock clock) {
        this.table = table;
        this.live = live;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
    @Transactional(readOnly = true)
    public List<Segment> all() {
        CurrentUser user = users.get();
        return table.seenBy(user.id());
    }

    /** Empty when there is none, it was removed, or it is not the asker's to see. */
    @PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
    @Transactional(readOnly = true)
    public Optional<Segment> find(long id) {
        return table.seenBy(users.get().id(), id);
    }

    /** Whether the current user may build segments, and see who is in them. */
    @PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
    public boolean builds() {
        return users.get().has(Role.MARKETER);
    }

    /**
     * How many customers a condition finds.
     *
     * @param customers who it finds
     * @param everyone all customers that are known
     */
    public record Count(long customers, long everyone, Instant asOf) {}

    /** By what is known now, or was a few minutes ago. */
    public Count count(Condition condition) {
        check(condition);
        LiveSets.Found found = live.of(condition);
        return new Count(found.members().size(), found.everyone(), found.asOf());
    }

    /**
     * Reads ahead what conditions ask for most; to be called when somebody is about to build.
     *
     * @return done once it has been read
     */
    public Future<?> prepare() {
        return live.warm();
    }

    /**
     * Keeps a new one, its maker's alone until it is shared.
     *
     * @return its id
     * @throws SegmentRefused naming the reason
     */
    @Transactional
    public long add(String name, Condition condition) {
        check(condition);
        long id = table.insert(name(name), condition, users.get().id(), clock.instant());
        audit.record("segment.added", "segment " + id, null);
        return id;
    }

    /**
     * Changes an own one; another condition makes a new version.
     *
     * @param version that was looked at
     * @throws SegmentRefused naming the reason
     */
    @Transactional
    public void change(long id, int version, String name, Condition condition) {
        check(condition);
        String stripped = name(name);
        Segment before = own(id);
        if (before.version() != version) {
            throw new SegmentRefused(Reason.CHANGED_MEANWHILE);
        }
        if (!before.name().equals(stripped)) {
            table.rename(id, stripped, clock.instant());
        }
        if (!before.condition().equals(condition)) {
            table.change(id, version + 1, condition, users.get().id(), clock.instant());
        }
        audit.record("segment.changed", "segment " + id, null);
    }

    /** Shows an own one to other marketers and to executives, or no more. */
    @Transactional
    public void share(long id, boolean shared) {
        own(id);
        table.share(id, shared);
        audit.record(shared ? "segment.shared" : "segment.unshared", "segment " + id, null);
    }

    /** Removes an own one; {@link #restore} takes it back. */
    @Transactional
    public void remove(long id) {
        if (!table.remove(users.get().id(), id, clock.instant())) {
            throw new SegmentRefused(Reason.GONE);
        }
        audit.record("segment.removed", "segment " + id, null);
    }

    @Transactional
    public void restore(long id) {
        if (!table.restore(users.get().id(), id)) {
            throw new SegmentRefused(Reason.GONE);
        }
        audit.record("segment.restored", "segment " + id, null);
    }

    private Segment own(long id) {
        return table.lock(users.get().id(), id).orElseThrow(() -> new SegmentRefused(Reason.GONE));
    }

    private static String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new SegmentRefused(Reason.NAME_EMPTY);
        }
        if (stripped.length() > LONGEST_NAME) {
            throw new SegmentRefused(Reason.NAME_LONG);
        }
        return stripped;
    }

    private static void check(Condition condition) {
        long traits = condition.traits().count();
        if (traits == 0) {
            throw new SegmentRefused(Reason.NO_CONDITION);
        }
        if (traits > Condition.MOST_TRAITS) {
            throw new SegmentRefused(Reason.TOO_MANY_TRAITS);
        }
        if (condition.depth() > Condition.DEEPEST) {
            throw new SegmentRefused(Reason.TOO_DEEP);
        }
    }
}
