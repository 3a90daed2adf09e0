package nl.baton.segment.ui;

import com.vaadin.flow.component.Svg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nl.baton.segment.RfmPicture.Total;
import org.springframework.web.util.HtmlUtils;

/**
 * The named segments as areas. It repeats for the eye what the table beside it says, and is hidden from who listens; what
 * is worth nothing has no area.
 */
final class SegmentMap extends Svg {

    private static final long serialVersionUID = 1;
    private static final double ASPECT = 2;
    /** Where words do not fit there are none; the tooltip has them. In pixels, of the map on a phone and of a letter. */
    private static final double USUAL_WIDTH = 350;

    private static final double LETTER = 6.8;
    private static final double MARGINS = 12;

    private static final int LINE = 17;
    private static final int HEIGHT = 240;

    SegmentMap(List<Total> totals, ToDoubleFunction<Total> size, Function<Total, String> figure, RfmWords words) {
        List<Total> shown = totals.stream()
                .filter(total -> size.applyAsDouble(total) > 0)
                .sorted(Comparator.comparingDouble(size).reversed())
                .toList();
        List<Tiling.Place> places =
                Tiling.of(shown.stream().map(size::applyAsDouble).toList(), ASPECT);
        var drawing =
                new StringBuilder("<svg class='segment-map' width='100%' height='" + HEIGHT + "' aria-hidden='true'>");
        for (int i = 0; i < shown.size(); i++) {
            area(drawing, shown.get(i), places.get(i), figure.apply(shown.get(i)), words);
        }
        setSvg(drawing.append("</svg>").toString());
        addClassName("segment-map-frame");
    }

    private static void area(StringBuilder to, Total total, Tiling.Place place, String figure, RfmWords words) {
        String name = HtmlUtils.htmlEscape(words.name(total.segment()), "UTF-8");
        String value = HtmlUtils.htmlEscape(figure, "UTF-8");
        to.append("<svg x='%s' y='%s' width='%s' height='%s' class='rfm-%s'><title>%s: %s</title>"
                .formatted(
                        percent(place.left()),
                        percent(place.top()),
                        percent(place.width()),
                        percent(place.height()),
                        RfmState.code(total.segment()),
                        name,
                        value));
        to.append("<rect width='100%' height='100%'/>");
        List<String> lines = new ArrayList<>(lines(words.name(total.segment()), place));
        boolean named = !lines.isEmpty();
        if (fits(figure, place)) {
            lines.add(figure);
        }
        for (int line = 0; line < lines.size() && (line + 1) * LINE < place.height() * HEIGHT; line++) {
            boolean ofName = named && line < lines.size() - 1;
            to.append("<text x='8' y='%d'%s>%s</text>"
                    .formatted(
                            (line + 1) * LINE,
                            ofName ? " class='name'" : "",
                            HtmlUtils.htmlEscape(lines.get(line), "UTF-8")));
        }
        to.append("</svg>");
    }

    private static boolean fits(String text, Tiling.Place place) {
        return text.length() * LETTER <= place.width() * USUAL_WIDTH - MARGINS;
    }

    /** A name in as many lines as it takes; none where one of its words is too long, or there is no room for them all. */
    private static List<String> lines(String name, Tiling.Place place) {
        var lines = new ArrayList<String>();
        for (String word : name.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && fits(longer, place)) {
                lines.set(lines.size() - 1, longer);
            } else if (fits(word, place)) {
                lines.add(word);
            } else {
                return List.of();
            }
        }
        return (lines.size() + 1) * LINE < place.height() * HEIGHT ? lines : List.of();
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * fraction);
    }
}
