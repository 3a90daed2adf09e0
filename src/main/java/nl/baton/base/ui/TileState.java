package nl.baton.base.ui;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a tile is. What was loaded last stays, so that it can be shown, greyed, while or after something goes wrong. */
public sealed interface TileState<T> extends Serializable {

    @Nullable
    Loaded<T> last();

    /** Under way. */
    record Loading<T>(@Nullable Loaded<T> last) implements TileState<T> {}

    /** There, since then. */
    record Loaded<T>(T value, Instant at) implements TileState<T> {
        @Override
        public Loaded<T> last() {
            return this;
        }
    }

    /** Failed; the reference stands in the log. */
    record Failed<T>(String reference, @Nullable Loaded<T> last) implements TileState<T> {}
}
