package nl.baton.feedback.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.baton.base.ui.LiveNews;
import nl.baton.feedback.FeedbackNews;

/** Tells an open inbox that it moved. */
final class InboxNews implements LiveNews {

    private final FeedbackNews news;

    InboxNews(FeedbackNews news) {
        this.news = news;
    }

    @Override
    public Runnable listen(Consumer<News> listener) {
        return news.listen(() -> listener.accept(new News(true, Set.of())));
    }

    @Override
    public Optional<Delay> delay(Locale locale) {
        return Optional.empty();
    }
}
