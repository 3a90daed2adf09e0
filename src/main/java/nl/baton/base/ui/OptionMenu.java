package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/**
 * A menu under a button. Vaadin's context menu opens where the pointer was and marks its items in a way that axe calls
 * critical; this one stands under its button, and the arrow keys walk through it.
 */
@Tag("baton-options")
@JsModule("./shell/baton-options.ts")
final class OptionMenu extends Component implements HasComponents, HasStyle {

    private final Popover popover = new Popover(this);

    OptionMenu(Component button, String label, PopoverPosition position) {
        popover.setTarget(button);
        popover.setPosition(position);
        popover.addClassName("options");
        popover.setOverlayRole("dialog");
        popover.setAriaLabel(label);
        getElement().setAttribute("role", "menu");
        getElement().setAttribute("aria-label", label);
    }

    /** Something to do. */
    void addAction(String text, Runnable action) {
        add(item(text, "menuitem", action));
    }

    /** One of several to choose from. */
    void addChoice(String text, boolean chosen, Runnable action) {
        NativeButton item = item(text, "menuitemradio", action);
        item.getElement().setAttribute("aria-checked", Boolean.toString(chosen));
        add(item);
    }

    private NativeButton item(String text, String role, Runnable action) {
        Span mark = new Span(new Glyph(Glyph.CHECK));
        mark.addClassName("mark-chosen");
        NativeButton item = new NativeButton("", click -> {
            popover.close();
            action.run();
        });
        item.add(mark, new Span(text));
        item.getElement().setAttribute("role", role);
        item.getElement().setAttribute("tabindex", "-1");
        return item;
    }
}
