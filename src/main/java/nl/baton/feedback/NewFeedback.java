package nl.baton.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.baton.base.Item;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as a source states it. Identity is (source, externalId).
 *
 * @param customer external id of the same source; null for feedback from nobody known
 * @param journey the journey it is about, as the source names it; it need not be known yet
 * @param handoff the handoff it is about, as the source names it
 * @param request what the customer was asked, as the source names it
 * @param score within the range of its kind
 * @param owner who sees to it
 * @param due by when it is to be seen to
 * @param done what has been done about it
 * @param changed whether it has led to a change
 * @param told null until the customer was told what became of it
 */
public record NewFeedback(
        String source,
        String externalId,
        @Nullable String customer,
        @Nullable CaseKey journey,
        @Nullable String handoff,
        @Nullable String request,
        FeedbackKind kind,
        @Nullable Integer score,
        @Nullable String text,
        @Nullable String language,
        @Nullable String channel,
        Instant receivedAt,
        FeedbackStatus status,
        @Nullable String owner,
        @Nullable Instant due,
        List<String> themes,
        @Nullable String cause,
        @Nullable String done,
        @Nullable Boolean changed,
        @Nullable Told told,
        @Nullable String notToldReason,
        @Nullable Instant closedAt)
        implements Item {

    /** What a customer has just said of a journey, with a score: nobody has done anything with it yet. */
    public static NewFeedback said(
            String source,
            String externalId,
            @Nullable String customer,
            CaseKey journey,
            FeedbackKind kind,
            int score,
            @Nullable String text,
            Instant receivedAt) {
        return new NewFeedback(
                source,
                externalId,
                customer,
                journey,
                null,
                null,
                kind,
                score,
                text,
                null,
                null,
                receivedAt,
                FeedbackStatus.NEW,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** When and how the customer was told. */
    public record Told(Instant at, @Nullable String channel) {

        public Told {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    public NewFeedback {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        due = due == null ? null : due.truncatedTo(ChronoUnit.MICROS);
        closedAt = closedAt == null ? null : closedAt.truncatedTo(ChronoUnit.MICROS);
        themes = List.copyOf(themes);
    }
}
