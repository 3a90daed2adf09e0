package nl.baton.demo;

import static nl.baton.demo.Desk.INSTALLATIE;
import static nl.baton.demo.Desk.KLANTENSERVICE;
import static nl.baton.demo.Desk.PLANNING;

import java.util.List;

/** Something does not work: a call, a mechanic, and often a call afterwards. */
final class FaultStory implements JourneyKind.Storyline {

    private record Fault(String told, String solved, String repaired) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault(
                    "Geen warm water sinds vanochtend.",
                    "Op afstand herstart; weer warm water.",
                    "Driewegklep vervangen, weer warm water."),
            new Fault(
                    "Foutcode E5 op het scherm.",
                    "Samen bijgevuld tot 1,6 bar; foutcode weg.",
                    "Waterdruk hersteld en ontlucht."),
            new Fault(
                    "De warmtepomp maakt een brommend geluid.",
                    "Nachtstand aangezet; geluid is weg.",
                    "Ventilator vastgezet, bromt niet meer."),
            new Fault(
                    "De zonnepanelen leveren niets meer.",
                    "Omvormer op afstand herstart.",
                    "Zekering in de groepenkast vervangen."),
            new Fault(
                    "Het is 16 graden binnen en er is een baby in huis.",
                    "Thermostaat opnieuw gekoppeld; wordt warm.",
                    "Pomp vervangen, huis wordt weer warm."),
            new Fault(
                    "De laadpaal knippert rood.",
                    "Laadpaal op afstand herstart; laadt weer.",
                    "Losse stekker in de laadpaal verholpen."),
            new Fault(
                    "De meter geeft geen signaal meer door.",
                    "Storing in de buurt, is verholpen.",
                    "Meetmodule vervangen."));

    @Override
    public void tell(Story story) {
        Fault fault = FAULTS.get(story.roll(FAULTS.size()));
        String channel = story.chance(0.65) ? "PHONE" : story.chance(0.5) ? "CHAT" : "APP";
        story.begin(KLANTENSERVICE).in(channel, fault.told());
        if (story.chance(0.45)) {
            story.hours(0.1, 3).resolve(Line.out(channel.equals("APP") ? "APP" : "PHONE", fault.solved()));
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
        Line repaired = Line.out("VISIT", fault.repaired()).lasting(65);
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
