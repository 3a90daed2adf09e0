package nl.baton.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.NewFeedback;

/** What customers say of a journey afterwards, often of its last handoff. */
final class Voices {

    private static final List<String> BAD = List.of(
            "Moest mijn verhaal twee keer doen.",
            "Werd van het kastje naar de muur gestuurd.",
            "Niemand wist van mijn dossier.",
            "Te lang gewacht op een simpel antwoord.");
    private static final List<String> GOOD =
            List.of("Vlot geholpen.", "Duidelijk uitgelegd.", "Vriendelijk gesprek, meteen geregeld.", "Fijn contact.");

    private Voices() {}

    /** Written to the journey's pen, if the customer says anything before the present. */
    static void speak(Pen pen, JourneyKind kind, String customer, RandomGenerator random) {
        double luck = random.nextDouble();
        double mood = random.nextDouble();
        int days = 1 + random.nextInt(6);
        int score = random.nextInt(7);
        int words = random.nextInt(BAD.size());
        if (pen.passes().isEmpty()) {
            return;
        }
        Passed last = pen.passes().getLast();
        boolean planted = Plan.plants(last.from(), last.to(), Rule.SOURED, kind);
        boolean bad = planted ? luck < Plan.share(last, Rule.SOURED, kind, 0) : mood < Plan.NEGATIVE_ANYWAY;
        Instant at = last.pickedUpAt()
                .atZone(Desk.ZONE)
                .plusDays(days)
                .with(LocalTime.of(19, 10 + days))
                .toInstant();
        if ((!planted && luck >= Plan.SPOKEN_ANYWAY) || !at.isBefore(pen.present())) {
            return;
        }
        NewFeedback said = NewFeedback.said(
                Zonnewind.SOURCE,
                "nps-" + pen.journey().caseNumber(),
                customer,
                pen.journey(),
                FeedbackKind.NPS,
                bad ? score : 7 + score % 4,
                (bad ? BAD : GOOD).get(words),
                at);
        pen.hear(Answering.of(said, last.to(), bad, pen.present()));
        if (bad) {
            pen.breaks(last.from(), last.to(), last.pickup(), Rule.SOURED, planted);
        }
    }
}
