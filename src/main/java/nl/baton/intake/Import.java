package nl.baton.intake;

import java.time.Instant;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.read.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The import of a file, and how far it is.
 *
 * @param kind what its rows are
 * @param journeyType of touchpoints; else empty
 * @param checked rows seen while the file is read for the first time
 * @param total all rows of the file; null until it has been read once
 * @param rows rows read to be stored
 * @param journeys journeys whose handoffs have been computed since
 * @param begunAt when its turn came; null while it waits
 * @param storingSince when storing began
 */
public record Import(
        String id,
        String fileName,
        ImportKind kind,
        String journeyType,
        State state,
        long checked,
        @Nullable Long total,
        long rows,
        Counts counts,
        long journeys,
        @Nullable Reason error,
        String startedBy,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant storingSince,
        @Nullable Instant finishedAt) {

    /**
     * RUNNING until everything is stored, PROJECTING until the handoffs are computed; STORED if not all of them could be
     * computed, which is tried again, and ends in DONE.
     */
    public enum State {
        RUNNING,
        PROJECTING,
        STORED,
        DONE,
        FAILED,
        CANCELLED;

        public boolean ended() {
            return this != RUNNING && this != PROJECTING;
        }
    }

    /**
     * What became of the rows.
     *
     * @param known in Baton already, unchanged
     * @param replaced in Baton already, with other content
     */
    public record Counts(long accepted, long known, long replaced, long quarantined) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** Whether its turn has not come: another one is under way. */
    public boolean waiting() {
        return state == State.RUNNING && begunAt == null;
    }
}
