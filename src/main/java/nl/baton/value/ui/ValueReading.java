package nl.baton.value.ui;

import java.util.List;
import java.util.Optional;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.value.ValueFits;
import nl.baton.value.ValueLists;
import nl.baton.value.ValuePictures;
import nl.baton.value.ValueSlice;
import org.springframework.stereotype.Component;

/** Reads what the screen shows from the services, which decide what the user may see. */
@Component
class ValueReading {

    private final ValuePictures pictures;
    private final ValueFits fits;
    private final ValueLists lists;
    private final CurrentUserProvider users;

    ValueReading(ValuePictures pictures, ValueFits fits, ValueLists lists, CurrentUserProvider users) {
        this.pictures = pictures;
        this.fits = fits;
        this.lists = lists;
        this.users = users;
    }

    /** Whether figures lead to customers. */
    boolean lists() {
        return users.get().has(Role.MARKETER);
    }

    ValueLists customers() {
        return lists;
    }

    Optional<ValuePictures.Shown> picture() {
        return pictures.shown();
    }

    List<ValueFits.Version> fits() {
        return fits.latest();
    }

    long count(ValueSlice slice) {
        return lists.page(slice, 0, 0).total();
    }
}
