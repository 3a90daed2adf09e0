package nl.baton.intake.item;

import java.util.List;
import nl.baton.base.Stored;
import org.jspecify.annotations.Nullable;

/**
 * One kind of items that systems send. An implementation reads one item and stores many; all else, from HTTP to
 * transactions, is done for it.
 *
 * @param <T> the item as its module takes it
 */
public interface ItemKind<T> {

    /**
     * Makes an item of its fields. Whatever is missing or wrong is noted by {@code fields} itself, which then gives a
     * stand-in, so this returns normally in any case; the result is left out if there were errors. Fields that were not
     * asked for are errors too.
     *
     * @param position the item's place in its batch or stream, from 0
     */
    T read(Fields fields, long position);

    /**
     * Stores items within the caller's transaction, as Baton itself. May be called again with the same items, after a
     * transaction that was rolled back.
     *
     * @return what became of each, in the items' order
     */
    List<Stored> store(List<T> items);

    /** The field that an event's time fills, where an item comes as a CloudEvent and does not say it itself. */
    default @Nullable String timeField() {
        return null;
    }
}
