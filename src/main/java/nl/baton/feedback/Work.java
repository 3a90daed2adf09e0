package nl.baton.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people do with an item, as it stands; all else of it is what the customer said. */
public record Work(Stage stage, Desk desk, Outcome outcome, Telling telling) {

    /** How far it is, and since when; nothing is forgotten of what was there before. */
    public record Stage(
            FeedbackStatus status,
            @Nullable Instant triagedAt,
            @Nullable Instant begunAt,
            @Nullable Instant closedAt) {

        Stage at(FeedbackStatus next, Instant now) {
            return new Stage(
                    next,
                    triagedAt == null && next != FeedbackStatus.NEW ? now : triagedAt,
                    begunAt == null && next == FeedbackStatus.IN_PROGRESS ? now : begunAt,
                    next == FeedbackStatus.CLOSED ? now : null);
        }
    }

    /**
     * Whose it is.
     *
     * @param owner a department, or a person where the source names one; null for nobody
     * @param handler the user's name of who has it on the desk
     */
    public record Desk(@Nullable String owner, @Nullable String handler) {}

    /**
     * What came of it.
     *
     * @param changed whether it has led to a change
     */
    public record Outcome(
            @Nullable String cause,
            @Nullable String done,
            @Nullable Boolean changed) {}

    /** What the customer was told of that. */
    public record Telling(
            @Nullable Instant at,
            @Nullable String channel,
            @Nullable String text,
            @Nullable String whyNot) {}

    /** Without what people wrote, and whose it is. */
    Work withoutWords() {
        return new Work(
                stage,
                new Desk(null, null),
                new Outcome(outcome.cause, null, outcome.changed),
                new Telling(telling.at, telling.channel, null, null));
    }

    /** Whether the customer has yet to hear what came of it. */
    public boolean waiting() {
        return telling.at == null && stage.status != FeedbackStatus.TOLD && stage.status != FeedbackStatus.CLOSED;
    }

    Work at(FeedbackStatus next, Instant now) {
        return new Work(stage.at(next, now), desk, outcome, telling);
    }

    Work with(Desk next) {
        return new Work(stage, next, outcome, telling);
    }

    Work with(Outcome next) {
        return new Work(stage, desk, next, telling);
    }

    Work with(Telling next) {
        return new Work(stage, desk, outcome, next);
    }
}
