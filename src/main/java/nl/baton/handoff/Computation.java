package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import nl.baton.journey.ChangedCases;
import nl.baton.security.Audit;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How far the figures are computed, for administrators: counts only. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class Computation {

    /** More waiting changes than this are not counted. */
    public static final int COUNTED = FiguresWatch.COUNTED;

    private final ChangedCases changedCases;
    private final LiveFigures live;
    private final Rebuild rebuild;
    private final Audit audit;

    Computation(ChangedCases changedCases, LiveFigures live, Rebuild rebuild, Audit audit) {
        this.changedCases = changedCases;
        this.live = live;
        this.rebuild = rebuild;
        this.audit = audit;
    }

    /**
     * How far the figures are.
     *
     * @param waiting changes that are not computed yet, counted up to {@link #COUNTED}
     * @param behind null unless it is more than five seconds
     * @param failed cases whose journeys could not be computed when they last changed
     * @param shownSince when the figures that are shown began to be shown
     * @param rebuild the one that is under way
     */
    public record Standing(
            long waiting,
            @Nullable Duration behind,
            long failed,
            Instant shownSince,
            Rebuild.@Nullable Progress rebuild) {}

    /** As it is now. */
    public Standing now() {
        Rebuild.Progress underWay = rebuild.underWay().orElse(null);
        Instant shownSince = rebuild.shownSince();
        return SystemWork.call(() -> new Standing(
                changedCases.countUpTo(COUNTED),
                live.behind().orElse(null),
                changedCases.failures(),
                shownSince,
                underWay));
    }

    /** Has the journeys that could not be computed tried again. */
    public void retryFailed() {
        SystemWork.run(changedCases::retryFailed);
        audit.record("figures.retry", "figures", null);
    }
}
