package nl.baton.handoff.ui;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.base.ui.LiveNews;
import nl.baton.handoff.LiveFigures;
import nl.baton.handoff.Rebuild;
import org.springframework.stereotype.Component;

/** What all screens hear of moved figures, and the words for how far they are behind. */
@Component
class FiguresNews implements LiveNews {

    private static final int STEP_SECONDS = 5;
    private static final int MINUTE = 60;

    private final LiveFigures figures;
    private final Texts texts;

    FiguresNews(LiveFigures figures, Texts texts) {
        this.figures = figures;
        this.texts = texts;
    }

    @Override
    public Runnable listen(Consumer<News> listener) {
        return figures.listen(moved -> listener.accept(new News(moved.figures(), moved.customers())));
    }

    @Override
    public Optional<Delay> delay(Locale locale) {
        LiveFigures.State state = figures.state();
        Duration behind = state.behind();
        Rebuild.Progress rebuild = state.rebuild();
        Formats formats = Formats.of(locale);
        if (behind != null) {
            return Optional.of(new Delay(
                    behind(locale, behind),
                    texts.text(locale, "handoff.live.waiting", formats.number(state.waiting()), state.waiting())));
        }
        return Optional.ofNullable(rebuild)
                .map(progress -> new Delay(
                        texts.text(locale, "handoff.live.rebuild"),
                        texts.text(locale, "handoff.live.rebuild.done", formats.percent(progress.share(), 0))));
    }

    /** In steps of five seconds, so that it is not read out every second. */
    private String behind(Locale locale, Duration behind) {
        long seconds = behind.toSeconds() / STEP_SECONDS * STEP_SECONDS;
        return seconds < 2 * MINUTE
                ? texts.text(locale, "handoff.live.behind.seconds", seconds)
                : texts.text(locale, "handoff.live.behind.minutes", seconds / MINUTE);
    }
}
