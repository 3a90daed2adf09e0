package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Svg;
import java.util.Locale;
import nl.baton.handoff.Waits;

/**
 * The time that a stage used, drawn against what was promised: the promise as a light field with its end marked, the
 * middle as a bar, and a line to where nine in ten are. What lies beyond the promise is red.
 */
final class StageBar extends Svg {

    private static final double WIDTH = 100;
    private static final double ROOM = 1.05;

    /**
     * @param promised in seconds
     * @param tip what is drawn, in words
     */
    StageBar(double promised, Waits used, String tip) {
        super(drawing(promised, used));
        getElement().setAttribute("title", tip);
        addClassName("stage-bar");
        getElement().setAttribute("aria-hidden", "true");
    }

    private static String drawing(double promised, Waits used) {
        double middle = used.p50() == null ? 0 : used.p50();
        double ninety = used.p90() == null ? middle : used.p90();
        double whole = ROOM * Math.max(promised, Math.max(middle, ninety));
        double end = x(promised, whole);
        return "<svg viewBox='0 0 100 16' preserveAspectRatio='none'>"
                + rect("promised", 0, 0, end, 16)
                + rect("used", 0, 5, x(Math.min(middle, promised), whole), 6)
                + rect("late", end, 5, x(middle, whole) - end, 6)
                + line("ninety", x(middle, whole), Math.min(x(ninety, whole), end))
                + line("ninety late", Math.max(end, x(middle, whole)), x(ninety, whole))
                + "<path class='agreed' d='M" + number(end) + " 0V16'/></svg>";
    }

    private static double x(double seconds, double whole) {
        return whole <= 0 ? 0 : WIDTH * seconds / whole;
    }

    private static String rect(String kind, double x, double y, double width, double height) {
        return width <= 0
                ? ""
                : "<rect class='" + kind + "' x='" + number(x) + "' y='" + number(y) + "' width='" + number(width)
                        + "' height='" + number(height) + "'/>";
    }

    private static String line(String kind, double from, double to) {
        return to <= from
                ? ""
                : "<path class='" + kind + "' d='M" + number(from) + " 8H" + number(to) + "M" + number(to) + " 5V11'/>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
