package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The top of a screen: the sentence it opens with, and right of it filters or the one primary action. */
public final class ScreenHead extends Div {

    private final H1 sentence;

    public ScreenHead(String sentence, Component... beside) {
        this.sentence = new H1(sentence);
        addClassName("screen-head");
        add(this.sentence);
        add(beside);
    }

    public void setSentence(String text) {
        sentence.setText(text);
    }
}
