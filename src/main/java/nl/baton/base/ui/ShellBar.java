package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The bar over every screen: the mark, the search, and what is the person's own. */
final class ShellBar extends Header {

    ShellBar(ShellUser user, ObjectProvider<ShellSearch> searches, ObjectProvider<ShellBell> bells) {
        addClassName("bar");
        DrawerToggle menu = new DrawerToggle();
        menu.setIcon(new Glyph(Glyph.MENU));
        menu.setAriaLabel(getTranslation("shell.menu"));
        add(menu, new BrandMark());
        // Not for a stranger, who can only be here to read of an error.
        user.person().stream()
                .flatMap(person -> searches.orderedStream())
                .map(ShellSearch::field)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(field -> add(new SearchBox(field)));
        Span spring = new Span();
        spring.addClassName("spring");
        add(spring);
        user.person().stream()
                .flatMap(person -> bells.orderedStream())
                .map(ShellBell::bell)
                .flatMap(Optional::stream)
                .forEach(this::add);
        add(new LanguageSwitch(user), new ThemeSwitch(user));
        user.person().ifPresent(person -> add(me(person, user)));
    }

    private Component me(ShellUser.Person person, ShellUser user) {
        Span name = new Span(person.name());
        name.addClassName("name");
        NativeButton button = new NativeButton();
        button.addClassNames("tool", "me");
        button.setAriaLabel(getTranslation("shell.me", person.name()));
        person.home()
                .ifPresentOrElse(
                        home -> {
                            Span swatch = new Span();
                            swatch.addClassName("swatch");
                            swatch.addClassNames(
                                    DepartmentLabel.classNames(home.slot()).split(" "));
                            button.add(swatch);
                        },
                        () -> button.add(new Glyph(Glyph.CUSTOMER)));
        button.add(name);
        OptionMenu menu = new OptionMenu(button, person.name(), PopoverPosition.BOTTOM_END);
        Span who = new Span(new Span(person.name()));
        who.addClassName("who");
        person.home().ifPresent(home -> who.add(new DepartmentLabel(home.name(), home.slot())));
        menu.add(who);
        menu.addAction(getTranslation("shell.signout"), user::signOut);
        return button;
    }
}
