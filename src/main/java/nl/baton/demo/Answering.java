package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import nl.baton.feedback.FeedbackCause;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.feedback.ToldBy;
import org.jspecify.annotations.Nullable;

/** What Zonnewind does with what it hears: most is answered in time, some late, and some never. */
final class Answering {

    /** So much is answered at all. */
    private static final double ANSWERED = 0.82;

    private static final double LATE = 0.2;
    private static final double CHANGED = 0.15;
    /** What is still open after so long is closed without a word, but for a little. */
    private static final int GIVEN_UP_DAYS = 45;

    private static final double FORGOTTEN = 0.03;
    private static final List<String> DONE = List.of(
            "Gebeld en uitgelegd wat er misging.",
            "Nagekeken in het dossier en rechtgezet.",
            "Besproken in het weekoverleg van de afdeling.",
            "Doorgegeven aan de teamleider, die belde terug.");

    private Answering() {}

    /**
     * The same, as it stands at the present; each by its own chance, so that nothing else changes.
     *
     * @param by who has it, which is who picked the journey up last
     */
    static NewFeedback of(NewFeedback said, Desk by, boolean bad, Instant present) {
        var random = new SplittableRandom(said.externalId().hashCode());
        boolean answered = random.nextDouble() < ANSWERED;
        int days = random.nextDouble() < LATE ? 15 + random.nextInt(12) : 1 + random.nextInt(12);
        Instant told = said.receivedAt().plus(Duration.ofDays(days)).plus(Duration.ofMinutes(random.nextInt(300)));
        boolean changed = random.nextDouble() < CHANGED;
        String done = DONE.get(random.nextInt(DONE.size()));
        boolean owned = random.nextInt(4) > 0;
        boolean forgotten = random.nextDouble() < FORGOTTEN;
        FeedbackCause cause = bad ? FeedbackCause.LANE : FeedbackCause.PERSON;
        ToldBy how = random.nextBoolean() ? ToldBy.PHONE : ToldBy.EMAIL;
        if (answered && told.isBefore(present)) {
            Instant closed = told.plus(Duration.ofDays(2));
            boolean over = closed.isBefore(present);
            return handled(
                    said,
                    over ? FeedbackStatus.CLOSED : FeedbackStatus.TOLD,
                    by,
                    cause,
                    done,
                    changed,
                    new NewFeedback.Told(told, how.name()),
                    null,
                    over ? closed : null);
        }
        Instant givenUp = said.receivedAt().plus(Duration.ofDays(GIVEN_UP_DAYS));
        if (!answered && !forgotten && givenUp.isBefore(present)) {
            return handled(
                    said, FeedbackStatus.CLOSED, by, cause, done, false, null, "Klant niet te bereiken.", givenUp);
        }
        return owned ? handled(said, FeedbackStatus.TRIAGED, by, null, null, null, null, null, null) : said;
    }

    private static NewFeedback handled(
            NewFeedback said,
            FeedbackStatus status,
            Desk by,
            @Nullable FeedbackCause cause,
            @Nullable String done,
            @Nullable Boolean changed,
            NewFeedback.@Nullable Told told,
            @Nullable String whyNot,
            @Nullable Instant closed) {
        return new NewFeedback(
                said.source(),
                said.externalId(),
                said.customer(),
                said.journey(),
                said.handoff(),
                said.request(),
                said.kind(),
                said.score(),
                said.text(),
                "nl",
                "e-mail",
                said.receivedAt(),
                status,
                by.code(),
                null,
                said.themes(),
                cause == null ? null : cause.name(),
                done,
                changed,
                told,
                whyNot,
                closed);
    }
}
