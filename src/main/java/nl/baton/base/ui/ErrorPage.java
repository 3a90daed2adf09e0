package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** What is shown instead of a screen: what happened, what still holds, and the way on. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private String title = "";

    ErrorPage() {
        addClassName("error-page");
    }

    /** Fills the page from the texts under this key: title, text. */
    void say(String key, Component... more) {
        title = getTranslation(key + ".title");
        removeAll();
        Paragraph text = new Paragraph(getTranslation(key + ".text"));
        text.addClassName("answer");
        add(new H1(title), text);
        add(more);
        add(new Anchor("", getTranslation("shell.error.home")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
