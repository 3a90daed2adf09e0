package nl.baton.intake.item;

import java.util.ArrayList;
import java.util.List;
import nl.baton.intake.read.Reason;

/** What is wrong with one item, as far as it is worth telling. */
public final class ItemErrors {

    private static final int MOST = 20;
    private static final int LONGEST_PATH = 200;

    private final List<ItemError> errors = new ArrayList<>(0);

    /**
     * One thing that is wrong.
     *
     * @param field the path of the field, such as {@code facts[2].act}; empty where the item as a whole is wrong
     */
    public record ItemError(String field, Reason reason) {}

    public void add(String field, String key, Object... arguments) {
        if (errors.size() < MOST) {
            errors.add(new ItemError(Shown.of(field, LONGEST_PATH), Reason.of(key, arguments)));
        }
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public List<ItemError> all() {
        return List.copyOf(errors);
    }
}
