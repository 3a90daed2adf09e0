package nl.baton.intake.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.Stored;
import nl.baton.intake.item.Fields;
import nl.baton.intake.item.ItemContext;
import nl.baton.intake.item.ItemErrors;
import nl.baton.intake.item.ItemErrors.ItemError;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.item.Shown;
import org.jspecify.annotations.Nullable;

/** The items of one transaction in their order, those that are wrong included. */
final class ItemBatch<T> {

    /** How many items are stored in one transaction. */
    static final int MOST = 5_000;

    private final ItemKind<T> kind;
    private final ItemContext context;
    private final List<Entry> entries = new ArrayList<>();
    private final List<T> sound = new ArrayList<>();

    ItemBatch(ItemKind<T> kind, ItemContext context) {
        this.kind = kind;
        this.context = context;
    }

    /**
     * One item of the batch.
     *
     * @param errors empty if it is sound
     */
    record Entry(
            long index, @Nullable String source, @Nullable String externalId, List<ItemError> errors) {}

    /** An item with what became of it. */
    record Outcome(Entry entry, @Nullable Stored stored) {}

    /** Takes the values of an item as they were sent, and reads them. */
    @SuppressWarnings("unchecked") // ItemJson makes no other maps
    void add(long index, @Nullable Object values, ItemErrors errors) {
        if (!(values instanceof Map<?, ?>)) {
            if (errors.none()) {
                errors.add("", "intake.item.no-object");
            }
            entries.add(new Entry(index, null, null, errors.all()));
            return;
        }
        var fields = (Map<String, @Nullable Object>) values;
        String source = shown(fields.get("source"));
        String externalId = shown(fields.get("externalId"));
        T item = Fields.read(fields, context, errors, read -> kind.read(read, index));
        entries.add(new Entry(index, source, externalId, errors.all()));
        if (errors.none()) {
            sound.add(item);
        }
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value instanceof String text ? Shown.identity(text) : null;
    }

    int size() {
        return entries.size();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    ItemContext context() {
        return context;
    }

    ItemKind<T> kind() {
        return kind;
    }

    /** The items that can be stored. */
    List<T> sound() {
        return sound;
    }

    /** All items in their order, given what became of the sound ones. */
    List<Outcome> outcomes(List<Stored> stored) {
        var outcomes = new ArrayList<Outcome>(entries.size());
        var next = stored.iterator();
        for (Entry entry : entries) {
            outcomes.add(new Outcome(entry, entry.errors.isEmpty() ? Objects.requireNonNull(next.next()) : null));
        }
        return outcomes;
    }
}
