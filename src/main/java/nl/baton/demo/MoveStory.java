package nl.baton.demo;

import static nl.baton.demo.Desk.BEHEER;
import static nl.baton.demo.Desk.FACTURATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.VERKOOP;

/** Someone moves house, and the contract, the meter and the bill must come along. */
final class MoveStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        story.begin(KLANTENSERVICE)
                .in(
                        story.chance(0.6) ? "WEB" : "PHONE",
                        "Geeft een verhuizing door.|Gaat samenwonen en zegt één adres op.|Verhuist naar {plaats}, sleutel over drie weken.")
                .hours(0.2, 4)
                .out("MAIL", "Bevestiging van de verhuizing, met wat wij nog nodig hebben.")
                .pass(
                        Handover.to(
                                BEHEER,
                                "Verhuizing graag verwerken, sleuteloverdracht bekend.|Oud en nieuw adres staan in het dossier."))
                .note("Aansluiting op nieuw adres aangemeld.|Oude aansluiting afgemeld bij de netbeheerder.")
                .days(3, 12)
                .in("APP", "Meterstanden van het oude adres doorgegeven.|Foto’s van beide meters gestuurd.")
                .hours(1, 8)
                .out("MAIL", "Meterstanden ontvangen, dank u.");
        if (story.chance(0.15)) {
            story.pass(
                            Handover.to(
                                    VERKOOP,
                                    "Nieuw huis heeft geen gas; graag nieuw aanbod.|Klant wil een ander contract op het nieuwe adres."))
                    .out("PHONE", "Aanbod voor het nieuwe adres besproken.")
                    .hours(4, 16)
                    .resolve(Line.out("MAIL", "Nieuw contract bevestigd."));
            return;
        }
        story.hours(2, 8)
                .pass(Handover.to(
                        FACTURATIE, "Oud adres kan afgerekend worden.|Eindstanden binnen, graag eindafrekening."))
                .out("MAIL", "Eindafrekening van het oude adres: {bedrag}.");
        if (story.chance(0.3)) {
            story.pass(Handover.to(
                                    KLANTENSERVICE,
                                    "Eindafrekening weg, graag welkom heten op het nieuwe adres.|Alles verwerkt, graag nabellen.")
                            .excusedBy(NearMiss.Kind.RETURN_BY_PLAN))
                    .resolve(
                            Line.out(
                                    "PHONE",
                                    "Gebeld: alles werkt op het nieuwe adres.|Welkom geheten; vraag over de thermostaat beantwoord."));
        } else {
            story.hours(30, 90).resolve(Line.note("Eindafrekening betaald, verhuizing afgerond.|Tegoed teruggestort."));
        }
    }
}
