package nl.baton.demo;

import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.PLANNING;

/** Something does not work: a call, a mechanic, and often a call afterwards. */
final class FaultStory implements JourneyKind.Storyline {

    @Override
    public void tell(Story story) {
        String channel = story.chance(0.65) ? "PHONE" : story.chance(0.5) ? "CHAT" : "APP";
        story.begin(KLANTENSERVICE)
                .in(
                        channel,
                        "Geen warm water sinds vanochtend.|Foutcode E5 op het scherm.|De warmtepomp maakt een brommend geluid.|De zonnepanelen leveren niets meer.|Het is 16 graden binnen en er is een baby in huis.|De laadpaal knippert rood.|De meter geeft geen signaal meer door.");
        if (story.chance(0.45)) {
            story.hours(0.1, 3)
                    .resolve(
                            Line.out(
                                    channel.equals("APP") ? "APP" : "PHONE",
                                    "Op afstand herstart; werkt weer.|Samen bijgevuld tot 1,6 bar; werkt weer.|Storing in de buurt, is verholpen.|Instelling hersteld, klant belt als het terugkomt."));
            return;
        }
        if (story.chance(0.03)) {
            story.withdraw(
                    PLANNING,
                    "Graag een monteur inplannen.",
                    Line.out("PHONE", "Teruggebeld: doet het weer, monteur niet meer nodig.")
                            .lasting(5));
            return;
        }
        story.pass(
                        Handover.to(
                                PLANNING,
                                "Monteur nodig, klant zit zonder verwarming.|Niet op afstand op te lossen; graag een bezoek.|Foutcode E5, graag met spoed."))
                .appoint(0, 3)
                .out(story.chance(0.5) ? "PHONE" : "APP", "Monteur komt {afspraak}.|Bezoek gepland op {afspraak}.")
                .pass(Handover.to(
                        INSTALLATIE, "Bezoek op {afspraak}, foutcode staat in de bon.|Storingsbon voor {adres}."))
                .note("Bon aangenomen.|Onderdelen meegenomen volgens foutcode.")
                .keepAppointment();
        if (story.chance(0.16)) {
            story.visit(50, "Printplaat defect, niet in de bus.|Pomp vast, nieuwe besteld.")
                    .pass(Handover.to(
                                    PLANNING,
                                    "Diagnose klaar, onderdeel besteld; graag tweede bezoek.|Noodoplossing geplaatst, vervolg inplannen.")
                            .excusedBy(NearMiss.Kind.PING_PONG_WHEN_DONE))
                    .appoint(1, 4)
                    .out("APP", "Onderdeel komt eraan; monteur {afspraak} terug.")
                    .pass(Handover.to(INSTALLATIE, "Onderdeel ligt klaar voor {afspraak}.")
                            .excusedBy(NearMiss.Kind.PING_PONG_BY_PLAN))
                    .note("Onderdeel opgehaald.")
                    .keepAppointment();
        }
        Line repaired = Line.out(
                        "VISIT",
                        "Pomp vervangen, werkt weer.|Waterdruk hersteld en ontlucht.|Omvormer herstart en beveiliging vervangen.|Losse stekker, verholpen.")
                .lasting(65);
        if (story.chance(0.45)) {
            story.resolve(repaired);
            return;
        }
        story.add(repaired)
                .pass(Handover.to(
                                KLANTENSERVICE,
                                "Verholpen; graag nabellen volgens afspraak.|Graag morgen even nabellen.")
                        .excusedBy(NearMiss.Kind.RETURN_BY_PLAN))
                .resolve(
                        Line.out(
                                "PHONE",
                                "Nagebeld: warm en tevreden.|Nagebeld, geen klachten meer.|Nagebeld; klant vond de monteur vriendelijk."));
    }
}
