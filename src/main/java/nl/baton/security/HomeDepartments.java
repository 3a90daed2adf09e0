package nl.baton.security;

import java.util.List;
import java.util.Optional;

/** The departments a user can be at home in; implemented by the module that knows them. */
public interface HomeDepartments {

    List<Choice> choices();

    default Optional<Choice> byId(long id) {
        return choices().stream().filter(choice -> choice.id() == id).findFirst();
    }

    /**
     * A department to choose.
     *
     * @param slot its colour, from 1 on
     */
    record Choice(long id, String name, int slot) {}
}
