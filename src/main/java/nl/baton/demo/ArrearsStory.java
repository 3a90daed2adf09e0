package nl.baton.demo;

import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.INCASSO;
import static nl.baton.demo.Desk.KLANTENSERVICE;

/** A bill that is not paid, and a customer who has to ask who is dealing with it. */
final class ArrearsStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(FACTURATIE)
                .out("MAIL", "Herinnering: {bedrag} staat nog open.|Uw betaling is niet gelukt.")
                .hours(60, 120)
                .out("LETTER", "Tweede herinnering voor {bedrag}.")
                .hours(40, 80)
                .pass(Handover.to(INCASSO, "Twee herinneringen zonder reactie.|Graag overnemen, {bedrag} open."))
                .note("Dossier aangemaakt.|Betaalgedrag bekeken: eerste keer.")
                .hours(1, 6)
                .out("LETTER", "Aanmaning voor {bedrag}, betalen binnen 14 dagen.");
        if (story.chance(0.3)) {
            story.hours(40, 100).resolve(Line.note("Betaald na aanmaning.|Volledig voldaan."));
            return;
        }
        story.days(2, 9)
                .in(
                        "PHONE",
                        "Heeft al betaald, zegt de klant.|Kan het niet in één keer betalen.|Is het niet eens met de rekening.|Wil een regeling, is zonder werk geraakt.|Heeft nooit een herinnering gehad.");
        if (story.chance(0.1)) {
            story.pass(Handover.to(FACTURATIE, "Rekening nagekeken met de klant: er zit een fout in, graag corrigeren.")
                            .excusedBy(NearMiss.Kind.PING_PONG_WHEN_DONE))
                    .resolve(Line.out("MAIL", "Rekening verlaagd en vordering ingetrokken."));
            return;
        }
        story.pass(
                        Handover.to(
                                KLANTENSERVICE,
                                "Klant wil persoonlijk gesprek over een regeling.|Graag bellen: klant betwist de rekening.|Mogelijk betalingsproblemen, graag oppakken."))
                .out(
                        "PHONE",
                        "Regeling besproken: drie termijnen.|Uitgelegd waar het bedrag vandaan komt.|Klant gerustgesteld, incasso staat stil.");
        if (story.chance(0.45)) {
            story.hours(0.5, 5)
                    .resolve(Line.out(
                            "MAIL", "Regeling bevestigd: drie termijnen van {bedrag}.|Bevestiging van het gesprek."));
            return;
        }
        story.hours(0.2, 3)
                .pass(Handover.to(
                                INCASSO,
                                "Regeling rond, graag vastleggen.|Afgesproken: twee termijnen. Graag inregelen.")
                        .excusedBy(NearMiss.Kind.PING_PONG_WHEN_DONE))
                .out("LETTER", "Bevestiging van uw betalingsregeling.")
                .hours(60, 180)
                .resolve(Line.note("Laatste termijn betaald.|Regeling afgerond."));
    }
}
