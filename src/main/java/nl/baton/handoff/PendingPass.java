package nl.baton.handoff;

import java.time.Instant;
import java.util.List;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * Handed over in so many words, not begun. It lapses when another unit begins or the journey closes.
 *
 * @param toTeam null when the pass names a department only
 */
public record PendingPass(
        Leg from,
        long toDepartment,
        @Nullable Long toTeam,
        Touchpoint passing,
        Instant passedAt,
        List<Touchpoint> chases) {}
