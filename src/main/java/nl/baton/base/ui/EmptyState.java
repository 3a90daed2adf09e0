package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing here, and what to do next. */
public final class EmptyState extends Div {

    public EmptyState(String sentence, String next) {
        addClassName("empty-state");
        Paragraph first = new Paragraph(sentence);
        first.addClassName("answer");
        Paragraph second = new Paragraph(next);
        second.addClassName("quiet");
        add(first, second);
    }

    public EmptyState(String sentence, String next, Component action) {
        this(sentence, next);
        add(action);
    }
}
