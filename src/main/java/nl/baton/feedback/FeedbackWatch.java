package nl.baton.feedback;

import java.time.Duration;
import nl.baton.security.SystemWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees that the inbox moved, whichever node moved it: by the ends of two indexes each second, however many screens are open. */
@Component
class FeedbackWatch extends SystemWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final FeedbackNews news;
    private @Nullable String last;

    FeedbackWatch(JdbcClient jdbc, FeedbackNews news) {
        super("feedback-news", EVERY);
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    protected void look() {
        String now = jdbc.sql("SELECT (SELECT MAX(arrived_at) FROM feedback), (SELECT MAX(done_at) FROM feedback_step)")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .single();
        if (last != null && !now.equals(last)) {
            news.tell();
        }
        last = now;
    }
}
