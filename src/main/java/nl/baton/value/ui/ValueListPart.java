package nl.baton.value.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** The very customers that a count of the screen counts. */
final class ValueListPart extends Section {

    private static final long serialVersionUID = 1;

    ValueListPart(String heading, ListedGrid grid, long n, Runnable close) {
        addClassNames("work-list", "value-list");
        H2 title = new H2(heading);
        title.getElement().setAttribute("tabindex", "-1");
        Button shut = new Button(getTranslation("value.list.close"), click -> close.run());
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(title, shut);
        head.addClassName("section-head");
        grid.show(n);
        add(head, grid);
        addAttachListener(attached -> title.getElement().callJsFunction("focus"));
    }
}
