package nl.baton.segment.ui;

import com.vaadin.flow.component.Svg;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Formats;
import nl.baton.segment.Migration;
import nl.baton.segment.Migration.Flow;
import nl.baton.segment.Migration.Group;
import org.springframework.web.util.HtmlUtils;

/**
 * Groups of the former day at the left, of the latter at the right, and between them bands as wide as customers went from
 * one to the other. What stayed is grey, what moved is in colour. The table below says the same in numbers.
 */
final class FlowDrawing extends Svg {

    private static final long serialVersionUID = 1;
    private static final int WIDTH = 760;
    private static final int BAR = 10;
    private static final int GAP = 8;
    private static final int LABELS = 190;
    private static final int USABLE = 340;
    private static final int LINE = 14;

    private final transient Migration migration;
    private final transient FlowWords words;
    private final transient Formats formats;
    private final StringBuilder drawing = new StringBuilder();
    private final double scale;

    FlowDrawing(Migration migration, FlowWords words, Formats formats) {
        this.migration = migration;
        this.words = words;
        this.formats = formats;
        long customers = Math.max(1, total());
        this.scale = USABLE / (double) customers;
        int height = USABLE + GAP * migration.groups().size();
        drawing.append("<svg class='flow-drawing' viewBox='0 0 %d %d' width='100%%' aria-hidden='true'>"
                .formatted(WIDTH, height));
        bands();
        side(true);
        side(false);
        setSvg(drawing.append("</svg>").toString());
        addClassName("flow-frame");
    }

    private long total() {
        return Math.max(sum(true), sum(false));
    }

    private long sum(boolean before) {
        return migration.groups().stream()
                .mapToLong(group -> size(group.code(), before))
                .sum();
    }

    /** What flows leave or arrive, so that bands fill their bars even where groups overlap. */
    private long size(String code, boolean before) {
        return migration.flows().stream()
                .filter(flow -> (before ? flow.from() : flow.to()).equals(code))
                .mapToLong(Flow::customers)
                .sum();
    }

    private Map<String, Double> tops(boolean before) {
        Map<String, Double> tops = new HashMap<>();
        double y = 0;
        for (Group group : migration.groups()) {
            tops.put(group.code(), y);
            long size = size(group.code(), before);
            y += size == 0 ? 0 : size * scale + GAP;
        }
        return tops;
    }

    private void side(boolean before) {
        Map<String, Double> tops = tops(before);
        int x = before ? LABELS : WIDTH - LABELS - BAR;
        double name = -LINE;
        for (Group group : migration.groups()) {
            double height = size(group.code(), before) * scale;
            if (height <= 0) {
                continue;
            }
            double top = tops.getOrDefault(group.code(), 0.0);
            drawing.append(String.format(
                    Locale.ROOT, "<rect x='%d' y='%.1f' width='%d' height='%.1f'/>", x, top, BAR, Math.max(1, height)));
            // names of thin ones give way downwards
            name = Math.max(name + LINE, top + height / 2 + LINE / 3.0);
            drawing.append(String.format(
                    Locale.ROOT,
                    "<text x='%d' y='%.1f' text-anchor='%s'>%s</text>",
                    before ? x - 8 : x + BAR + 8,
                    name,
                    before ? "end" : "start",
                    escaped(words.name(group) + " " + formats.number(size(group.code(), before)))));
        }
    }

    private void bands() {
        Map<String, Double> left = tops(true);
        Map<String, Double> right = tops(false);
        List<Group> order = migration.groups();
        for (Group from : order) {
            for (Group to : order) {
                migration.flows().stream()
                        .filter(flow ->
                                flow.from().equals(from.code()) && flow.to().equals(to.code()))
                        .findFirst()
                        .ifPresent(flow -> band(flow, from, to, left, right));
            }
        }
    }

    private void band(Flow flow, Group from, Group to, Map<String, Double> left, Map<String, Double> right) {
        double width = flow.customers() * scale;
        double y1 = left.merge(from.code(), width, Double::sum) - width;
        double y2 = right.merge(to.code(), width, Double::sum) - width;
        int x1 = LABELS + BAR;
        int x2 = WIDTH - LABELS - BAR;
        int middle = (x1 + x2) / 2;
        drawing.append(String.format(
                Locale.ROOT,
                "<path class='%s' d='M%d %.1fC%d %.1f %d %.1f %d %.1fL%d %.1fC%d %.1f %d %.1f %d %.1fZ'><title>%s</title></path>",
                flow.from().equals(flow.to()) ? "stayed" : "moved",
                x1,
                y1,
                middle,
                y1,
                middle,
                y2,
                x2,
                y2,
                x2,
                y2 + width,
                middle,
                y2 + width,
                middle,
                y1 + width,
                x1,
                y1 + width,
                escaped(words.say("tip", words.name(from), words.name(to), formats.number(flow.customers())))));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
