package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import nl.baton.base.ui.BrandMark;
import nl.baton.base.ui.LanguageSwitch;
import nl.baton.base.ui.ShellUser;
import nl.baton.base.ui.ThemeSwitch;

/** What stands before the door: the mark, one sentence, one form; language and theme at the foot. */
final class DoorLayout extends Div {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Div form = new Div();

    DoorLayout(ShellUser user) {
        addClassName("door");
        sentence.addClassName("answer");
        form.addClassName("door-form");
        Main main = new Main(new BrandMark(), title, sentence, form);
        main.addClassName("door-main");
        Footer foot = new Footer(new LanguageSwitch(user), new ThemeSwitch(user));
        foot.addClassName("door-foot");
        add(main, foot);
    }

    void show(String titleText, String sentenceText, Component... content) {
        title.setText(titleText);
        sentence.setText(sentenceText);
        form.removeAll();
        form.add(content);
    }
}
