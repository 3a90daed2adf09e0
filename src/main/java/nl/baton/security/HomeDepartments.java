package nl.baton.security;

import java.util.List;
import java.util.Optional;

/** The departments a user can be at home in; implemented by the module that knows them. */
public interface HomeDepartments {

    List<Choice> choices();

    /** The department that this one is read as: itself, unless it was found to be another one's second name. */
    long survivor(long id);

    default Optional<Choice> byId(long id) {
        long survivor = survivor(id);
        return choices().stream().filter(choice -> choice.id() == survivor).findFirst();
    }

    /**
     * A department to choose.
     *
     * @param slot its colour, from 1 on
     */
    record Choice(long id, String name, int slot) {}
}
