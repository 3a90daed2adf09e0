package nl.baton.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.popover.Popover;

/** A part of a screen: its heading, and how it is counted one click away. */
public class ExplainedPart extends Section {

    private static final long serialVersionUID = 1;

    /**
     * @param texts what the keys of the heading and of its {@code .definition} begin with
     * @param kind class name of all parts of the screen
     * @param key of this one, which is a class name too
     */
    public ExplainedPart(String texts, String kind, String key, Object... ofDefinition) {
        String title = getTranslation(texts + key);
        NativeButton how = new NativeButton();
        how.add(new Glyph(Glyph.QUESTION));
        how.addClassName("how");
        how.setAriaLabel(getTranslation("shell.figure.how", title));
        Popover popover = new Popover();
        getTranslation(texts + key + ".definition", ofDefinition)
                .lines()
                .forEach(line -> popover.add(new Paragraph(line)));
        popover.addClassName("definition");
        popover.setTarget(how);
        popover.setAriaLabel(title);
        Div head = new Div(new H2(title), how, popover);
        head.addClassName("part-head");
        addClassNames(kind, key);
        setAriaLabel(title);
        add(head);
    }
}
