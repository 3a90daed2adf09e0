package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The screens that the user's roles open, in order of daily use, and a line at the foot. */
final class Navigation extends Nav {

    private final transient ObjectProvider<NavigationFoot> feet;
    private final Map<String, RouterLink> links = new LinkedHashMap<>();
    private final Paragraph foot = new Paragraph();

    Navigation(ObjectProvider<NavigationFoot> feet) {
        this.feet = feet;
        addClassName("navigation");
        setAriaLabel(getTranslation("shell.navigation"));
        UnorderedList list = new UnorderedList();
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            // Views of the browser have no class; Baton has none of those.
            if (entry.menuClass() != null) {
                list.add(new ListItem(link(entry)));
            }
        }
        foot.addClassName("foot");
        add(list, foot);
    }

    private RouterLink link(MenuEntry entry) {
        Class<? extends Component> view = entry.menuClass();
        RouterLink link = new RouterLink(view);
        String icon = entry.icon();
        link.add(new Glyph(icon == null ? Glyph.CHEVRON : icon), new Span(getTranslation(entry.title())));
        links.put(trimmed(entry.path()), link);
        return link;
    }

    /** Marks the link to where we are; a page below a screen belongs to that screen. */
    void update(String path) {
        String here = trimmed(path);
        Optional<String> current = links.keySet().stream()
                .filter(known -> here.equals(known) || (!known.isEmpty() && here.startsWith(known + "/")))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
        links.forEach((known, link) -> {
            if (Objects.equals(known, current.orElse(null))) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        String text = feet.orderedStream()
                .map(each -> each.text(getLocale()))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        foot.setText(text);
        foot.setVisible(!text.isEmpty());
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
