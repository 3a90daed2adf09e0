package nl.baton.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey bars where something is about to stand. They show after 150 ms and do not shimmer. */
public final class Skeleton extends Div {

    private Skeleton(String kind, int bars) {
        addClassNames("skeleton", kind);
        getElement().setAttribute("aria-hidden", "true");
        for (int bar = 0; bar < bars; bar++) {
            add(new Span());
        }
    }

    /** Lines of text or rows of a table. */
    public static Skeleton lines(int lines) {
        return new Skeleton("lines", lines);
    }

    /** Figures in one line. */
    public static Skeleton figures(int figures) {
        return new Skeleton("figures", figures);
    }

    /** One area, such as a chart. */
    public static Skeleton area() {
        return new Skeleton("area", 1);
    }
}
