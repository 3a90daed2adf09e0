package nl.baton.base.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;

/** Baton's mark and name: two runners' lanes, and the pass between them. */
public final class BrandMark extends Span {

    public BrandMark() {
        Svg drawing = new Svg("<svg viewBox='0 0 22 16'><rect class='first' y='2.5' width='13' height='4' rx='2'/>"
                + "<rect class='second' x='9' y='9.5' width='13' height='4' rx='2'/></svg>");
        drawing.getElement().setAttribute("aria-hidden", "true");
        drawing.addClassName("mark");
        addClassName("brand");
        add(drawing, new Span("Baton"));
    }
}
