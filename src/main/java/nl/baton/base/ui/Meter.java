package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A bar beside a number that says the same in figures; who does not see it misses nothing. */
@Tag("meter")
public final class Meter extends Component {

    private static final long serialVersionUID = 1;

    public Meter(double value, double most) {
        getElement()
                .setAttribute("class", "meter")
                .setAttribute("aria-hidden", "true")
                .setAttribute("max", Double.toString(Math.max(1, most)))
                .setAttribute("value", Double.toString(value));
    }
}
