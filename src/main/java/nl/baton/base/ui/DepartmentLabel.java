package nl.baton.base.ui;

import com.vaadin.flow.component.html.Span;

/** A department: its colour as a swatch and its full name. From the ninth on the swatch is striped. */
public final class DepartmentLabel extends Span {

    private static final int COLOURS = 8;

    /** @param slot the department's colour, from 1 on; 0 for none */
    public DepartmentLabel(String name, int slot) {
        super(name);
        addClassName("department");
        addClassNames(classNames(slot).split(" "));
    }

    /** The class names that give any element a department's colour, as {@code --c}. */
    public static String classNames(int slot) {
        if (slot < 1) {
            return "slot-none";
        }
        String colour = "slot-" + ((slot - 1) % COLOURS + 1);
        return slot > COLOURS ? colour + " striped" : colour;
    }
}
