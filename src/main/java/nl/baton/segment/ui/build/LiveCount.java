package nl.baton.segment.ui.build;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Optional;
import nl.baton.base.Formats;
import nl.baton.base.ui.Skeleton;
import nl.baton.base.ui.Tile;
import nl.baton.segment.Condition;
import nl.baton.segment.Segments;
import nl.baton.segment.ui.build.BuilderReading.Counted;
import org.jspecify.annotations.Nullable;

/** How many customers there are, shortly after each change; the former number stays until then. */
final class LiveCount extends Div {

    private static final long serialVersionUID = 1;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final transient BuilderReading reading;
    private final Tile<Counted> tile;
    private transient @Nullable Condition asked;

    LiveCount(BuilderReading reading) {
        this.reading = reading;
        this.tile = new Tile<>(reading.background(), () -> new Counted(null, null), this::counted)
                .withSkeleton(Skeleton.lines(1));
        addClassName("live-count");
        getElement().setAttribute("role", "status");
        setVisible(false);
        add(tile);
    }

    void show(Optional<Condition> condition) {
        Condition now = condition.orElse(null);
        setVisible(now != null);
        if (now != null && !now.equals(asked)) {
            tile.loadAfter(PAUSE, () -> reading.count(now));
        }
        asked = now;
    }

    private Component counted(Counted counted) {
        Segments.Count count = counted.count();
        if (count == null) {
            String refused = counted.refused() == null ? "" : getTranslation("segment.refused." + counted.refused());
            return new Paragraph(refused);
        }
        Formats formats = Formats.of(getLocale());
        Span customers = new Span(formats.number(count.customers()));
        customers.addClassName("customers");
        Span of = new Span(getTranslation("segment.build.count.of", formats.number(count.everyone())));
        Span beside = new Span(getTranslation(
                "segment.build.count.beside",
                count.everyone() == 0 ? "–" : formats.percent((double) count.customers() / count.everyone(), 1),
                reading.time(count.asOf(), getLocale())));
        beside.addClassName("beside");
        Div line = new Div(customers, of, beside);
        line.addClassName("count-line");
        return line;
    }
}
