package nl.baton.segment.ui.build;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableRunnable;

/** A menu under a button, with headings; the arrow keys walk through it, a letter finds, Escape closes. */
@Tag("baton-options")
@JsModule("./shell/baton-options.ts")
final class SectionMenu extends Component implements HasComponents, HasStyle {

    private static final long serialVersionUID = 1;

    private final Popover popover = new Popover(this);

    SectionMenu(Component button, String label) {
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.addClassName("options");
        popover.setOverlayRole("dialog");
        popover.setAriaLabel(label);
        addClassName("section-menu");
        getElement().setAttribute("role", "menu").setAttribute("aria-label", label);
    }

    /** A heading with what belongs under it. */
    Section section(String heading) {
        Section section = new Section(heading);
        add(section);
        return section;
    }

    /** Some of the menu's items. */
    final class Section extends Div {

        private static final long serialVersionUID = 1;

        private Section(String heading) {
            Span title = new Span(heading);
            title.addClassName("heading");
            title.getElement().setAttribute("aria-hidden", "true");
            getElement().setAttribute("role", "group").setAttribute("aria-label", heading);
            add(title);
        }

        void item(String text, SerializableRunnable deed) {
            NativeButton item = new NativeButton(text, click -> {
                popover.close();
                deed.run();
            });
            item.getElement().setAttribute("role", "menuitem").setAttribute("tabindex", "-1");
            add(item);
        }
    }
}
