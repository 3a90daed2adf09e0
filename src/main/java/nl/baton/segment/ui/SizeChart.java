package nl.baton.segment.ui;

import com.vaadin.flow.component.Svg;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** How many belonged, day by day, as a line from zero up; its numbers stand in the table beside it. */
final class SizeChart extends Svg {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;
    private static final double HEADROOM = 1.1;

    SizeChart(Map<LocalDate, Long> sizes, PageWords words) {
        List<LocalDate> days = List.copyOf(sizes.keySet());
        long first = days.getFirst().toEpochDay();
        double span = Math.max(1, days.getLast().toEpochDay() - first);
        double most = Math.max(
                1, sizes.values().stream().mapToLong(Long::longValue).max().orElse(1) * HEADROOM);
        var line = new StringBuilder();
        var dots = new StringBuilder();
        for (LocalDate day : days) {
            double x = WIDTH * (day.toEpochDay() - first) / span;
            double y = HEIGHT - HEIGHT * sizes.getOrDefault(day, 0L) / most;
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            dots.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='6'><title>%s</title></circle>",
                    x,
                    y,
                    HtmlUtils.htmlEscape(
                            words.say("course.tip", words.formats.date(day), sizes.getOrDefault(day, 0L)), "UTF-8")));
        }
        setSvg("<svg class='size-chart' viewBox='-8 -8 " + (WIDTH + 16) + " " + (HEIGHT + 16)
                + "' width='100%' aria-hidden='true'><line x1='0' x2='" + WIDTH + "' y1='" + HEIGHT + "' y2='" + HEIGHT
                + "' class='base'/><polyline points='" + line + "'/>" + dots + "</svg>");
        addClassName("size-chart-frame");
    }
}
