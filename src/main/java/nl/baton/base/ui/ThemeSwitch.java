package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;

/** Light or dark. The element knows which of both is on, also where nobody chose and the browser decides. */
@Tag("baton-theme")
@JsModule("./shell/baton-theme.ts")
public final class ThemeSwitch extends Component implements HasStyle {

    public ThemeSwitch(ShellUser user) {
        NativeButton button = new NativeButton();
        button.add(new Glyph(Glyph.THEME));
        button.addClassName("tool");
        button.setAriaLabel(getTranslation("shell.theme"));
        button.getElement().setAttribute("title", getTranslation("shell.theme"));
        getElement().appendChild(button.getElement());
        addListener(Chosen.class, chosen -> ColorTheme.ofCode(chosen.theme).ifPresent(user::choose));
    }

    /** The browser has changed over, and tells. */
    @DomEvent("theme-chosen")
    public static class Chosen extends ComponentEvent<ThemeSwitch> {

        private static final long serialVersionUID = 1;

        private final String theme;

        public Chosen(ThemeSwitch source, boolean fromClient, @EventData("event.detail") String theme) {
            super(source, fromClient);
            this.theme = theme;
        }
    }
}
