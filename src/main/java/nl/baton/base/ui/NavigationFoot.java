package nl.baton.base.ui;

import java.util.Locale;
import java.util.Optional;

/** A line at the foot of the navigation, such as how fresh the sources are. */
public interface NavigationFoot {

    /** The text for the current user, asked anew at every navigation; so it has to be cheap. */
    Optional<String> text(Locale locale);
}
