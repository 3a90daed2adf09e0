package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Holds the search field: focused at the slash key from anywhere, an icon that unfolds it on a phone. */
@Tag("baton-search")
final class SearchBox extends Component implements HasComponents, HasStyle {

    SearchBox(Component field) {
        NativeButton open = new NativeButton();
        open.add(new Glyph(Glyph.SEARCH));
        open.addClassNames("tool", "search-open");
        open.setAriaLabel(getTranslation("shell.search"));
        Span key = new Span("/");
        key.addClassName("key");
        key.getElement().setAttribute("aria-hidden", "true");
        NativeButton close = new NativeButton();
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassNames("tool", "search-close");
        close.setAriaLabel(getTranslation("shell.search.close"));
        Div box = new Div(field, key, close);
        box.addClassName("search-box");
        add(open, box);
    }
}
